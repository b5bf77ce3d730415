#include "chart/description.h"

#include "chart/finding.h"
#include "chart/index_text.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr std::size_t most_values_told = 60;
constexpr std::size_t usual_size = 1500;

/// "3, 85.2" of a point in brackets; "2023-09 85.2" at a place; else the category's name and the value.
void append_value(std::string& out, const Chart& chart, const Series& series, std::size_t i) {
  const std::string& label = chart.labels[i];
  const bool placed = chart.index.type != ScaleType::category && i < series.positions.size();
  const bool in_brackets = placed && has_points(chart);
  if (!label.empty()) out.append(label) += ' ';
  if (in_brackets) {
    out.append("(").append(index_text(chart, series.positions[i])).append(", ");
  } else if (placed && label.empty()) {
    out.append(index_text(chart, series.positions[i])) += ' ';
  }
  out += value_text(chart, series, i);
  if (in_brackets) out += ')';
}

void append_values(std::string& out, const Chart& chart, const Series& series, std::size_t& room) {
  for (std::size_t i = 0; i < chart.labels.size() && room > 0; ++i, --room) {
    if (i > 0) out += words(chart).list_comma;
    append_value(out, chart, series, i);
  }
}

}  // namespace

std::string description_of(const Chart& chart) {
  const bool zh = in_chinese(chart);
  std::string out;
  out.reserve(usual_size);
  out += chart.finding.empty() ? finding_of(chart) : chart.finding;
  if (!out.empty() && !out.ends_with("。") && !out.ends_with('.')) out += zh ? "。" : ".";
  std::size_t room = most_values_told;
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
