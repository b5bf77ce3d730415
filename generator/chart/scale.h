#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

/// From values and categories to positions. Scales know nothing of what is drawn with them.
namespace nianbao::chart {

struct Interval {
  double low = 0, high = 0;
};

/// Multiples of a round step: tick i stands at i * mantissa * 10^exponent, for i from first to last. Kept as
/// integers, so that 0.1 + 0.2 prints as 0.3.
struct Steps {
  std::int64_t first = 0, last = 0;
  std::int64_t mantissa = 1;  ///< 1, 2 or 5, unless the author gave the step
  int exponent = 0;

  double value(std::int64_t i) const;
  double width() const { return value(1); }
};

/// The smallest round steps that cover [low, high] with at most `most` intervals; no step below 1 when
/// `whole`. The same as Chart.js 4's linear scale finds for `most` + 1 ticks. The interval is widened a
/// little when its ends are equal or too close for the precision of a double.
Steps nice_steps(Interval interval, int most, bool whole);

/// Steps of the same width that lie inside [low, high].
Steps steps_within(const Steps& steps, Interval interval);

/// Steps of a given width that cover [low, high]; nothing when there would be more than `most` of them or the
/// width is no decimal of up to six digits.
std::optional<Steps> steps_of_width(Interval interval, double width, int most);

/// Maps [domain.low, domain.high] to [from, to], evenly or by powers of ten; values outside are moved to the
/// nearer end.
struct LinearScale {
  Interval domain;
  double from = 0, to = 0;
  bool logarithmic = false;  ///< the domain is positive, then

  LinearScale() = default;
  LinearScale(Interval domain, double from, double to, bool logarithmic = false)
      : domain(domain), from(from), to(to), logarithmic(logarithmic) {}

  double operator()(double value) const;
  /// The same for values outside, which stay outside: where a line is cut off depends on them.
  double beyond(double value) const;
  /// Whether a value lies between the ends.
  bool holds(double value) const;

 private:
  double share_of(double value) const;
};

/// Equal bands for categories, with a share of each left empty. Whole pixels when there is room for them.
struct BandScale {
  BandScale(std::size_t count, double from, double to, double padding);

  double start = 0;
  double step = 0;       ///< from one band to the next
  double bandwidth = 0;  ///< without the padding
  std::size_t count = 0;
  bool reverse = false;  ///< the first category stands last

  double centre(std::size_t i) const { return place(static_cast<double>(i)); }
  /// The same for places between categories.
  double place(double i) const {
    return start + ((reverse ? static_cast<double>(count) - 1 - i : i) + 0.5) * step;
  }
  double begin(std::size_t i) const { return centre(i) - bandwidth / 2; }
};

}  // namespace nianbao::chart
