#include "diagram/steps.h"

#include <algorithm>
#include <fmt/format.h>

#include "diagram/text_metrics.h"

namespace nianbao::diagram {
namespace {

constexpr double font_size = 14, points_in_inch = 72;
constexpr double widest_line = 16, narrowest_box = 8, room_at_sides = 2;  // em

/// Inside double quotes of a description; in a label Graphviz reads a backslash as an escape.
std::string quoted(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (c == '"' || c == '\\') result += '\\';
    result += c;
  }
  return result;
}

}  // namespace

std::string steps_description(const std::vector<std::string>& steps) {
  double widest = narrowest_box;
  for (const std::string& step : steps) widest = std::max(widest, std::min(text_width(step), widest_line));
  const double width = (widest + room_at_sides) * font_size / points_in_inch;
  std::string result = fmt::format("digraph {{\n  node [width={:.2f}]\n", width);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    result += fmt::format("  s{} [label=\"{}\"]\n", i, quoted(wrapped(steps[i], widest_line, "\n")));
    if (i > 0) result += fmt::format("  s{} -> s{}\n", i - 1, i);
  }
  return result + "}\n";
}

}  // namespace nianbao::diagram
