#include "chart/shares.h"

#include <algorithm>
#include <cmath>

#include "chart/numbers.h"

namespace nianbao::chart {
namespace {

constexpr double exact_below = 1e12;

bool printed_as_rate(const Series& series) {
  return std::any_of(series.printed.begin(), series.printed.end(),
                     [](const std::string& text) { return text.ends_with('%') || text.ends_with("％"); });
}

}  // namespace

std::string share_text(double part, double whole) {
  if (!(whole > 0) || !(part > 0)) return "0%";
  const double percent = part / whole * 100;
  if (part >= whole) return "100%";
  if (percent < 0.05) return "<0.1%";
  if (percent >= 99.95) return ">99.9%";
  return fixed_number(percent, 1) + "%";
}

bool is_rate(const Chart& chart) {
  return chart.unit.starts_with('%') || chart.unit.starts_with("％") || chart.unit.starts_with("‰");
}

bool has_shares(const Chart& chart, const Series& series) {
  if (is_rate(chart) || printed_as_rate(series)) return false;
  const bool all_known = std::all_of(series.values.begin(), series.values.end(),
                                     [](const auto& value) { return value && *value >= 0; });
  return all_known && sum_of(series) > 0;
}

double sum_of(const Series& series) {
  double sum = 0;
  for (const auto& value : series.values) sum += value ? std::max(*value, 0.0) : 0;
  return sum;
}

std::string sum_text(const Series& series) {
  const double sum = sum_of(series);
  const bool approximate =
      std::find(series.states.begin(), series.states.end(), State::approximate) != series.states.end();
  if (approximate || sum >= exact_below) return "";
  int decimals = 0;
  bool grouped = true;
  for (std::size_t i = 0; i < series.values.size(); ++i) {
    const std::string& printed = series.printed[i];
    const std::string text = printed.empty() && series.values[i] ? plain_number(*series.values[i]) : printed;
    decimals = std::max(decimals, decimals_of(text));
    grouped =
        grouped && (printed.empty() || *series.values[i] < 1000 || printed.find(',') != std::string::npos);
  }
  std::string text = fixed_number(sum, decimals);
  if (!grouped) std::erase(text, ',');
  return text;
}

}  // namespace nianbao::chart
