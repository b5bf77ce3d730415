#include "diagnostics/diagnostic.h"

#include <algorithm>
#include <string_view>
#include <tuple>

#include "text/utf8.h"

namespace nianbao {
namespace {

/// What makes two diagnostics one.
auto statement(const Diagnostic& d) {
  return std::tie(d.place.file, d.place.line, d.place.column, d.code, d.message.en, d.message.zh);
}

/// A total order, so that of two equal statements always the same one stays.
auto sort_key(const Diagnostic& d) {
  return std::tuple_cat(statement(d), std::tie(d.severity, d.hint.en, d.hint.zh));
}

}  // namespace

void DiagnosticSink::add(Diagnostic diagnostic) {
  const std::lock_guard lock(mutex_);
  int& of_this_kind = counts_[{diagnostic.place.file, diagnostic.code}];
  if (++of_this_kind <= most_of_a_kind) diagnostics_.push_back(std::move(diagnostic));
}

void DiagnosticSink::error(std::string code, Place place, Wording message, Wording hint) {
  add({std::move(code), Severity::error, std::move(place), std::move(message), std::move(hint)});
}

void DiagnosticSink::warning(std::string code, Place place, Wording message, Wording hint) {
  add({std::move(code), Severity::warning, std::move(place), std::move(message), std::move(hint)});
}

bool DiagnosticSink::has_errors() const {
  const std::lock_guard lock(mutex_);
  return std::any_of(diagnostics_.begin(), diagnostics_.end(),
                     [](const Diagnostic& d) { return d.severity == Severity::error; });
}

std::vector<Diagnostic> DiagnosticSink::sorted() const {
  const std::lock_guard lock(mutex_);
  std::vector<Diagnostic> result = diagnostics_;
  std::sort(result.begin(), result.end(),
            [](const auto& a, const auto& b) { return sort_key(a) < sort_key(b); });
  const auto same = [](const auto& a, const auto& b) { return statement(a) == statement(b); };
  result.erase(std::unique(result.begin(), result.end(), same), result.end());
  return result;
}

std::pair<int, int> line_and_column(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  const std::string_view before = text.substr(0, offset);
  const auto line = 1 + std::count(before.begin(), before.end(), '\n');
  const std::size_t line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
  const auto column = 1 + text::count_code_points(before.substr(line_start));
  return {static_cast<int>(line), static_cast<int>(column)};
}

}  // namespace nianbao
