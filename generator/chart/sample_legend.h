#pragma once

#include <string>
#include <vector>

#include "chart/canvas.h"

namespace nianbao::chart {

/// What one of the shapes in a picture stands for, beside a small sample of it.
struct SampleItem {
  enum class Shape { bar, dot, notch, field };
  Shape shape = Shape::bar;
  std::size_t colour = 0;
  bool neutral = false;  ///< a field without a colour
  std::string text;
};

/// Samples with their words in rows from the left, and the caption where there is room for it. Items without
/// words are left out.
void add_samples(Canvas& canvas, const std::vector<SampleItem>& items, const std::string& caption);

/// One sample in a square of `sample_side`, its left side at `x`.
inline constexpr double sample_side = 12;
void draw_sample(Scene& scene, const SampleItem& item, double x, double middle);

}  // namespace nianbao::chart
