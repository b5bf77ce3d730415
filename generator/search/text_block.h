#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "search/bits.h"

/// A block of texts: the lengths of its records, two letters each, then the records; the last number
/// that two letters hold says that four others behind them hold a length. Each record can be read
/// without the others.
namespace nianbao::search {

/// Of a record that is as long or longer, this much is looked at first.
inline constexpr std::size_t first_look = alphabet_size * alphabet_size - 1;

std::string write_block(std::span<const std::string> records);

/// Record number `place` of a block of `count`; throws FormatError.
std::string_view record_of(std::string_view block, std::size_t count, std::size_t place);

}  // namespace nianbao::search
