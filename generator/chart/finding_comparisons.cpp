#include <algorithm>
#include <cmath>

#include "chart/bullet_parts.h"
#include "chart/finding.h"
#include "chart/shares.h"
#include "chart/wording.h"
#include "chart/years.h"

namespace nianbao::chart {
namespace {

constexpr std::size_t most_listed = 5;

/// One series of a pyramid's two sides with its sum: "男 171 人".
std::string side_with_sum(const Chart& chart, const Series& series, const std::string& sum) {
  return series.label + " " + with_unit(chart, sum);
}

bool is_part_of_count(const Chart& chart, const Series& series) {
  return !is_rate(chart) && std::all_of(series.values.begin(), series.values.end(),
                                        [](const auto& value) { return value && *value >= 0; });
}

std::string listed(const Chart& chart, const std::vector<std::string>& names) {
  const bool zh = in_chinese(chart);
  std::string text;
  for (std::size_t i = 0; i < std::min(names.size(), most_listed); ++i) {
    if (i > 0) text += words(chart).list_comma;
    text += names[i];
  }
  if (names.size() > most_listed) text += zh ? "等" : " and others";
  return text;
}

/// Names of the categories whose bar is above, at and below the mark.
struct Comparison {
  std::vector<std::string> above, equal, below;

  std::size_t count() const { return above.size() + equal.size() + below.size(); }
};

Comparison compare(const Chart& chart, const Series& bar, const Series& mark) {
  Comparison comparison;
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    if (!bar.values[i] || !mark.values[i]) continue;
    const double a = *bar.values[i], b = *mark.values[i];
    const std::string name = in_sentence(chart, chart.labels[i]);
    (a > b ? comparison.above : a < b ? comparison.below : comparison.equal).push_back(name);
  }
  return comparison;
}

/// "就业率 96.2%，高于全市中位数（94.8%）"
std::string single_comparison(const Chart& chart, const Series& bar, const Series& mark, std::size_t i) {
  const double a = *bar.values[i], b = *mark.values[i];
  const std::string name = in_sentence(chart, chart.labels[i]), value = value_with_unit(chart, bar, i);
  const std::string other = value_with_unit(chart, mark, i);
  if (in_chinese(chart)) {
    const std::string_view word = a > b ? "，高于" : a < b ? "，低于" : "，等于";
    return joined(name, "为 ") + value + std::string(word) + mark.label + "（" + other + "）";
  }
  const std::string_view word = a > b ? ", above the " : a < b ? ", below the " : ", equal to the ";
  return name + ": " + value + std::string(word) + mark.label + " (" + other + ")";
}

/// "女 45—49 岁最多（61 人）": empty when several groups share the greatest value.
std::string largest_group(const Chart& chart) {
  const Series* of = nullptr;
  std::size_t place = 0;
  bool tied = false, some_unknown = false;
  for (const Series& series : chart.series) {
    for (std::size_t i = 0; i < series.values.size(); ++i) {
      const auto& value = series.values[i];
      some_unknown = some_unknown || !value;
      if (!value || (of != nullptr && *value < *of->values[place])) continue;
      tied = of != nullptr && *value == *of->values[place];
      of = &series;
      place = i;
    }
  }
  if (of == nullptr || tied) return "";
  const std::string name = in_sentence(chart, chart.labels[place]),
                    value = value_with_unit(chart, *of, place);
  if (in_chinese(chart))
    return (some_unknown ? "已公布的各项中，" : "") + joined(joined(of->label, name), "最多（") + value +
           "）";
  return (some_unknown ? "Of the published values, " : "") + of->label + ", " + name +
         ", are the largest group (" + value + ")";
}

}  // namespace

std::string pyramid_sentence(const Chart& chart, const std::string& extremes) {
  if (chart.series.size() != 2 || chart.labels.size() < 2) return extremes;
  const std::string largest = largest_group(chart);
  const Series &first = chart.series[0], &second = chart.series[1];
  if (!is_part_of_count(chart, first) || !is_part_of_count(chart, second))
    return largest.empty() ? extremes : largest;
  const std::string a = sum_text(first), b = sum_text(second);
  const double whole = sum_of(first) + sum_of(second);
  if (a.empty() || b.empty() || !(whole > 0)) return largest;
  const std::string share = share_text(sum_of(second), whole);
  const std::string left = side_with_sum(chart, first, a), right = side_with_sum(chart, second, b);
  const std::string start = largest.empty() ? "" : largest + std::string(words(chart).sentence_break);
  if (in_chinese(chart))
    return start + "共有" + left + "、" + right + "，" + joined(second.label, "占 ") + share;
  return start + "in all " + left + ", " + right + ", the latter " + share + " of the total";
}

std::string gap_sentence(const Chart& chart) {
  Chart turned;
  turned.type = chart.type;
  turned.unit = chart.unit;
  turned.lang = chart.lang;
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    Series row;
    row.label = in_sentence(chart, chart.labels[i]);
    for (const Series& series : chart.series) {
      row.values.push_back(series.values[i]);
      row.printed.push_back(series.printed[i]);
      row.states.push_back(series.states[i]);
    }
    turned.series.push_back(std::move(row));
  }
  for (const Series& series : chart.series) turned.labels.push_back(series.label);
  return change_sentence(turned);
}

std::string comparison_sentence(const Chart& chart) {
  const BulletParts parts = bullet_parts(chart);
  if (parts.bar == no_series || parts.marks.empty()) return "";
  const Series &bar = chart.series[parts.bar], &mark = chart.series[parts.marks.front()];
  const Comparison found = compare(chart, bar, mark);
  if (found.count() == 0 || mark.label.empty()) return "";
  if (chart.labels.size() == 1) return single_comparison(chart, bar, mark, 0);
  const bool zh = in_chinese(chart), some_unknown = found.count() < chart.labels.size();
  const std::string count = std::to_string(found.count()), above = std::to_string(found.above.size());
  if (zh) {
    const std::string all = (some_unknown ? "可比的 " : "") + count + " 项";
    if (found.above.size() == found.count()) return all + "均高于" + mark.label;
    if (found.above.empty()) return all + "均不高于" + mark.label;
    return "高于" + joined(mark.label, "的有 ") + above + " 项（" + (some_unknown ? "可比的共 " : "共 ") +
           count + " 项）：" + listed(chart, found.above);
  }
  const std::string all = count + (some_unknown ? " comparable" : "") + " values";
  if (found.above.size() == found.count()) return "All " + all + " are above the " + mark.label;
  if (found.above.empty()) return "None of the " + all + " is above the " + mark.label;
  return above + " of " + all + (found.above.size() == 1 ? " is" : " are") + " above the " + mark.label +
         ": " + listed(chart, found.above);
}

}  // namespace nianbao::chart
