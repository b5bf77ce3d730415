#pragma once

#include <span>
#include <string>
#include <string_view>

#include "search/symbol_table.h"

namespace nianbao::search {

/// Chooses the symbols that make texts like these shortest. Starts from the characters; each round reads the
/// sample in the symbols it has, proposes every pair of neighbours as a new symbol, and keeps what saves
/// most. `scale` is how many times larger than the sample the texts are: a symbol has to earn its place in
/// the table. The characters of `known` get a symbol in any case.
SymbolTable train_symbols(std::span<const std::u32string> sample, double scale,
                          std::u32string_view known = {});

}  // namespace nianbao::search
