#include "chart/wording.h"

#include <algorithm>
#include <array>

#include "chart/numbers.h"

namespace nianbao::chart {
namespace {

constexpr Words chinese = {.missing = "未公布",
                           .withheld = "不公开",
                           .not_applicable = "不适用",
                           .no_data = "无数据",
                           .too_much = "数据过多，无法成图，请看数据表",
                           .between = "其间未公布",
                           .gaps = "空缺处：",
                           .slices = "扇形只表示已公布的各项",
                           .rings = "由外到内：",
                           .parts = "图中只表示已公布的各项",
                           .size = "大小",
                           .no_whole = "各项之和超过 100%，不能画成一个整体的各部分",
                           .square = "一格为 1%，格数取整",
                           .square_of_known = "一格为已公布各项之和的 1%，格数取整",
                           .total = "合计",
                           .category = "项目",
                           .series = "系列",
                           .value = "数值",
                           .list_comma = "、",
                           .pair_colon = "：",
                           .sentence_break = "；",
                           .percent = "占比（%），条内为原数；",
                           .and_more = "另有 {0} 项，见数据表"};
constexpr Words english = {.missing = "not published",
                           .withheld = "withheld",
                           .not_applicable = "not applicable",
                           .no_data = "No data",
                           .too_much = "Too much data for a picture; see the data table",
                           .between = "not published in between",
                           .gaps = "Gaps: ",
                           .slices = "The slices show published values only",
                           .rings = "From the outside in: ",
                           .parts = "Only published values are drawn",
                           .size = "Size",
                           .no_whole = "The values add up to more than 100% and are no parts of one whole",
                           .square = "One square is 1%, in whole squares",
                           .square_of_known = "One square is 1% of what is published, in whole squares",
                           .total = "Total",
                           .category = "Category",
                           .series = "Series",
                           .value = "Value",
                           .list_comma = ", ",
                           .pair_colon = ": ",
                           .sentence_break = "; ",
                           .percent = "Shares (%), with the values inside; ",
                           .and_more = "{0} more: see the data table"};

/// Units that stand at the number without a space.
constexpr std::array<std::string_view, 5> close_units = {"%", "％", "‰", "℃", "°"};

bool stands_close(std::string_view unit) {
  return std::any_of(close_units.begin(), close_units.end(),
                     [&](auto close) { return unit.starts_with(close); });
}

bool is_number(State state) { return state == State::number || state == State::approximate; }

std::string_view word_for(const Words& words, State state) {
  if (state == State::withheld) return words.withheld;
  return state == State::not_applicable ? words.not_applicable : words.missing;
}

}  // namespace

bool in_chinese(const Chart& chart) { return chart.lang.empty() || chart.lang.starts_with("zh"); }

const Words& words(const Chart& chart) { return in_chinese(chart) ? chinese : english; }

std::string joined(std::string_view a, std::string_view b) {
  std::string text(a);
  if (a.empty() || b.empty()) return text.append(b);
  const auto is_latin = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '%';
  };
  const auto is_chinese = [](char c) { return static_cast<unsigned char>(c) >= 0xE3; };
  const bool latin_first = is_latin(a.back()) && is_chinese(b.front());
  const bool latin_last = static_cast<unsigned char>(a.back()) >= 0x80 && is_latin(b.front());
  if (latin_first || latin_last) text += ' ';
  return text.append(b);
}

std::string with_unit(const Chart& chart, std::string_view number) {
  std::string text(number);
  if (chart.unit.empty() || text.ends_with(chart.unit)) return text;
  if (!stands_close(chart.unit)) text += ' ';
  return text + chart.unit;
}

std::string unit_caption(const Chart& chart, std::string_view name) {
  const bool zh = in_chinese(chart);
  if (chart.unit.empty()) return std::string(name);
  if (name.empty()) return (zh ? "单位：" : "Unit: ") + chart.unit;
  return std::string(name).append(zh ? "（" : " (").append(chart.unit).append(zh ? "）" : ")");
}

std::string range_text(const Chart& chart, double a, double b) {
  return plain_number(std::min(a, b)) + (in_chinese(chart) ? "—" : "–") + plain_number(std::max(a, b));
}

std::string value_text(const Chart& chart, const Series& series, std::size_t category) {
  if (!series.printed[category].empty()) return series.printed[category];
  if (series.values[category] && category < series.bases.size() && series.bases[category])
    return range_text(chart, *series.bases[category], *series.values[category]);
  if (series.values[category]) return plain_number(*series.values[category]);
  return std::string(word_for(words(chart), series.states[category]));
}

std::string value_with_unit(const Chart& chart, const Series& series, std::size_t category) {
  const std::string text = value_text(chart, series, category);
  // The unit is that of the first axis.
  return is_number(series.states[category]) && series.axis == 0 ? with_unit(chart, text) : text;
}

std::string undrawn_states(const Chart& chart) {
  std::string list;
  for (const State state : {State::missing, State::withheld}) {
    const bool occurs = std::any_of(chart.series.begin(), chart.series.end(), [&](const Series& series) {
      return std::find(series.states.begin(), series.states.end(), state) != series.states.end();
    });
    if (!occurs) continue;
    if (!list.empty()) list += words(chart).list_comma;
    list += word_for(words(chart), state);
  }
  return list;
}

}  // namespace nianbao::chart
