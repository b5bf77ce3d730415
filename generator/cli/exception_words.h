#pragma once

#include <exception>

#include "diagnostics/diagnostic.h"

namespace nianbao::cli {

/// What an exception that stopped a command says, in both languages where it has them.
Wording words_of(const std::exception& problem);

}  // namespace nianbao::cli
