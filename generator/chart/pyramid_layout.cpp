#include <algorithm>

#include "chart/category_axis.h"
#include "chart/layouts.h"
#include "chart/paint.h"
#include "chart/sample_legend.h"
#include "chart/text_measure.h"
#include "chart/value_axis.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr double names_share = 0.3;  ///< of the picture's width, at most
constexpr double widest_names = 220;
constexpr double gutter_padding = 10;  ///< between names and bars
constexpr double text_gap = 5;
constexpr double header_height = 28;
constexpr double between_bars = 4;
constexpr double tallest_picture = 2640, least_step = 5;
constexpr double least_bars_share = 0.3;  ///< of a side; values that would leave less are not written
constexpr std::size_t most_tall_rows = 60;
constexpr std::size_t sides = 2;
constexpr TextStyle word_style = {small_size, Ink::muted, false, false};

/// Two sides around a gutter for the names, with one scale: `length` pixels are `greatest`.
struct Plan {
  CategoryLabels names;
  double top = 0, bottom = 0, step = 0;
  double inner[sides] = {};  ///< where the bars of each side begin
  double length = 0, greatest = 0;
  double label_size = 0;  ///< 0: no room for values
  bool reversed = false;

  /// The first category is the youngest and stands lowest.
  double middle(std::size_t i, std::size_t count) const {
    const std::size_t row = reversed ? i : count - 1 - i;
    return top + (static_cast<double>(row) + 0.5) * step;
  }
  double outer(std::size_t side, double value) const {
    const double extent = greatest > 0 ? value / greatest * length : 0;
    return side == 0 ? inner[0] - extent : inner[1] + extent;
  }
};

/// Calls visit(side, category) for each value of both sides.
template <typename Visit>
void for_each_value(const Chart& chart, Visit visit) {
  for (std::size_t side = 0; side < std::min(chart.series.size(), sides); ++side) {
    for (std::size_t i = 0; i < chart.labels.size(); ++i) visit(side, i);
  }
}

/// What is drawn: nothing below zero.
double drawn_value(const Chart& chart, std::size_t side, std::size_t category) {
  return std::max(chart.series[side].values[category].value_or(0), 0.0);
}

double greatest_of(const Chart& chart) {
  double greatest = 0;
  for_each_value(chart,
                 [&](auto side, auto i) { greatest = std::max(greatest, drawn_value(chart, side, i)); });
  return greatest;
}

double step_of(const Canvas& canvas, double room) {
  const std::size_t count = canvas.chart.labels.size();
  if (canvas.plot_height > 0) return std::max(canvas.plot_height / static_cast<double>(count), least_step);
  if (count > most_tall_rows) return std::max(least_step, tallest_picture / static_cast<double>(count) / 2);
  const CategoryLabels names = fit_beside(canvas.chart, 64, room);
  return std::max(count > 16 ? 24.0 : 30.0, block_height(names.lines, names.size) + 8);
}

/// The longest bar that leaves every value its room; 0 when too little would be left.
double length_beside_values(const Chart& chart, double greatest, double half, double size) {
  double length = half;
  for_each_value(chart, [&](auto side, auto i) {
    const double width = text_gap + text_width(value_text(chart, chart.series[side], i), size);
    const double share = greatest > 0 ? drawn_value(chart, side, i) / greatest : 0;
    if (share > 0) length = std::min(length, (half - width) / share);
    if (width > half) length = 0;
  });
  return length < least_bars_share * half ? 0 : length;
}

Plan make_plan(const Canvas& canvas) {
  const Chart& chart = canvas.chart;
  const double room = std::min(canvas.scene.width * names_share, widest_names);
  Plan plan;
  plan.reversed = chart.index.reverse;
  plan.step = step_of(canvas, room);
  plan.names = fit_beside(chart, plan.step, room);
  plan.top = canvas.top;
  plan.bottom = canvas.top + plan.step * static_cast<double>(chart.labels.size());
  const double gutter = plan.names.widest > 0 ? plan.names.widest + 2 * gutter_padding : 2;
  plan.inner[0] = canvas.scene.width / 2 - gutter / 2;
  plan.inner[1] = canvas.scene.width / 2 + gutter / 2;
  const double half = plan.inner[0] - canvas.left();
  plan.greatest = std::max(greatest_of(chart), chart.values().maximum.value_or(0));
  for (const double size : {value_size, small_size}) {
    if (plan.step < size + 2 || plan.label_size > 0) continue;
    plan.length = length_beside_values(chart, plan.greatest, half, size);
    plan.label_size = plan.length > 0 ? size : 0;
  }
  if (plan.label_size == 0) plan.length = half;
  return plan;
}

/// Names over their sides, next to the gutter, and the unit at the left where there is room for it.
void draw_header(Canvas& canvas, const Plan& plan, const std::string& caption) {
  const Chart& chart = canvas.chart;
  const double middle = plan.top - header_height / 2;
  const TextStyle caption_style = {value_size, Ink::muted, false, false};
  canvas.scene.add_if_free(
      make_label(caption, {canvas.left(), middle}, Anchor::start, Stand::middle, caption_style));
  for (std::size_t side = 0; side < std::min(chart.series.size(), sides); ++side) {
    const Series& series = chart.series[side];
    const double room = plan.inner[0] - canvas.left() - sample_side - 7;
    const Wrapped name = wrap(series.label, text_size, room, 1, true);
    if (name.text.empty()) continue;
    const double x = side == 0 ? plan.inner[0] - name.width - sample_side - 7 : plan.inner[1];
    const std::size_t colour = fill_colour(canvas.scene, series, side);
    draw_sample(canvas.scene, {SampleItem::Shape::bar, colour, false, ""}, x, middle);
    const TextStyle style = {text_size, Ink::strong, true, false};
    canvas.scene.add_if_free(
        make_label(name.text, {x + sample_side + 7, middle}, Anchor::start, Stand::middle, style));
  }
}

/// Whether the caption leaves room for the first side's name, wherever the gutter will begin.
bool caption_fits_in_header(const Canvas& canvas, const std::string& caption) {
  const double gutter = std::min(canvas.scene.width * names_share, widest_names) + 2 * gutter_padding;
  const double name =
      canvas.chart.series.empty() ? 0 : text_width(canvas.chart.series.front().label, text_size, true);
  const double room = (canvas.scene.width - gutter) / 2 - canvas.left();
  return text_width(caption, value_size) + 16 + name + sample_side + 7 <= room;
}

void draw_names(Scene& scene, const Chart& chart, const Plan& plan) {
  const TextStyle style = {plan.names.size, Ink::plain, false, false};
  for (std::size_t k = 0; k < plan.names.names.size(); ++k) {
    const std::string& text = plan.names.names[k].text;
    const double y = plan.middle(k * plan.names.every, chart.labels.size());
    if (text.empty()) continue;
    scene.add_if_free(make_label(text, {scene.width / 2, y}, Anchor::middle, Stand::middle, style));
  }
}

void draw_bars(Scene& scene, const Chart& chart, const Plan& plan) {
  const double half = std::max(plan.step - between_bars, plan.step * 0.7) / 2;
  for_each_value(chart, [&](std::size_t side, std::size_t i) {
    const double value = drawn_value(chart, side, i), y = plan.middle(i, chart.labels.size());
    if (value <= 0) return;
    const Box box = box_between({plan.inner[side], y - half}, {plan.outer(side, value), y + half});
    const std::size_t colour = fill_colour(scene, chart.series[side], side, i);
    scene.bars.push_back({box, colour, side, i, side == 0 ? Bar::Round::left : Bar::Round::right, false});
  });
}

void draw_values(Scene& scene, const Chart& chart, const Plan& plan) {
  const TextStyle style = {plan.label_size, Ink::plain, false, false};
  for_each_value(chart, [&](std::size_t side, std::size_t i) {
    const bool known = chart.series[side].values[i].has_value();
    const double end = plan.outer(side, drawn_value(chart, side, i));
    const Point at = {end + (side == 0 ? -text_gap : text_gap), plan.middle(i, chart.labels.size())};
    scene.add_if_free(make_label(value_text(chart, chart.series[side], i), at,
                                 side == 0 ? Anchor::end : Anchor::start, Stand::middle,
                                 known ? style : word_style));
  });
}

/// Where values cannot be written: the same ticks below both sides.
void draw_ticks(Scene& scene, const Chart& chart, Plan& plan) {
  const ValueAxis axis = make_value_axis_along(chart, chart.values(), {0, plan.greatest}, plan.length);
  plan.greatest = std::max(plan.greatest, axis.domain.high);
  plan.length -= axis.widest_text / 2;
  for (std::size_t side = 0; side < sides; ++side) {
    scene.ticks.clear();
    const double end = plan.outer(side, plan.greatest);
    const Box plot = {std::min(end, plan.inner[side]), plan.top, std::max(end, plan.inner[side]),
                      plan.bottom};
    draw_ticks_below(scene, axis, {{0, plan.greatest}, plan.inner[side], end}, plot);
  }
}

void draw_base_lines(Scene& scene, const Plan& plan) {
  for (const double x : plan.inner)
    scene.rules.push_back({{{x, plan.top}, {x, plan.bottom}}, RuleKind::axis, false});
}

}  // namespace

void layout_pyramid(Canvas& canvas) {
  const Chart& chart = canvas.chart;
  std::string caption = unit_caption(chart, chart.values().title);
  if (!caption_fits_in_header(canvas, caption)) {
    add_samples(canvas, {}, caption);
    caption.clear();
  }
  canvas.top += header_height;
  Plan plan = make_plan(canvas);
  draw_header(canvas, plan, caption);
  draw_names(canvas.scene, chart, plan);
  canvas.top = plan.bottom + 4;
  if (plan.label_size == 0) {
    draw_ticks(canvas.scene, chart, plan);
    canvas.top += 4 + block_height(1, value_size);
    add_gap_note(canvas);
  }
  draw_bars(canvas.scene, chart, plan);
  if (plan.label_size > 0) draw_values(canvas.scene, chart, plan);
  draw_base_lines(canvas.scene, plan);
  if (chart.series.size() > sides) {
    std::string more(words(chart).and_more);
    add_note(canvas, more.replace(more.find("{0}"), 3, std::to_string(chart.series.size() - sides)));
  }
}

}  // namespace nianbao::chart
