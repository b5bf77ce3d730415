#include "chart/category_axis.h"

#include <algorithm>
#include <array>

#include "chart/text_measure.h"

namespace nianbao::chart {
namespace {

constexpr double name_gap = 8;            ///< between neighbouring names
constexpr double narrowest_column = 2.6;  ///< em; fewer characters a line are no longer read as a word
constexpr double widest_cut_name = 84;
constexpr std::array sizes = {text_size, value_size};

CategoryLabels wrap_names(const Chart& chart, std::size_t every, double size, double room, int most_lines) {
  CategoryLabels fitted;
  fitted.every = every;
  fitted.size = size;
  for (std::size_t i = 0; i < chart.labels.size(); i += every) {
    fitted.names.push_back(wrap(chart.labels[i], size, room, most_lines));
    const Wrapped& name = fitted.names.back();
    fitted.lines = std::max(fitted.lines, name.lines);
    fitted.widest = std::max(fitted.widest, name.width);
  }
  return fitted;
}

bool lines_read_well(int lines, double size, double room) {
  return lines == 1 || room >= narrowest_column * size;
}

bool reads_well(const Wrapped& name, double size, double room) {
  return !name.cut && !name.split && lines_read_well(name.lines, size, room);
}

}  // namespace

bool names_fit_below(const Chart& chart, double step, int most_lines) {
  const double room = step - name_gap;
  return std::any_of(sizes.begin(), sizes.end(), [&](double size) {
    return std::all_of(chart.labels.begin(), chart.labels.end(), [&](const std::string& label) {
      const Fit name = fit(label, size, room, most_lines);
      return name.whole && lines_read_well(name.lines, size, room);
    });
  });
}

CategoryLabels fit_below(const Chart& chart, double step, int most_lines) {
  const std::size_t count = std::max<std::size_t>(chart.labels.size(), 1);
  for (std::size_t every = 1; every <= count; every += every < 10 ? 1 : every / 4) {
    const double room = step * static_cast<double>(every) - name_gap;
    if (room < small_size) continue;
    for (const double size : sizes) {
      CategoryLabels fitted = wrap_names(chart, every, size, room, every == 1 ? most_lines : 2);
      const auto well = [&](const Wrapped& name) { return reads_well(name, size, room); };
      if (std::all_of(fitted.names.begin(), fitted.names.end(), well)) return fitted;
    }
    if (room > widest_cut_name) break;
  }
  const auto every =
      static_cast<std::size_t>(std::max(1.0, (widest_cut_name + name_gap) / std::max(step, 0.01) + 1));
  const double room = std::max(step * static_cast<double>(every) - name_gap, small_size);
  return wrap_names(chart, std::min(every, count), value_size, room, most_lines);
}

CategoryLabels fit_beside(const Chart& chart, double step, double room) {
  const double size = step >= 22 ? text_size : small_size;
  const auto lines = static_cast<int>((step - 4) / (line_height * size));
  const double tight = size * (ascent + descent);
  const auto every = static_cast<std::size_t>(step >= tight ? 1 : tight / std::max(step, 0.01) + 1);
  return wrap_names(chart, every, size, room, std::clamp(lines, 1, 3));
}

void draw_names_below(Scene& scene, const CategoryLabels& labels, const BandScale& bands, double top) {
  const TextStyle style = {labels.size, Ink::plain, false, false};
  for (std::size_t i = 0; i < labels.names.size(); ++i) {
    const Point at = {bands.centre(i * labels.every), top};
    if (!labels.names[i].text.empty()) {
      scene.add_if_free(make_label(labels.names[i].text, at, Anchor::middle, Stand::below, style));
    }
  }
}

void add_title_below(Canvas& canvas, const std::string& title, const Box& plot) {
  if (title.empty()) return;
  const TextStyle style = {value_size, Ink::muted, false, false};
  const Wrapped line = wrap(title, value_size, plot.width(), 1);
  canvas.top += 8;
  canvas.scene.add_if_free(
      make_label(line.text, {plot.centre(), canvas.top}, Anchor::middle, Stand::below, style));
  canvas.top += block_height(1, value_size);
}

void draw_names_beside(Scene& scene, const CategoryLabels& labels, const BandScale& bands, double right) {
  const TextStyle style = {labels.size, Ink::plain, false, false};
  for (std::size_t i = 0; i < labels.names.size(); ++i) {
    const Point at = {right, bands.centre(i * labels.every)};
    if (!labels.names[i].text.empty()) {
      scene.add_if_free(make_label(labels.names[i].text, at, Anchor::end, Stand::middle, style));
    }
  }
}

}  // namespace nianbao::chart
