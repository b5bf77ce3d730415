#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace nianbao {

/// From LC_ALL, LC_MESSAGES, LANG in this order: Chinese when it begins with "zh", or when nothing (or
/// C/POSIX) is set.
Language language_of_environment();

/// Human-readable text: `file:line:column: error N123: message` with the hint on a line of its own. Control
/// characters are printed as spaces, long lines cut; of one code in one file the first 20 are printed and the
/// others counted.
std::string print_text(const std::vector<Diagnostic>& diagnostics, Language language);

/// {"diagnostics": [{"file", "line", "column", "severity", "code", "message", "hint"}], "errors": n,
/// "warnings": n}; all of them, whole.
std::string print_json(const std::vector<Diagnostic>& diagnostics, Language language);

}  // namespace nianbao
