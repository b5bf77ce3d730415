#include "chart/description.h"

#include "chart/finding.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr std::size_t most_values = 60;

void append_values(std::string& out, const Chart& chart, const Series& series, std::size_t& room) {
  for (std::size_t i = 0; i < chart.labels.size() && room > 0; ++i, --room) {
    if (i > 0) out += words(chart).list_comma;
    out += chart.labels[i];
    if (!chart.labels[i].empty()) out += ' ';
    out += value_text(chart, series, i);
  }
}

}  // namespace

std::string description_of(const Chart& chart) {
  const bool zh = in_chinese(chart);
  std::string out = chart.finding.empty() ? finding_of(chart) : chart.finding;
  if (!out.empty() && !out.ends_with("。") && !out.ends_with('.')) out += zh ? "。" : ".";
  std::size_t room = most_values;
  for (const Series& series : chart.series) {
    if (room == 0) break;
    if (!out.empty() && !zh) out += ' ';
    const std::string caption = unit_caption(chart, series.label);
    if (!caption.empty()) out.append(caption).append(words(chart).pair_colon);
    append_values(out, chart, series, room);
    out += room == 0 ? "…" : zh ? "。" : ".";
  }
  return out;
}

}  // namespace nianbao::chart
