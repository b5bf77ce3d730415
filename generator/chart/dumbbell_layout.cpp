#include <algorithm>
#include <cmath>

#include "chart/layouts.h"
#include "chart/paint.h"
#include "chart/rows.h"
#include "chart/sample_legend.h"
#include "chart/text_measure.h"
#include "chart/value_axis.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr double radius = 6;
constexpr double covered_radius = 9;  ///< of a dot below another one at the same place
constexpr double text_gap = 5;        ///< from a dot to its value
constexpr double word_gap = 12;       ///< from a value to the words for what is not known
constexpr double body_of_two = 18, body_of_more = 36;
constexpr TextStyle value_style = {value_size, Ink::plain, false, false};
constexpr TextStyle word_style = {small_size, Ink::muted, false, false};

/// One row: the known values from left to right, and what is not known in words.
struct DotRow {
  std::vector<std::size_t> series;  ///< in ascending order of values
  std::string unknown;
};

std::string unknown_of(const Chart& chart, std::size_t category) {
  std::string text, last;
  bool alike = true, none = true;
  for (const Series& series : chart.series) {
    if (series.values[category]) {
      none = false;
      continue;
    }
    const std::string word = value_text(chart, series, category);
    alike = alike && (last.empty() || last == word);
    last = word;
    const std::string name = joined(series.label, in_chinese(chart) ? word : " " + word);
    text.append(text.empty() ? "" : words(chart).list_comma).append(name);
  }
  return none && alike ? last : text;
}

std::vector<DotRow> rows_of(const Chart& chart) {
  std::vector<DotRow> rows;
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    DotRow row;
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
      if (chart.series[s].values[i]) row.series.push_back(s);
    }
    std::stable_sort(row.series.begin(), row.series.end(), [&](std::size_t a, std::size_t b) {
      return *chart.series[a].values[i] < *chart.series[b].values[i];
    });
    row.unknown = unknown_of(chart, i);
    rows.push_back(std::move(row));
  }
  return rows;
}

struct Plan {
  Rows rows;
  std::vector<DotRow> dots;
  ValueAxis axis;
  LinearScale scale;
  bool values = false;   ///< there is room for them
  bool unknown = false;  ///< and for the words
};

std::vector<TextsBeside> texts_of(const Chart& chart, const std::vector<DotRow>& rows,
                                  const LinearScale& share, bool values, bool unknown) {
  std::vector<TextsBeside> texts;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const DotRow& row = rows[i];
    const double words =
        unknown && !row.unknown.empty() ? word_gap + text_width(row.unknown, word_style.size) : 0;
    if (row.series.empty()) {
      texts.push_back({0, 0, words});
      continue;
    }
    const auto width = [&](std::size_t s) {
      const double text = text_width(value_text(chart, chart.series[s], i), value_style.size);
      return covered_radius + (values ? text_gap + text : 0);
    };
    const std::size_t first = row.series.front(), last = row.series.back();
    if (first != last) texts.push_back({share(*chart.series[first].values[i]), width(first), 0});
    texts.push_back({share(*chart.series[last].values[i]), covered_radius, width(last) + words});
  }
  return texts;
}

/// Whether values, and words for what is not known, find room.
bool fit(Plan& plan, const Canvas& canvas, bool values, bool unknown, bool names_above) {
  const Chart& chart = canvas.chart;
  plan.rows = plan_rows(canvas, chart.series.size() > 2 ? body_of_more : body_of_two, 0, names_above);
  const Interval room = {plan.rows.left, canvas.right()};
  const double length = std::max(room.high - room.low, 40.0);
  plan.axis = make_value_axis_along(chart, chart.values(), value_extent(chart), length * 0.8);
  plan.values = values && plan.rows.has_room_for_texts;
  plan.unknown = unknown && plan.rows.has_room_for_texts;
  std::vector<TextsBeside> texts =
      texts_of(chart, plan.dots, plan.axis.scale(0, 1), plan.values, plan.unknown);
  texts.push_back(room_for_first_tick(plan.rows, plan.axis));
  texts.push_back(room_for_last_tick(plan.axis));
  const auto axis = fit_axis(texts, room);
  const double margin = std::min(covered_radius, length / 4);
  const Interval ends = axis.value_or(Interval{room.low + margin, room.high - margin});
  plan.scale = plan.axis.scale(ends.low, ends.high);
  return axis.has_value();
}

/// Names move above their rows before values are left to the data table.
Plan make_plan(const Canvas& canvas) {
  Plan plan;
  plan.dots = rows_of(canvas.chart);
  for (const bool unknown : {true, false}) {
    for (const bool names_above : {false, true}) {
      if (fit(plan, canvas, true, unknown, names_above)) return plan;
    }
  }
  fit(plan, canvas, false, false, false);
  return plan;
}

double position(const Chart& chart, const Plan& plan, std::size_t series, std::size_t category) {
  return plan.scale(*chart.series[series].values[category]);
}

void draw_dots(Scene& scene, const Chart& chart, const Plan& plan, std::size_t i) {
  const double y = plan.rows.middles[i];
  const double scale = std::min(1.0, plan.rows.body / (2 * radius));
  std::vector<double> taken;
  std::vector<Dot> dots;
  for (std::size_t s = chart.series.size(); s-- > 0;) {
    if (!chart.series[s].values[i]) continue;
    const double x = position(chart, plan, s, i);
    const bool covered = std::any_of(taken.begin(), taken.end(),
                                     [&](double other) { return std::fabs(other - x) < radius / 2; });
    taken.push_back(x);
    const std::size_t colour = fill_colour(scene, chart.series[s], s, i);
    dots.push_back({{x, y}, colour, (covered ? covered_radius : radius) * scale});
  }
  scene.dots.insert(scene.dots.end(), dots.rbegin(), dots.rend());
}

void draw_row(Scene& scene, const Chart& chart, const Plan& plan, std::size_t i) {
  const auto& first = chart.series.front().values[i];
  const auto& last = chart.series.back().values[i];
  const double y = plan.rows.middles[i];
  if (first && last && chart.series.size() > 1)
    scene.spans.push_back({{plan.scale(*first), y}, {plan.scale(*last), y}});
  draw_dots(scene, chart, plan, i);
}

/// Values outside the outermost dots; those between stand above theirs where there is room.
void draw_texts(Scene& scene, const Chart& chart, const Plan& plan, std::size_t i) {
  const DotRow& row = plan.dots[i];
  const double y = plan.rows.middles[i];
  const auto text = [&](std::size_t s) { return value_text(chart, chart.series[s], i); };
  double right = plan.scale.from;
  if (!row.series.empty() && plan.values) {
    const std::size_t first = row.series.front(), last = row.series.back();
    right = position(chart, plan, last, i) + radius + text_gap;
    Label label = make_label(text(last), {right, y}, Anchor::start, Stand::middle, value_style);
    right = label.box.right + word_gap;
    scene.add_if_free(std::move(label));
    const double left = position(chart, plan, first, i) - radius - text_gap;
    if (first != last)
      scene.add_if_free(make_label(text(first), {left, y}, Anchor::end, Stand::middle, value_style));
    for (std::size_t k = 1; k + 1 < row.series.size(); ++k) {
      const Point at = {position(chart, plan, row.series[k], i), y - radius - 1};
      scene.add_if_free(make_label(text(row.series[k]), at, Anchor::middle, Stand::above, value_style));
    }
  }
  if (plan.unknown && !row.unknown.empty())
    scene.add_if_free(make_label(row.unknown, {right, y}, Anchor::start, Stand::middle, word_style));
}

std::vector<SampleItem> samples_of(Scene& scene, const Chart& chart) {
  std::vector<SampleItem> items;
  if (!chart.show_legend || chart.series.size() < 2) return items;
  for (std::size_t s = 0; s < chart.series.size(); ++s) {
    const Series& series = chart.series[s];
    items.push_back({SampleItem::Shape::dot, fill_colour(scene, series, s), false, series.label});
  }
  return items;
}

}  // namespace

void layout_dumbbell(Canvas& canvas) {
  const Chart& chart = canvas.chart;
  Scene& scene = canvas.scene;
  add_samples(canvas, samples_of(scene, chart), value_caption(chart, chart.values().title));
  const Plan plan = make_plan(canvas);
  draw_row_names(scene, plan.rows);
  const Box plot = {plan.scale.from, plan.rows.top, plan.scale.to, plan.rows.bottom};
  draw_ticks_below(scene, plan.axis, plan.scale, plot);
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    draw_row(scene, chart, plan, i);
    draw_texts(scene, chart, plan, i);
  }
  canvas.top = plan.rows.bottom + 8 + block_height(1, value_size);
  if (!plan.unknown) add_gap_note(canvas);
}

}  // namespace nianbao::chart
