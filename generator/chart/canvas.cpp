#include "chart/canvas.h"

#include <algorithm>

#include "chart/line_breaking.h"
#include "chart/paint.h"
#include "chart/stacking.h"
#include "chart/text_measure.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr double swatch_side = 12;
constexpr double line_swatch = 22;
constexpr double swatch_gap = 6;
constexpr double item_gap = 20;
constexpr double legend_row = 24;
constexpr double gap_below_legend = 6;
constexpr TextStyle title_style = {18, Ink::strong, true, false};
constexpr TextStyle sentence_style = {15, Ink::muted, false, false};
constexpr TextStyle caption_style = {value_size, Ink::muted, false, false};

void add_block(Canvas& canvas, const std::string& text, TextStyle style, int most_lines, double gap) {
  if (text.empty()) return;
  const Wrapped lines = wrap(text, style.size, canvas.right() - canvas.left(), most_lines, style.bold);
  canvas.scene.labels.push_back(
      make_label(lines.text, {canvas.left(), canvas.top}, Anchor::start, Stand::below, style));
  canvas.top += block_height(lines.lines, style.size) + gap;
}

bool is_cartesian_by_nature(Type type) {
  return type == Type::bar || type == Type::line || type == Type::scatter || type == Type::bubble;
}

/// Areas that stand on each other look like bars, and may carry patterns like these.
bool is_area_of_pile(const Chart& chart, const Series& series) {
  return mark_of(chart, series) == Mark::line && series.look.fill.to != Fill::To::nothing &&
         (chart.percent || chart.value_axes[series.axis].stacked);
}

/// How a series is drawn, and so shown in the legend.
bool draws_line(const Chart& chart, const Series& series) {
  if (chart.type == Type::radar) return true;
  if (is_area_of_pile(chart, series)) return false;
  return mark_of(chart, series) == Mark::line && (series.look.show_line || chart.type == Type::line);
}

double legend_item_width(const Chart& chart, std::size_t s, double room) {
  const double side = draws_line(chart, chart.series[s]) ? line_swatch : swatch_side;
  return side + swatch_gap + wrap(chart.series[s].label, text_size, room - side - swatch_gap, 1).width;
}

/// Sets one item of the legend; returns its width.
double add_legend_item(Canvas& canvas, std::size_t s, double x, double middle, double room) {
  const Series& series = canvas.chart.series[s];
  const bool line = draws_line(canvas.chart, series);
  const double side = line ? line_swatch : swatch_side;
  const Wrapped name = wrap(series.label, text_size, room - side - swatch_gap, 1);
  const std::size_t colour =
      line ? line_colour(canvas.scene, series, s) : fill_colour(canvas.scene, series, s);
  canvas.scene.swatches.push_back(
      {{x, middle - swatch_side / 2, x + side, middle + swatch_side / 2}, colour, line});
  canvas.scene.labels.push_back(
      make_label(name.text, {x + side + swatch_gap, middle}, Anchor::start, Stand::middle));
  return side + swatch_gap + name.width;
}

std::vector<std::size_t> legend_sequence(const Chart& chart) {
  std::vector<std::size_t> sequence = sequence_of(chart);
  if (chart.legend_reversed) std::reverse(sequence.begin(), sequence.end());
  return sequence;
}

/// Sets the legend in rows from the left; returns where the last row ends.
double add_legend(Canvas& canvas) {
  const double whole = canvas.right() - canvas.left();
  double x = canvas.left();
  for (const std::size_t s : legend_sequence(canvas.chart)) {
    const double width = legend_item_width(canvas.chart, s, whole);
    if (x > canvas.left() && x + width > canvas.right()) {
      x = canvas.left();
      canvas.top += legend_row;
    }
    x += add_legend_item(canvas, s, x, canvas.top + legend_row / 2, whole) + item_gap;
  }
  return x;
}

/// Sets the legend in a column beside what will be drawn, which gets narrower; false when too little is left.
bool add_legend_beside(Canvas& canvas) {
  constexpr double least_left = 320, widest_share = 0.34;
  const Chart& chart = canvas.chart;
  const bool left = chart.legend_position == LegendPosition::left;
  const bool suits = is_cartesian_by_nature(chart.type) || chart.type == Type::radar;
  if (!suits || (!left && chart.legend_position != LegendPosition::right)) return false;
  const double whole = canvas.right() - canvas.left();
  double width = 0;
  for (std::size_t s = 0; s < chart.series.size(); ++s)
    width = std::max(width, legend_item_width(chart, s, whole * widest_share));
  if (whole - width - item_gap < least_left) return false;
  double middle = canvas.top + legend_row / 2;
  for (const std::size_t s : legend_sequence(chart)) {
    add_legend_item(canvas, s, left ? canvas.left() : canvas.right() - width, middle, width);
    middle += legend_row;
  }
  canvas.legend_bottom = middle - legend_row / 2;
  (left ? canvas.taken_left : canvas.taken_right) = width + item_gap;
  return true;
}

bool has_legend(const Chart& chart) {
  return chart.show_legend && chart.series.size() > 1 &&
         std::any_of(chart.series.begin(), chart.series.end(),
                     [](const Series& s) { return !s.label.empty(); });
}

}  // namespace

void add_heading(Canvas& canvas, const std::string& title, const std::string& sentence) {
  const double before = canvas.top;
  add_block(canvas, title, title_style, 3, 6);
  add_block(canvas, sentence, sentence_style, 4, 6);
  if (canvas.top > before) canvas.top += 8;
}

void add_legend_and_caption(Canvas& canvas, const std::string& caption) {
  add_captions(canvas, {caption, ""}, has_legend(canvas.chart));
}

void add_captions(Canvas& canvas, const Captions& captions, bool with_legend) {
  const bool wanted = with_legend && has_legend(canvas.chart);
  const bool legend = wanted && !add_legend_beside(canvas);
  const double used = legend ? add_legend(canvas) : canvas.left(), room = canvas.right() - canvas.left();
  const Wrapped near = wrap(captions.near, caption_style.size, captions.far.empty() ? room : room / 2 - 8, 2);
  const Wrapped far = wrap(captions.far, caption_style.size, room / 2 - 8, 2);
  if (near.text.empty() && far.text.empty()) {
    if (legend) canvas.top += legend_row + gap_below_legend;
    return;
  }
  const bool own_row = legend && (!far.text.empty() || near.lines > 1 || used + near.width > canvas.right());
  if (own_row) canvas.top += legend_row;
  const bool at_right = legend && !own_row;
  const int lines = std::max(near.lines, far.lines);
  const double middle = canvas.top + legend_row / 2 + (lines > 1 ? line_height * caption_style.size / 2 : 0);
  const auto add = [&](const std::string& text, bool right) {
    if (text.empty()) return;
    canvas.scene.labels.push_back(make_label(text, {right ? canvas.right() : canvas.left(), middle},
                                             right ? Anchor::end : Anchor::start, Stand::middle,
                                             caption_style));
  };
  add(near.text, at_right);
  add(far.text, true);
  canvas.top += legend_row + gap_below_legend + (lines > 1 ? line_height * caption_style.size : 0);
}

void leave_legend_beside(Canvas& canvas) {
  canvas.top = std::max(canvas.top, canvas.legend_bottom);
  canvas.taken_left = canvas.taken_right = 0;
}

void add_legend_below(Canvas& canvas) {
  if (!has_legend(canvas.chart)) return;
  canvas.top += 6;
  add_legend(canvas);
  canvas.top += legend_row;
}

std::string value_caption(const Chart& chart, const std::string& axis_title) {
  const bool named_by_series = axis_title.empty() && chart.series.size() == 1;
  return unit_caption(chart, named_by_series ? chart.series.front().label : axis_title);
}

void add_note(Canvas& canvas, const std::string& text) {
  if (text.empty()) return;
  const Wrapped lines = wrap(text, caption_style.size, canvas.right() - canvas.left(), 3);
  canvas.top += 8;
  canvas.scene.labels.push_back(
      make_label(lines.text, {canvas.left(), canvas.top}, Anchor::start, Stand::below, caption_style));
  canvas.top += block_height(lines.lines, caption_style.size);
}

void add_gap_note(Canvas& canvas) {
  const std::string states = undrawn_states(canvas.chart);
  if (!states.empty()) add_note(canvas, std::string(words(canvas.chart).gaps) + states);
}

}  // namespace nianbao::chart
