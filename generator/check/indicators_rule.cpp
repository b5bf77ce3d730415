#include <fmt/format.h>

#include "check/check.h"
#include "model/printed_indicators.h"

namespace nianbao::check {
namespace {

constexpr std::size_t most_candidates = 3;

std::string in_quotes(const std::vector<std::string>& names, std::string_view open, std::string_view close,
                      std::string_view between) {
  std::string out;
  for (const std::string& name : names) {
    if (!out.empty()) out += between;
    out.append(open).append(name).append(close);
  }
  return out;
}

}  // namespace

void check_indicators(const model::Report& report, const model::Catalogue& catalogue, DiagnosticSink& sink) {
  for (const model::UnmatchedRow& unmatched :
       model::printed_indicators(report.tables, report.settings.year, catalogue).unmatched) {
    const model::Row& row = *unmatched.row;
    const std::vector<std::string> near = catalogue.nearest_names(row.label, most_candidates);
    Wording hint{"在项目的 indicators.toml 里给指标加上 aliases，或者补写一个指标",
                 "give an indicator this alias in the project's indicators.toml, or write a new one"};
    if (!near.empty()) {
      hint.zh = "相近的指标：" + in_quotes(near, "“", "”", "、") + "；" + hint.zh;
      hint.en = "near: " + in_quotes(near, "“", "”", ", ") + "; " + hint.en;
    }
    sink.warning(
        "N512", {unmatched.table->place.file, row.line, 1},
        {fmt::format("指标目录里没有“{}”，它不进入汇总、比较和趋势", row.label),
         fmt::format("the catalogue has no indicator “{}”: it stays out of sums, comparison and trends",
                     row.label)},
        hint);
  }
}

}  // namespace nianbao::check
