#include "chart/years.h"

#include <algorithm>
#include <charconv>

#include "chart/wording.h"

namespace nianbao::chart {

std::optional<int> year_of(std::string_view label) {
  if (label.size() < 4) return {};
  int year = 0;
  const auto [end, error] = std::from_chars(label.data(), label.data() + 4, year);
  if (error != std::errc() || end != label.data() + 4 || year < 1900 || year > 2100) return {};
  const std::string_view rest = label.substr(4);
  if (rest.empty() || rest == "年" || rest == " 年") return year;
  return {};
}

std::string in_sentence(const Chart& chart, const std::string& label) {
  return in_chinese(chart) && year_of(label) ? label.substr(0, 4) + " 年" : label;
}

std::string between_text(const Chart& chart) {
  if (chart.labels.size() < 2) return "";
  const auto first = year_of(chart.labels.front()), last = year_of(chart.labels.back());
  if (!first || !last) return std::string(words(chart).between);
  const int from = std::min(*first, *last) + 1, to = std::max(*first, *last) - 1;
  if (from > to) return "";
  const bool zh = in_chinese(chart);
  std::string years = std::to_string(from);
  if (to > from) years += (zh ? "—" : "–") + std::to_string(to);
  return years + (zh ? " 年未公布" : " not published");
}

}  // namespace nianbao::chart
