#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostic.h"

namespace nianbao::source {

/// One field, and where it begins in its file (as `Place` counts).
struct CsvField {
  std::string text;
  int line = 0, column = 0;
};
using CsvRecord = std::vector<CsvField>;

/// Comma-separated values (RFC 4180), line breaks inside quotes kept; a tab or semicolon is taken as the
/// separator when the header holds no comma. Lines without any text are skipped; a file of nothing else is
/// reported. A quote that is never closed, text behind a closing quote, and records with another number of
/// fields than the header are reported; those are cut or filled up, so that every record has as many fields
/// as the header. A table above the limits of table_shape.h is reported and gives nothing.
std::vector<CsvRecord> parse_csv(std::string_view text, const std::string& file, DiagnosticSink& sink);

}  // namespace nianbao::source
