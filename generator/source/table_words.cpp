#include "source/table_words.h"

#include <fmt/format.h>
#include <initializer_list>
#include <utility>

#include "diagnostics/suggestion.h"
#include "text/utf8.h"

namespace nianbao::source {
namespace {

template <typename Role>
std::optional<Role> one_of(std::string_view text, const Place& place, DiagnosticSink& sink,
                           std::initializer_list<std::pair<std::string_view, Role>> words) {
  text = text::trim(text);
  if (text.empty()) return std::nullopt;
  std::vector<std::string> known;
  for (const auto& [word, role] : words) {
    if (word == text) return role;
    known.emplace_back(word);
  }
  sink.error("N203", place, {fmt::format("不认识的值 {}", text), fmt::format("unknown value {}", text)},
             suggest(text, known));
  return std::nullopt;
}

}  // namespace

model::RowRole row_role(std::string_view text, const Place& place, DiagnosticSink& sink) {
  using enum model::RowRole;
  return one_of<model::RowRole>(text, place, sink, {{"data", data}, {"total", total}, {"group", group}})
      .value_or(data);
}

model::Breakdown breakdown(std::string_view text, const Place& place, DiagnosticSink& sink) {
  using enum model::Breakdown;
  return one_of<model::Breakdown>(
             text, place, sink,
             {{"exclusive", exclusive}, {"overlapping", overlapping}, {"partial", partial}})
      .value_or(unstated);
}

std::optional<model::ColumnRole> column_role(std::string_view text, const Place& place,
                                             DiagnosticSink& sink) {
  using Role = model::ColumnRole;
  return one_of<Role>(text, place, sink,
                      {{"text", Role::text},
                       {"number", Role::number},
                       {"label", Role::label},
                       {"unit", Role::unit},
                       {"sample", Role::sample}});
}

int row_level(std::string_view text, const Place& place, DiagnosticSink& sink) {
  text = text::trim(text);
  if (text.empty()) return 0;
  if (text.size() == 1 && text[0] >= '0' && text[0] <= '3') return text[0] - '0';
  sink.error("N203", place,
             {fmt::format("层级 {} 应为 0 到 3", text), fmt::format("the level {} should be 0 to 3", text)});
  return 0;
}

}  // namespace nianbao::source
