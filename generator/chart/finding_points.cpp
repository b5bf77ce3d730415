#include <algorithm>
#include <cmath>

#include "chart/finding.h"
#include "chart/index_text.h"
#include "chart/numbers.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr std::size_t fewest_for_correlation = 8;
constexpr double clear_correlation = 0.5;  ///< weaker ones are not called positive or negative

struct Pairs {
  std::vector<double> x, y;
  std::vector<std::string> printed;  ///< of y
};

Pairs pairs_of(const Chart& chart) {
  Pairs pairs;
  for (const Series& series : chart.series) {
    for (std::size_t i = 0; i < series.values.size() && i < series.positions.size(); ++i) {
      if (!series.values[i] || !std::isfinite(series.positions[i])) continue;
      pairs.x.push_back(series.positions[i]);
      pairs.y.push_back(*series.values[i]);
      pairs.printed.push_back(value_text(chart, series, i));
    }
  }
  return pairs;
}

/// Pearson's product-moment correlation coefficient: the sum of the products of the deviations from the means
/// over the root of the product of their sums of squares (K. Pearson, "Notes on regression and inheritance in
/// the case of two parents", Proceedings of the Royal Society of London 58, 1895). Nothing where a variable
/// does not vary or the sums leave the range of a double.
std::optional<double> correlation(const std::vector<double>& x, const std::vector<double>& y) {
  const auto count = static_cast<double>(x.size());
  double mean_x = 0, mean_y = 0;
  for (std::size_t i = 0; i < x.size(); ++i) mean_x += x[i] / count, mean_y += y[i] / count;
  double products = 0, squares_x = 0, squares_y = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    products += (x[i] - mean_x) * (y[i] - mean_y);
    squares_x += (x[i] - mean_x) * (x[i] - mean_x);
    squares_y += (y[i] - mean_y) * (y[i] - mean_y);
  }
  const double r = products / (std::sqrt(squares_x) * std::sqrt(squares_y));
  if (!std::isfinite(r)) return {};
  return std::clamp(r, -1.0, 1.0);
}

std::string correlation_clause(const Chart& chart, const Pairs& pairs) {
  if (pairs.x.size() < fewest_for_correlation) return "";
  const auto r = correlation(pairs.x, pairs.y);
  if (!r) return "";
  const bool zh = in_chinese(chart);
  std::string_view word = *r > 0 ? "；二者正相关" : "；二者负相关";
  if (!zh) word = *r > 0 ? "; positively correlated" : "; negatively correlated";
  if (std::fabs(*r) < clear_correlation)
    word = zh ? "；二者没有明显的线性相关" : "; no clear linear correlation";
  const std::string figure = fixed_number(*r, 2);
  return std::string(word) + (zh ? "，相关系数 " + figure : " (r = " + figure + ")");
}

/// "平均班额在 32—48 之间"
std::string extent_clause(const Chart& chart, const std::string& name, const std::string& low,
                          const std::string& high) {
  if (in_chinese(chart)) {
    const std::string subject = name.empty() ? "" : name;
    return low == high ? joined(subject, "均为 ") + low
                       : joined(subject, "在 ") + low + " 与 " + high + " 之间";
  }
  return low == high ? name + " is " + low + " throughout" : name + " from " + low + " to " + high;
}

}  // namespace

std::string points_sentence(const Chart& chart) {
  const Pairs pairs = pairs_of(chart);
  if (pairs.x.empty()) return "";
  const bool zh = in_chinese(chart);
  const auto [x_low, x_high] = std::minmax_element(pairs.x.begin(), pairs.x.end());
  const auto [y_low, y_high] = std::minmax_element(pairs.y.begin(), pairs.y.end());
  const auto text_of = [&](auto place) {
    return with_unit(chart, pairs.printed[static_cast<std::size_t>(place - pairs.y.begin())]);
  };
  const std::string count = std::to_string(pairs.x.size());
  const std::string x =
      extent_clause(chart, x_name(chart), index_text(chart, *x_low), index_text(chart, *x_high));
  const std::string y = extent_clause(chart, y_name(chart), text_of(y_low), text_of(y_high));
  const std::string points =
      zh ? count + " 个点，" : count + (pairs.x.size() == 1 ? " point: " : " points: ");
  return points + x + (zh ? "，" : ", ") + y + correlation_clause(chart, pairs);
}

}  // namespace nianbao::chart
