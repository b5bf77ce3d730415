#include <algorithm>

#include "chart/layouts.h"
#include "chart/line_breaking.h"
#include "chart/paint.h"
#include "chart/parts.h"
#include "chart/spreading.h"
#include "chart/text_measure.h"

namespace nianbao::chart {
namespace {

constexpr double bar_height = 60, height_of_rate = 40;
constexpr double padding = 8;  ///< beside a text in its part
constexpr double leader_length = 16, leader_bend = 7;
constexpr double pointed_gap = 18;  ///< between texts below the bar
constexpr double widest_pointed = 130;
constexpr double narrowest_pointed = 480;  ///< pictures below this width list all parts instead
constexpr std::size_t most_pointed = 6;
constexpr double gap_below = 14;

/// One part of the bar with what is written on it.
struct Segment {
  std::size_t slice = 0;
  Box box;
  std::string text;  ///< empty: does not fit
};

std::string value_and_share(const Slice& slice) {
  return slice.share.empty() ? slice.value : slice.value + "\u2002" + slice.share;
}

/// Name, value and share where they fit into the part, on two lines or three.
std::string text_within(const Slice& slice, const Box& box) {
  const double room = box.width() - 2 * padding;
  const Wrapped name = wrap(slice.name, text_size, room, 2);
  if (name.cut || name.split) return "";
  const std::string start = name.text.empty() ? "" : name.text + '\n';
  const auto fits = [&](const std::string& text) { return text_width(text, text_size) <= room; };
  if (fits(value_and_share(slice))) return start + value_and_share(slice);
  if (name.lines <= 1 && fits(slice.value) && fits(slice.share))
    return start + slice.value + '\n' + slice.share;
  return "";
}

std::string figure_within(const Slice& slice, const Box& box) {
  const std::string& figure = slice.share.empty() ? slice.value : slice.share;
  return text_width(figure, text_size) <= box.width() - 2 * padding ? figure : "";
}

std::vector<Segment> segments_of(const Parts& parts, const Box& bar) {
  std::vector<Segment> segments;
  double done = 0;
  for (std::size_t i = 0; i < parts.slices.size(); ++i) {
    const double size = parts.slices[i].size;
    if (size <= 0) continue;
    const double from = bar.left + done / parts.whole * bar.width();
    done += size;
    const double to = std::min(bar.left + done / parts.whole * bar.width(), bar.right);
    const Box box = {std::min(from, to), bar.top, to, bar.bottom};
    segments.push_back({i, box, text_within(parts.slices[i], box)});
  }
  return segments;
}

void draw_segments(Scene& scene, const Chart& chart, const Parts& parts, std::vector<Segment>& segments,
                   bool figures_only) {
  for (Segment& segment : segments) {
    const Slice& slice = parts.slices[segment.slice];
    const std::size_t colour = part_colour(scene, chart, slice.category);
    scene.bars.push_back({segment.box, colour, 0, slice.category, Bar::Round::none, segments.size() > 1});
    if (figures_only) segment.text = figure_within(slice, segment.box);
    if (segment.text.empty()) continue;
    const TextStyle style = {text_size, ink_on(scene, colour), false, false};
    scene.add_if_free(make_label(segment.text, {segment.box.centre(), segment.box.middle()}, Anchor::middle,
                                 Stand::middle, style));
  }
}

/// Texts below the bar with lines up to their parts; nothing when they do not fit side by side.
struct Pointed {
  std::vector<const Segment*> segments;
  std::vector<Wrapped> texts;
  std::vector<double> centres;
  int lines = 0;
};

bool fit_below_bar(const Canvas& canvas, const Parts& parts, const std::vector<Segment>& segments,
                   Pointed& pointed) {
  std::vector<double> wanted, widths;
  double width = 0;
  for (const Segment& segment : segments) {
    if (!segment.text.empty()) continue;
    const Slice& slice = parts.slices[segment.slice];
    Wrapped text = wrap(slice.name, text_size, widest_pointed, 2);
    const std::string figure = value_and_share(slice);
    text.width = std::max(text.width, text_width(figure, text_size));
    text.text += text.text.empty() ? figure : '\n' + figure;
    pointed.lines = std::max(pointed.lines, text.lines + 1);
    wanted.push_back(segment.box.centre());
    widths.push_back(text.width + pointed_gap);
    width += widths.back();
    pointed.segments.push_back(&segment);
    pointed.texts.push_back(std::move(text));
  }
  if (pointed.segments.empty()) return true;
  const Interval room = {canvas.left() - pointed_gap / 2, canvas.right() + pointed_gap / 2};
  const bool unseen = segments.size() < parts.slices.size();
  if (unseen || pointed.segments.size() > most_pointed || canvas.scene.width < narrowest_pointed ||
      width > room.high - room.low)
    return false;
  pointed.centres = spread(wanted, widths, room.low, room.high);
  return true;
}

void draw_pointed(Canvas& canvas, const Pointed& pointed, double bottom) {
  for (std::size_t k = 0; k < pointed.segments.size(); ++k) {
    const double from = pointed.segments[k]->box.centre(), to = pointed.centres[k];
    canvas.scene.rules.push_back({{{from, bottom + 2},
                                   {from, bottom + leader_bend},
                                   {to, bottom + leader_length - 4},
                                   {to, bottom + leader_length}},
                                  RuleKind::leader,
                                  false});
    canvas.scene.add_if_free(
        make_label(pointed.texts[k].text, {to, bottom + leader_length + 3}, Anchor::middle, Stand::below));
  }
  if (!pointed.segments.empty())
    canvas.top = bottom + leader_length + 3 + block_height(pointed.lines, text_size);
}

void draw_list(Canvas& canvas, const Parts& parts) {
  const SliceList list = SliceList::fit(parts.slices, canvas.right() - canvas.left());
  list.draw(canvas, parts.slices, {canvas.left(), canvas.top});
  canvas.top += list.height;
}

/// One percentage: its name over the bar, its figure in it or behind it.
void draw_rate(Canvas& canvas, const Parts& parts, const Box& bar) {
  Scene& scene = canvas.scene;
  const Slice& slice = parts.slices.front();
  const double end = bar.left + slice.size / parts.whole * bar.width();
  const std::size_t colour = part_colour(scene, canvas.chart, 0);
  scene.grounds.push_back({bar});
  if (slice.size > 0)
    scene.bars.push_back({{bar.left, bar.top, end, bar.bottom}, colour, 0, 0, Bar::Round::none, false});
  const std::string text = slice.name.empty() ? slice.value : slice.name + "\u2002" + slice.value;
  const double width = text_width(text, text_size, true) + 2 * padding;
  const bool inside = slice.size > 0 && width <= end - bar.left;
  const TextStyle style = {text_size, inside ? ink_on(scene, colour) : Ink::strong, true, false};
  const bool behind = !inside && width <= bar.right - end;
  if (inside || behind) {
    const Point at = {(inside ? bar.left : end) + padding, bar.middle()};
    scene.add_if_free(make_label(text, at, Anchor::start, Stand::middle, style));
    return;
  }
  canvas.top += 6;
  const Wrapped lines = wrap(text, text_size, canvas.right() - canvas.left(), 3, true);
  scene.add_if_free(make_label(lines.text, {bar.left, canvas.top}, Anchor::start, Stand::below, style));
  canvas.top += block_height(lines.lines, text_size);
}

void draw_share(Canvas& canvas) {
  const Parts parts = parts_of(canvas.chart);
  const bool rate = parts.single_rate && parts.whole > 0 &&
                    parts.slices.front().size == *canvas.chart.series.front().values.front();
  const double usual = rate ? height_of_rate : bar_height;
  const double height = canvas.plot_height > 0 ? std::max(canvas.plot_height, 12.0) : usual;
  const Box bar = {canvas.left(), canvas.top, canvas.right(), canvas.top + height};
  if (parts.whole <= 0) {
    draw_list(canvas, parts);
    return add_note_on_parts(canvas, parts);
  }
  canvas.top = bar.bottom;
  if (rate) return draw_rate(canvas, parts, bar);
  std::vector<Segment> segments = segments_of(parts, bar);
  const double end = segments.empty() ? bar.left : segments.back().box.right;
  if (end < bar.right - 0.5) canvas.scene.grounds.push_back({{end, bar.top, bar.right, bar.bottom}});
  Pointed pointed;
  const bool direct =
      fit_below_bar(canvas, parts, segments, pointed) && segments.size() == parts.slices.size();
  draw_segments(canvas.scene, canvas.chart, parts, segments, !direct);
  if (direct) {
    draw_pointed(canvas, pointed, bar.bottom);
  } else {
    canvas.top += gap_below;
    draw_list(canvas, parts);
  }
  add_note_on_parts(canvas, parts);
}

}  // namespace

void layout_share(Canvas& canvas) { lay_out_parts(canvas, draw_share); }

}  // namespace nianbao::chart
