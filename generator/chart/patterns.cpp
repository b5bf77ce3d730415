#include "chart/patterns.h"

#include <array>

#include "chart/chart.h"
#include "chart/paint.h"

namespace nianbao::chart {
namespace {

/// Strokes within a tile of 8 by 8; those that cross a corner are continued in the corners opposite.
constexpr std::array<std::string_view, 8> motifs = {
    "",       "M-1 1l2-2M0 8l8-8M7 9l2-2", "M1.5 2h1M5.5 6h1", "M0 4h8", "M0 0l8 8M0 8l8-8",
    "M4 0v8", "M-1 7l2 2M0 0l8 8M7-1l2 2", "M0 4h8M4 0v8"};

/// Fills lighter than this carry the stronger strokes; text on them is dark.
constexpr double light_from = 0.12;

/// Where motif and class come from; of the author's colours only the motif.
struct Fill {
  std::string_view prefix, colour;
  std::size_t place = 0;
  bool of_palette = true;
};

void write_pattern(SvgWriter& svg, const Fill& fill, const std::string& name) {
  svg.raw("<pattern id=\"").text(fill.prefix).raw(name);
  svg.raw("\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\"><path");
  if (fill.of_palette) svg.raw(" class=\"p").raw(name).raw("\"");
  svg.attribute("fill", fill.colour).raw(" d=\"M0 0h8v8H0z\"/>");
  const std::string_view motif = motifs[fill.place % motifs.size()];
  if (!motif.empty()) {
    svg.raw("<path fill=\"none\" stroke=\"#fff\" stroke-width=\"1.5\" stroke-linecap=\"round\"");
    svg.attribute("stroke-opacity", luminance(fill.colour) < light_from ? on_deep : on_light);
    svg.attribute("d", motif).raw("/>");
  }
  svg.raw("</pattern>\n");
}

void write_palette_patterns(SvgWriter& svg, std::string_view prefix) {
  for (std::size_t i = 0; i < palette().size(); ++i)
    write_pattern(svg, {prefix, palette()[i].light, i, true}, pattern_name(i));
}

}  // namespace

std::string pattern_name(std::size_t colour) {
  if (colour < first_custom_colour) return std::to_string(colour % palette().size() + 1);
  return "a" + std::to_string(colour - first_custom_colour + 1);
}

void write_patterns(SvgWriter& svg, const Scene& scene) {
  svg.raw("<defs>\n");
  write_palette_patterns(svg, scene.pattern_prefix);
  for (std::size_t i = 0; i < scene.custom_colours.size(); ++i) {
    write_pattern(svg,
                  {scene.pattern_prefix, std::string_view(scene.custom_colours[i]).substr(0, 7), i, false},
                  pattern_name(first_custom_colour + i));
  }
  svg.raw("</defs>\n");
}

std::string pattern_definitions() {
  std::string out =
      "<svg class=\"chart-patterns\" width=\"0\" height=\"0\" aria-hidden=\"true\" focusable=\"false\">\n";
  SvgWriter svg(out);
  write_palette_patterns(svg, "chart-pattern-");
  return out + "</svg>\n";
}

}  // namespace nianbao::chart
