#pragma once

#include <string_view>

#include "diagnostics/diagnostic.h"

namespace nianbao::source {

/// Ids become addresses and anchors: Latin letters, digits, "-" and "_".
bool is_plain_id(std::string_view id);

void report_id(std::string_view id, const Place& place, DiagnosticSink& sink);

}  // namespace nianbao::source
