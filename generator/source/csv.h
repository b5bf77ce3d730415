#pragma once

#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace nianbao::source {

struct CsvField {
  std::string text;
  Place place;
};
using CsvRecord = std::vector<CsvField>;

/// Comma-separated values (RFC 4180), line breaks inside quotes kept; a semicolon or tab is taken as the
/// separator when the header holds no comma. Blank lines are skipped. A quote that is never closed, text
/// behind a closing quote, and records with another number of fields than the header are reported.
std::vector<CsvRecord> parse_csv(std::string_view text, const std::string& file, DiagnosticSink& sink);

}  // namespace nianbao::source
