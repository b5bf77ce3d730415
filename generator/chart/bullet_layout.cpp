#include <algorithm>

#include "chart/bullet_parts.h"
#include "chart/layouts.h"
#include "chart/paint.h"
#include "chart/rows.h"
#include "chart/sample_legend.h"
#include "chart/text_measure.h"
#include "chart/value_axis.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr double body = 22;                            ///< height of the field
constexpr double bar_share = 0.42, notch_share = 0.9;  ///< of the field's height
constexpr double notch_width = 4;
constexpr double column_gap = 12;
constexpr double widest_columns_share = 0.4;  ///< of the picture's width
constexpr TextStyle value_style = {value_size, Ink::strong, true, false};
constexpr TextStyle mark_style = {value_size, Ink::muted, false, false};
constexpr TextStyle word_style = {small_size, Ink::muted, false, false};

/// Values as text at the right of their row: the bar's, and the mark's after a sample of it.
struct Columns {
  double value = 0, mark = 0;  ///< widths; 0: not written

  double width() const { return value + (mark > 0 ? column_gap + mark : 0); }
};

struct Plan {
  BulletParts parts;
  Rows rows;
  Columns columns;
  ValueAxis axis;
  LinearScale scale;
};

TextStyle style_of(const Series& series, std::size_t i, TextStyle known) {
  return series.values[i] ? known : word_style;
}

double widest_value(const Chart& chart, std::size_t s, TextStyle known) {
  double widest = 0;
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    const TextStyle style = style_of(chart.series[s], i, known);
    widest = std::max(widest, text_width(value_text(chart, chart.series[s], i), style.size, style.bold));
  }
  return widest;
}

Columns columns_of(const Canvas& canvas, const BulletParts& parts) {
  const double room = canvas.scene.width * widest_columns_share;
  Columns columns;
  if (parts.bar != no_series) columns.value = widest_value(canvas.chart, parts.bar, value_style);
  if (columns.value > room) return {};
  if (parts.marks.size() == 1)
    columns.mark = sample_side + widest_value(canvas.chart, parts.marks.front(), mark_style);
  if (columns.width() > room) columns.mark = 0;
  return columns;
}

/// Of all values and both ends of ranges; bars begin at zero.
Interval extent_of(const Chart& chart) {
  Interval extent = {0, 0};
  const auto include = [&](const std::optional<double>& value) {
    if (value) extent = {std::min(extent.low, *value), std::max(extent.high, *value)};
  };
  for (const Series& series : chart.series) {
    for (const auto& value : series.values) include(value);
    for (const auto& base : series.bases) include(base);
  }
  return extent;
}

Plan make_plan(const Canvas& canvas) {
  Plan plan;
  plan.parts = bullet_parts(canvas.chart);
  plan.columns = columns_of(canvas, plan.parts);
  const double beside = plan.columns.width() > 0 ? plan.columns.width() + column_gap : 0;
  plan.rows = plan_rows(canvas, body, beside);
  if (!plan.rows.has_room_for_texts) plan.columns = {};
  const bool in_front = !plan.rows.names_above && plan.columns.width() > 0;
  const double right = canvas.right() - (in_front ? plan.columns.width() + column_gap + 4 : 0);
  const double length = std::max(right - plan.rows.left, 20.0);
  plan.axis =
      make_value_axis_along(canvas.chart, canvas.chart.values(), extent_of(canvas.chart), length * 0.9);
  const double low = std::min(room_for_first_tick(plan.rows, plan.axis).left, length / 4);
  const double high = in_front ? 0 : std::min(room_for_last_tick(plan.axis).right, length / 4);
  plan.scale = plan.axis.scale(plan.rows.left + low, right - high);
  return plan;
}

void draw_row(Scene& scene, const Chart& chart, const Plan& plan, std::size_t i) {
  const double y = plan.rows.middles[i], half = plan.rows.body / 2;
  const auto& [bar, range, marks] = plan.parts;
  if (range != no_series && chart.series[range].values[i] && chart.series[range].bases[i]) {
    const Series& series = chart.series[range];
    const Box box =
        box_between({plan.scale(*series.bases[i]), y - half}, {plan.scale(*series.values[i]), y + half});
    const bool neutral = series.look.fills.empty();
    scene.grounds.push_back(
        {box, neutral ? std::nullopt : std::optional(fill_colour(scene, series, range, i)), true});
  }
  if (bar != no_series && chart.series[bar].values[i]) {
    const double value = *chart.series[bar].values[i], thin = half * bar_share;
    const Box box = box_between({plan.scale(0), y - thin}, {plan.scale(value), y + thin});
    scene.bars.push_back({box, fill_colour(scene, chart.series[bar], bar, i), bar, i,
                          value < 0 ? Bar::Round::left : Bar::Round::right, false});
  }
  for (const std::size_t mark : marks) {
    if (!chart.series[mark].values[i]) continue;
    const double x = plan.scale(*chart.series[mark].values[i]), reach = half * notch_share;
    scene.notches.push_back({{x - notch_width / 2, y - reach, x + notch_width / 2, y + reach},
                             fill_colour(scene, chart.series[mark], mark, i),
                             mark,
                             i});
  }
}

void draw_columns(Canvas& canvas, const Plan& plan, std::size_t i) {
  const Chart& chart = canvas.chart;
  const double y = plan.rows.names_above ? plan.rows.name_middles[i] : plan.rows.middles[i];
  const auto write = [&](std::size_t s, double right, TextStyle known) {
    TextStyle style = style_of(chart.series[s], i, known);
    style.halo = plan.rows.names_above;
    canvas.scene.add_if_free(
        make_label(value_text(chart, chart.series[s], i), {right, y}, Anchor::end, Stand::middle, style));
  };
  const double mark = plan.columns.mark;
  if (plan.columns.value > 0)
    write(plan.parts.bar, canvas.right() - (mark > 0 ? mark + column_gap : 0), value_style);
  if (mark <= 0) return;
  const std::size_t s = plan.parts.marks.front();
  write(s, canvas.right(), mark_style);
  const std::size_t colour = fill_colour(canvas.scene, chart.series[s], s);
  draw_sample(canvas.scene, {SampleItem::Shape::notch, colour, false, ""}, canvas.right() - mark - 3, y);
}

std::vector<SampleItem> samples_of(Scene& scene, const Chart& chart, const BulletParts& parts) {
  std::vector<SampleItem> items;
  if (!chart.show_legend || chart.series.size() < 2) return items;
  const auto add = [&](std::size_t s, SampleItem::Shape shape, bool neutral) {
    items.push_back({shape, fill_colour(scene, chart.series[s], s), neutral, chart.series[s].label});
  };
  if (parts.bar != no_series) add(parts.bar, SampleItem::Shape::bar, false);
  for (const std::size_t mark : parts.marks) add(mark, SampleItem::Shape::notch, false);
  if (parts.range != no_series)
    add(parts.range, SampleItem::Shape::field, chart.series[parts.range].look.fills.empty());
  return items;
}

/// "四分位距未公布：焊接、电子商务": marks and ranges that are missing are not seen to be.
void add_notes_on_missing(Canvas& canvas, const Plan& plan) {
  const Chart& chart = canvas.chart;
  if (plan.columns.value <= 0) return add_gap_note(canvas);
  std::vector<std::size_t> silent = plan.parts.marks;
  if (plan.columns.mark > 0) silent.clear();
  if (plan.parts.range != no_series) silent.push_back(plan.parts.range);
  for (const std::size_t s : silent) {
    const Series& series = chart.series[s];
    for (const State state : {State::missing, State::withheld, State::not_applicable}) {
      std::string names, word;
      for (std::size_t i = 0; i < chart.labels.size(); ++i) {
        if (series.states[i] != state) continue;
        names.append(names.empty() ? "" : words(chart).list_comma).append(chart.labels[i]);
        word = value_text(chart, series, i);
      }
      const std::string subject = joined(series.label, in_chinese(chart) ? word : " " + word);
      if (!names.empty()) add_note(canvas, subject + std::string(words(chart).pair_colon) + names);
    }
  }
}

}  // namespace

void layout_bullet(Canvas& canvas) {
  const Chart& chart = canvas.chart;
  Scene& scene = canvas.scene;
  add_samples(canvas, samples_of(scene, chart, bullet_parts(chart)),
              value_caption(chart, chart.values().title));
  const Plan plan = make_plan(canvas);
  draw_row_names(scene, plan.rows);
  const Box plot = {plan.scale.from, plan.rows.top, plan.scale.to, plan.rows.bottom};
  draw_ticks_below(scene, plan.axis, plan.scale, plot);
  const double base = plan.scale(0);
  scene.rules.push_back({{{base, plot.top}, {base, plot.bottom}}, RuleKind::axis, false});
  for (std::size_t i = 0; i < chart.labels.size(); ++i) {
    draw_row(scene, chart, plan, i);
    draw_columns(canvas, plan, i);
  }
  canvas.top = plan.rows.bottom + 8 + block_height(1, value_size);
  add_notes_on_missing(canvas, plan);
}

}  // namespace nianbao::chart
