#include "chart/scene.h"

#include <algorithm>

#include "chart/text_measure.h"

namespace nianbao::chart {
namespace {

double widest_line(std::string_view text, const TextStyle& style, int& lines) {
  double width = 0;
  lines = 0;
  for (std::size_t begin = 0; begin <= text.size(); ++lines) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    width = std::max(width, text_width(text.substr(begin, end - begin), style.size, style.bold));
    begin = end + 1;
  }
  return width;
}

double first_baseline(double y, Stand stand, int lines, double size) {
  if (stand == Stand::below) return y + ascent * size;
  if (stand == Stand::above) return y - descent * size - (lines - 1) * line_height * size;
  return y + middle_rise * size - (lines - 1) * line_height * size / 2;
}

}  // namespace

Label make_label(std::string text, Point at, Anchor anchor, Stand stand, TextStyle style) {
  int lines = 0;
  const double width = widest_line(text, style, lines);
  const double baseline = first_baseline(at.y, stand, lines, style.size);
  const double left = anchor == Anchor::start ? at.x
                      : anchor == Anchor::end ? at.x - width
                                              : at.x - width / 2;
  const double top = baseline - ascent * style.size;
  const Box box = {left, top, left + width, top + block_height(lines, style.size)};
  return {std::move(text), {at.x, baseline}, anchor, style, box};
}

std::size_t Scene::custom_colour(std::string_view colour) {
  const auto found = std::find(custom_colours.begin(), custom_colours.end(), colour);
  const auto place = static_cast<std::size_t>(found - custom_colours.begin());
  if (found == custom_colours.end()) custom_colours.emplace_back(colour);
  return first_custom_colour + place;
}

bool Scene::is_free(const Box& box) const {
  if (box.left < 0 || box.right > width || box.top < 0) return false;
  return std::none_of(labels.begin(), labels.end(),
                      [&](const Label& other) { return other.box.overlaps(box); });
}

bool Scene::add_if_free(Label label) {
  if (!is_free(label.box)) return false;
  labels.push_back(std::move(label));
  return true;
}

}  // namespace nianbao::chart
