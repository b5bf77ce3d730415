#pragma once

#include <string>

#include "diagnostics/printer.h"

namespace nianbao::tests {

/// What a sink holds, as short as a test wants to compare it: "N104 a.csv:3; N501 a.csv:4:7".
inline std::string reported(const DiagnosticSink& sink) {
  std::string out;
  for (const Diagnostic& d : sink.sorted()) {
    out += (out.empty() ? "" : "; ") + d.code + " " + d.place.file;
    if (d.place.line > 0) out += ":" + std::to_string(d.place.line);
    if (d.place.column > 0) out += ":" + std::to_string(d.place.column);
  }
  return out;
}

/// The codes alone: "N104 N501".
inline std::string codes(const DiagnosticSink& sink) {
  std::string out;
  for (const Diagnostic& d : sink.sorted()) out += (out.empty() ? "" : " ") + d.code;
  return out;
}

inline std::string in_chinese(const DiagnosticSink& sink) { return print_text(sink.sorted(), Language::zh); }
inline std::string in_english(const DiagnosticSink& sink) { return print_text(sink.sorted(), Language::en); }

}  // namespace nianbao::tests
