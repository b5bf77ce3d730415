#include <algorithm>
#include <array>
#include <cmath>

#include "chart/finding.h"
#include "chart/shares.h"
#include "chart/wording.h"
#include "chart/years.h"

namespace nianbao::chart {
namespace {

constexpr std::size_t most_tied_names = 3;
constexpr std::array<std::string_view, 9> level_units = {"%",    "％", "‰",  "元", "万元",
                                                         "亿元", "分", "岁", "℃"};

/// Everything that shares the greatest (or least) value.
std::vector<Named> tied(const std::vector<Named>& values, double value) {
  std::vector<Named> found;
  std::copy_if(values.begin(), values.end(), std::back_inserter(found),
               [&](const Named& n) { return n.value == value; });
  return found;
}

std::string join_names(const Chart& chart, const std::vector<Named>& named) {
  const bool zh = in_chinese(chart);
  if (named.size() > most_tied_names) {
    const std::string count = std::to_string(named.size());
    return zh ? joined(named.front().name, "等 ") + count + " 项"
              : named.front().name + " and " + std::to_string(named.size() - 1) + " others";
  }
  std::string text;
  for (std::size_t i = 0; i < named.size(); ++i) {
    if (i > 0) text += zh ? "、" : i + 1 == named.size() ? " and " : ", ";
    text += named[i].name;
  }
  return text;
}

std::string chinese_clause(const Chart& chart, const std::vector<Named>& named, std::string_view many,
                           std::string_view high) {
  const std::string_view word = are_levels(chart) ? high : many;
  const std::string each = named.size() > 1 ? "均为 " : "";
  return joined(join_names(chart, named), word) + "（" + each + named.front().text + "）";
}

std::string english_clause(const Chart& chart, const std::vector<Named>& named, std::string_view what) {
  const bool several = named.size() > 1;
  return join_names(chart, named) + (several ? " are the " : " is the ") + std::string(what) + " (" +
         named.front().text + (several ? " each)" : ")");
}

std::string all_equal(const Chart& chart, const std::vector<Named>& values, bool some_unknown) {
  if (in_chinese(chart)) return (some_unknown ? "已公布的各项均为 " : "各项均为 ") + values.front().text;
  return (some_unknown ? "All published values are " : "All values are ") + values.front().text;
}

std::string single_value(const Chart& chart, const Named& value) {
  if (value.name.empty()) return value.text;
  return in_chinese(chart) ? joined(value.name, "为 ") + value.text : value.name + ": " + value.text;
}

std::string moment(const Chart& chart, std::size_t i, const Series& series) {
  const std::string text = value_with_unit(chart, series, i), when = in_sentence(chart, chart.labels[i]);
  if (when.empty()) return text;
  if (in_chinese(chart)) return when + " " + text;
  return text + (year_of(when) ? " in " + when : " (" + when + ")");
}

/// A value strictly between the ends that lies beyond both.
std::string excursion(const Chart& chart, const Series& series, std::size_t first, std::size_t last,
                      bool above) {
  const auto beyond = [&](double a, double b) { return above ? a > b : a < b; };
  std::size_t best = beyond(*series.values[first], *series.values[last]) ? first : last;
  for (std::size_t i = first + 1; i < last; ++i) {
    if (series.values[i] && beyond(*series.values[i], *series.values[best])) best = i;
  }
  if (best == first || best == last) return "";
  const bool zh = in_chinese(chart);
  const std::string_view word =
      above ? (zh ? "，其间最高为 " : ", with a high of ") : (zh ? "，其间最低为 " : ", with a low of ");
  return std::string(word) + moment(chart, best, series);
}

std::string course(const Chart& chart, const Series& series, std::size_t first, std::size_t last) {
  const bool zh = in_chinese(chart), up = *series.values[last] > *series.values[first];
  const std::string from = moment(chart, first, series), to = moment(chart, last, series);
  const std::string value = value_with_unit(chart, series, last);
  if (*series.values[last] == *series.values[first]) {
    const std::string a = in_sentence(chart, chart.labels[first]), b = in_sentence(chart, chart.labels[last]);
    return zh ? joined(series.label, a) + "与 " + joined(b, "均为 ") + value
              : series.label + (series.label.empty() ? "" : ": ") + value + " in both " + a + " and " + b;
  }
  if (zh) {
    const std::string_view verb = are_levels(chart) ? (up ? "升至 " : "降至 ") : (up ? "增至 " : "减至 ");
    return joined(joined(series.label, "由 ") + from, verb) + to;
  }
  const std::string verb =
      series.label.empty() ? (up ? "Up" : "Down") : series.label + (up ? " rose" : " fell");
  return verb + " from " + from + " to " + to;
}

}  // namespace

bool are_levels(const Chart& chart) {
  const auto some_value = [&](auto holds) {
    return std::any_of(chart.series.begin(), chart.series.end(), [&](const Series& series) {
      return std::any_of(series.values.begin(), series.values.end(),
                         [&](const auto& value) { return value && holds(*value); });
    });
  };
  if (some_value([](double value) { return value < 0; })) return true;
  if (chart.unit.empty()) return some_value([](double value) { return value != std::floor(value); });
  return std::any_of(level_units.begin(), level_units.end(),
                     [&](auto unit) { return chart.unit.starts_with(unit); });
}

bool runs_over_years(const Chart& chart) {
  int previous = 0;
  for (const std::string& label : chart.labels) {
    const auto year = year_of(label);
    if (!year || *year <= previous) return false;
    previous = *year;
  }
  return chart.labels.size() > 1;
}

std::string extremes_sentence(const Chart& chart, const std::vector<Named>& values, bool some_unknown) {
  if (values.empty()) return "";
  if (values.size() == 1) return single_value(chart, values.front());
  const auto less = [](const Named& a, const Named& b) { return a.value < b.value; };
  const auto [low, high] = std::minmax_element(values.begin(), values.end(), less);
  if (low->value == high->value) return all_equal(chart, values, some_unknown);
  const std::vector<Named> most = tied(values, high->value), least = tied(values, low->value);
  const bool zh = in_chinese(chart), name_least = least.size() <= most_tied_names;
  if (zh) {
    const std::string text =
        (some_unknown ? "已公布的各项中，" : "") + chinese_clause(chart, most, "最多", "最高");
    return name_least ? text + "，" + chinese_clause(chart, least, "最少", "最低") : text;
  }
  const std::string text =
      (some_unknown ? "Of the published values, " : "") + english_clause(chart, most, "largest");
  return name_least ? text + "; " + english_clause(chart, least, "smallest") : text;
}

std::string direction_sentence(const Chart& chart, const Series& series) {
  const auto known = [](const auto& value) { return value.has_value(); };
  const auto begin = std::find_if(series.values.begin(), series.values.end(), known);
  if (begin == series.values.end()) return "";
  const auto end = std::find_if(series.values.rbegin(), series.values.rend(), known);
  const auto first = static_cast<std::size_t>(begin - series.values.begin());
  const auto last = static_cast<std::size_t>(series.values.rend() - end) - 1;
  if (first == last) {
    const bool zh = in_chinese(chart);
    const std::string name = in_sentence(chart, chart.labels[first]);
    const std::string both = series.label.empty() ? name
                             : zh                 ? name + series.label
                                                  : series.label + ", " + name;
    return single_value(chart, {both, *series.values[first], value_with_unit(chart, series, first)});
  }
  return course(chart, series, first, last) + excursion(chart, series, first, last, true) +
         excursion(chart, series, first, last, false);
}

std::string change_sentence(const Chart& chart) {
  const std::size_t last = chart.labels.size() - 1;
  const Series* widest = nullptr;
  double change = -1;
  for (const Series& series : chart.series) {
    if (!series.values.front() || !series.values[last]) continue;
    const double difference = std::fabs(*series.values[last] - *series.values.front());
    if (difference > change) widest = &series, change = difference;
  }
  if (widest == nullptr || last == 0) return "";
  if (change == 0 && chart.series.size() > 1) return "";
  const bool zh = in_chinese(chart);
  const std::string from = moment(chart, 0, *widest), to = moment(chart, last, *widest);
  if (chart.series.size() == 1) return course(chart, *widest, 0, last);
  const bool over_time = chart.type == Type::slope || runs_over_years(chart);
  if (zh) return joined(over_time ? "变化最大的是" : "差距最大的是", widest->label) + "：" + from + "，" + to;
  return (over_time ? "The largest change is in " : "The largest gap is in ") + widest->label + ": " + from +
         ", " + to;
}

}  // namespace nianbao::chart
