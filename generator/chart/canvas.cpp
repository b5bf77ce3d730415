#include "chart/canvas.h"

#include <algorithm>

#include "chart/line_breaking.h"
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

bool draws_lines(Type type) { return type == Type::line || type == Type::radar; }

/// Sets the legend in rows from the left; returns where the last row ends.
double add_legend(Canvas& canvas) {
  const bool line = draws_lines(canvas.chart.type);
  const double side = line ? line_swatch : swatch_side;
  double x = canvas.left();
  for (std::size_t s = 0; s < canvas.chart.series.size(); ++s) {
    const Wrapped name =
        wrap(canvas.chart.series[s].label, text_size, canvas.right() - canvas.left() - side - swatch_gap, 1);
    const double width = side + swatch_gap + name.width;
    if (x > canvas.left() && x + width > canvas.right()) {
      x = canvas.left();
      canvas.top += legend_row;
    }
    const double middle = canvas.top + legend_row / 2;
    canvas.scene.swatches.push_back(
        {{x, middle - swatch_side / 2, x + side, middle + swatch_side / 2}, s, line});
    canvas.scene.labels.push_back(
        make_label(name.text, {x + side + swatch_gap, middle}, Anchor::start, Stand::middle));
    x += width + item_gap;
  }
  return x;
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
  const bool legend = has_legend(canvas.chart);
  const double used = legend ? add_legend(canvas) : canvas.left();
  const Wrapped unit = wrap(caption, caption_style.size, canvas.right() - canvas.left(), 1);
  const bool own_row = legend && used + unit.width > canvas.right();
  if (own_row) canvas.top += legend_row;
  const bool at_right = legend && !own_row;
  const Point at = {at_right ? canvas.right() : canvas.left(), canvas.top + legend_row / 2};
  if (!caption.empty()) {
    canvas.scene.labels.push_back(
        make_label(unit.text, at, at_right ? Anchor::end : Anchor::start, Stand::middle, caption_style));
  }
  if (legend || !caption.empty()) canvas.top += legend_row + gap_below_legend;
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
