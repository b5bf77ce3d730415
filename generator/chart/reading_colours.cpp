#include "chart/reading_colours.h"

#include <algorithm>
#include <fmt/format.h>

#include "chart/cleaned.h"
#include "chart/css_colour.h"
#include "chart/known_keys.h"
#include "chart/reading_parts.h"

namespace nianbao::chart {
namespace {

double best_contrast(const std::vector<std::string>& colours, std::size_t i) {
  return colours.empty() ? 0 : contrast_on_white(colours[i % colours.size()]);
}

}  // namespace

std::optional<std::string> colour_of(const Node& node, Problems& problems) {
  if (!node) return {};
  if (!node.value->is_string()) {
    problems.wrong_type(node, "CSS 颜色", "a CSS colour");
    return {};
  }
  const std::string& text = node.value->get_ref<const std::string&>();
  auto colour = css_colour(text);
  if (colour) return colour;
  const std::string shown = clean_label(text, 40);
  const Suggestion nearest = suggest(shown, css_colour_names());
  problems.add(
      node.pointer, "N410",
      "“" + shown + "”不是 CSS 颜色" + nearest.zh + "（例：#1f6feb、rgb(31, 111, 235)、teal）",
      "\"" + shown + "\" is not a CSS colour" + nearest.en + " (like #1f6feb, rgb(31, 111, 235), teal)");
  return {};
}

std::vector<std::string> colours_of(const Node& node, Problems& problems) {
  if (!node) return {};
  if (!node.value->is_array()) {
    const auto colour = colour_of(node, problems);
    return colour ? std::vector<std::string>{*colour} : std::vector<std::string>{};
  }
  std::vector<std::string> colours;
  for (std::size_t i = 0; i < std::min(node.value->size(), most_categories); ++i)
    colours.push_back(colour_of(item(node, i), problems).value_or(""));
  return colours;
}

void check_contrast(const Node& node, const std::vector<std::string>& colours,
                    const std::vector<std::string>& outlines, Problems& problems) {
  for (std::size_t i = 0; i < colours.size(); ++i) {
    if (colours[i].empty()) continue;
    const double contrast = std::max(contrast_on_white(colours[i]), best_contrast(outlines, i));
    if (contrast >= least_contrast) continue;
    const std::string pointer = node.value->is_array() ? item(node, i).pointer : node.pointer;
    problems.add(pointer, "N422", fmt::format("颜色在白底上看不清：对比度 {:.1f}:1，至少要 3:1", contrast),
                 fmt::format("hardly seen on white: contrast {:.1f}:1, at least 3:1 is needed", contrast));
  }
}

}  // namespace nianbao::chart
