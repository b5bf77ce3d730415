#include "chart/svg_colour.h"

#include <algorithm>
#include <charconv>

#include "chart/chart.h"
#include "chart/colours.h"
#include "chart/patterns.h"

namespace nianbao::chart {
namespace {

/// ` fill-opacity=".5"`, when anything shows through.
void write_opacity(SvgWriter& svg, bool fills, double opacity) {
  if (opacity < 0.995) svg.attribute(fills ? "fill-opacity" : "stroke-opacity", opacity);
}

/// Share of "#rrggbbaa" that covers what is below.
double cover_of(std::string_view colour) {
  int level = 255;
  if (colour.size() == 9) std::from_chars(colour.data() + 7, colour.data() + 9, level, 16);
  return level / 255.0;
}

}  // namespace

void write_colour(SvgWriter& svg, const Scene& scene, std::size_t colour, char kind, double opacity) {
  const bool fills = kind != 'l', custom = colour >= first_custom_colour;
  const std::string_view own =
      custom ? std::string_view(scene.custom_colours[colour - first_custom_colour]) : "";
  const std::size_t i = colour % palette().size();
  if (kind == 'f' && !scene.pattern_prefix.empty()) {
    svg.attribute("fill", "url(#" + scene.pattern_prefix + pattern_name(colour) + ")");
  } else if (custom) {
    svg.attribute(fills ? "fill" : "stroke", own.substr(0, 7));
  } else {
    svg.raw(fills ? " class=\"c" : " class=\"l")
        .number(static_cast<double>(i + 1))
        .raw(kind == 'f' ? " f\"" : "\"");
    svg.attribute(fills ? "fill" : "stroke", palette()[i].light);
  }
  const std::size_t round = std::min(colour / palette().size(), std::size(faded) - 1);
  write_opacity(svg, fills, opacity * (custom ? cover_of(own) : faded[round]));
}

void open_separated(SvgWriter& svg, double width) {
  svg.raw("<g class=\"s\"").attribute("stroke", surface.light).attribute("stroke-width", width).raw(">\n");
}

void draw_polyline(PathData& path, std::span<const Point> points, bool closed) {
  path.move_to(points.front());
  for (const Point& p : points.subspan(1)) path.line_to(p);
  if (closed) path.close();
}

void draw_course(PathData& path, const Stroke& stroke) {
  for (std::size_t i = 1; i < stroke.points.size(); ++i) {
    if (stroke.controls.empty()) {
      path.line_to(stroke.points[i]);
    } else {
      path.curve_to(stroke.controls[2 * i - 2], stroke.controls[2 * i - 1], stroke.points[i]);
    }
  }
  if (stroke.closed) path.close();
}

}  // namespace nianbao::chart
