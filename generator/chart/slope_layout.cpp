#include <algorithm>
#include <cmath>
#include <numeric>

#include "chart/layouts.h"
#include "chart/line_breaking.h"
#include "chart/spreading.h"
#include "chart/text_measure.h"
#include "chart/value_axis.h"
#include "chart/wording.h"
#include "chart/years.h"

namespace nianbao::chart {
namespace {

constexpr double usual_height = 280, height_of_few = 200;
constexpr double text_distance = 34;  ///< from a point to its label, with a marker between them
constexpr double near_distance = 14;  ///< without a marker
constexpr double label_gap = 6;       ///< between labels, up and down
constexpr double names_share = 0.36;  ///< of the picture's width, for the labels at the right
constexpr double gap_share = 0.8;     ///< of the way between the ends, where years are not published
constexpr double displaced = 5;       ///< a label farther than this from its point gets a marker
constexpr double marker_radius = 3.5;
constexpr double end_radius = 5;
constexpr int tick_count = 5;
constexpr TextStyle end_style = {text_size, Ink::strong, true, false};

/// One end of every series: labels in the order in which they stand.
struct Side {
  std::size_t category = 0;
  double x = 0;
  std::vector<Wrapped> texts;  ///< by series
  std::vector<double> wanted;  ///< by series
  double width = 0, height = 0;
};

struct Plan {
  Side left, right;
  LinearScale scale;
  double top = 0, bottom = 0;
  Wrapped between;  ///< what lies between the ends, in words; empty when nothing does
};

Side make_side(const Chart& chart, std::size_t category, bool with_names, double room) {
  Side side;
  side.category = category;
  for (const Series& series : chart.series) {
    std::string text = value_text(chart, series, category);
    if (with_names && !series.label.empty()) text += "\u2002" + series.label;
    side.texts.push_back(wrap(text, text_size, room, 2));
    side.width = std::max(side.width, side.texts.back().width);
    side.height += block_height(side.texts.back().lines, text_size) + label_gap;
  }
  return side;
}

/// Height of a label: its own value's; else its series' other end; else the foot of the picture.
void want_heights(Side& side, const Side& other, const Chart& chart, const Plan& plan) {
  for (const Series& series : chart.series) {
    const auto& own = series.values[side.category];
    const auto& value = own ? own : series.values[other.category];
    side.wanted.push_back(value ? plan.scale(*value) : plan.bottom);
  }
}

Plan make_plan(const Canvas& canvas) {
  const Chart& chart = canvas.chart;
  Plan plan;
  plan.left = make_side(chart, 0, false, canvas.scene.width * 0.2);
  plan.right = make_side(chart, chart.labels.size() - 1, true, canvas.scene.width * names_share);
  const double heading = text_width(chart.labels.front(), text_size, true) / 2;
  plan.left.x =
      canvas.left() + std::max(plan.left.width + text_distance, std::min(heading, canvas.scene.width * 0.15));
  plan.right.x = canvas.right() - plan.right.width - text_distance;
  plan.between = wrap(between_text(chart), value_size,
                      std::max((plan.right.x - plan.left.x) * gap_share - 12, 2 * value_size), 4);
  const double usual = canvas.plot_height > 0    ? canvas.plot_height
                       : chart.series.size() > 2 ? usual_height
                                                 : height_of_few;
  const double words = block_height(plan.between.lines, value_size) + 8;
  plan.top = canvas.top + 40;
  plan.bottom = plan.top + std::max({usual, plan.left.height, plan.right.height, words});
  plan.scale = make_value_axis(chart, value_extent(chart), tick_count).scale(plan.bottom - 10, plan.top + 10);
  want_heights(plan.left, plan.right, chart, plan);
  want_heights(plan.right, plan.left, chart, plan);
  return plan;
}

/// What lies between is not known: a field of its own, and no line through it.
void draw_gap(Scene& scene, const Plan& plan) {
  if (plan.between.text.empty()) return;
  const double margin = (plan.right.x - plan.left.x) * (1 - gap_share) / 2;
  scene.gaps.push_back({plan.left.x + margin, plan.top, plan.right.x - margin, plan.bottom});
  const Point middle = {(plan.left.x + plan.right.x) / 2, (plan.top + plan.bottom) / 2};
  scene.add_if_free(make_label(plan.between.text, middle, Anchor::middle, Stand::middle,
                               {value_size, Ink::muted, false, false}));
}

void draw_series(Scene& scene, const Chart& chart, const Plan& plan) {
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const auto& first = chart.series[s].values[plan.left.category];
    const auto& last = chart.series[s].values[plan.right.category];
    const Point a = {plan.left.x, first ? plan.scale(*first) : 0},
                b = {plan.right.x, last ? plan.scale(*last) : 0};
    if (first && last && plan.between.text.empty()) scene.strokes.push_back({{a, b}, s});
    if (first) scene.dots.push_back({a, s, end_radius});
    if (last) scene.dots.push_back({b, s, end_radius});
  }
}

/// The order from top to bottom.
std::vector<std::size_t> order_of(const Side& side) {
  std::vector<std::size_t> order(side.wanted.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](auto a, auto b) { return side.wanted[a] < side.wanted[b]; });
  return order;
}

/// Where labels had to move away from their points, each gets the marker of its series and a line to its
/// point.
void draw_side(Scene& scene, const Chart& chart, const Plan& plan, const Side& side, bool right) {
  const std::vector<std::size_t> order = order_of(side);
  std::vector<double> wanted, heights;
  for (const std::size_t s : order) {
    wanted.push_back(side.wanted[s]);
    heights.push_back(block_height(side.texts[s].lines, text_size) + label_gap);
  }
  const std::vector<double> centres = spread(wanted, heights, plan.top, plan.bottom);
  const double outwards = right ? 1 : -1;
  bool marked = false;
  for (std::size_t k = 0; k < order.size(); ++k)
    marked = marked || std::fabs(centres[k] - wanted[k]) > displaced;
  for (std::size_t k = 0; k < order.size(); ++k) {
    const std::size_t s = order[k];
    const bool known = chart.series[s].values[side.category].has_value();
    const double x = side.x + outwards * (marked ? text_distance : near_distance);
    const TextStyle style = {text_size, known ? Ink::plain : Ink::muted, false, false};
    const Point marker = {x - outwards * 9, centres[k]};
    if (marked && known)
      scene.rules.push_back({{{side.x + outwards * end_radius, wanted[k]}, marker}, RuleKind::leader, false});
    if (marked) scene.dots.push_back({marker, s, marker_radius});
    scene.add_if_free(make_label(side.texts[s].text, {x, centres[k]}, right ? Anchor::start : Anchor::end,
                                 Stand::middle, style));
  }
}

/// The two moments, on top of upright lines.
void draw_end(Scene& scene, const Chart& chart, const Plan& plan, const Side& side) {
  scene.rules.push_back({{{side.x, plan.top}, {side.x, plan.bottom}}, RuleKind::grid, false});
  const double room = std::max(2 * std::min(side.x, scene.width - side.x) - 2 * edge, 3 * text_size);
  const Wrapped name = wrap(chart.labels[side.category], text_size,
                            std::min(room, (plan.right.x - plan.left.x) - 10), 2, true);
  if (name.text.empty()) return;
  scene.add_if_free(make_label(name.text, {side.x, plan.top - 6}, Anchor::middle, Stand::above, end_style));
}

}  // namespace

void layout_slope(Canvas& canvas) {
  const Chart& chart = canvas.chart;
  const std::string caption = unit_caption(chart, chart.values().title);
  if (!caption.empty()) add_note(canvas, caption);
  const Plan plan = make_plan(canvas);
  draw_end(canvas.scene, chart, plan, plan.left);
  draw_end(canvas.scene, chart, plan, plan.right);
  draw_gap(canvas.scene, plan);
  draw_series(canvas.scene, chart, plan);
  draw_side(canvas.scene, chart, plan, plan.left, false);
  draw_side(canvas.scene, chart, plan, plan.right, true);
  canvas.top = plan.bottom + 4;
}

}  // namespace nianbao::chart
