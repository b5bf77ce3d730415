#include "chart/svg_fills.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "chart/svg_colour.h"

namespace nianbao::chart {
namespace {

constexpr double thin = 5;  ///< rim of a slice that an outline would hide
constexpr double full_circle = 2 * std::numbers::pi;

/// A bar with its free end rounded, drawn from the foot over the end and back.
void draw_bar(PathData& path, const Bar& bar) {
  const Box& b = bar.box;
  const bool upright = bar.round == Bar::Round::top || bar.round == Bar::Round::bottom;
  const double across = upright ? b.width() : b.height(), along = upright ? b.height() : b.width();
  const double r = std::min({bar.corner, across / 2, along});
  if (bar.round == Bar::Round::none || r < 0.5) {
    path.rectangle(b);
  } else if (upright) {
    const bool up = bar.round == Bar::Round::top;
    const double foot = up ? b.bottom : b.top, end = up ? b.top : b.bottom, s = up ? r : -r;
    path.move_to({b.left, foot}).line_to({b.left, end + s}).quadratic_to({b.left, end}, {b.left + r, end});
    path.line_to({b.right - r, end}).quadratic_to({b.right, end}, {b.right, end + s});
    path.line_to({b.right, foot}).close();
  } else {
    const bool right = bar.round == Bar::Round::right;
    const double foot = right ? b.left : b.right, end = right ? b.right : b.left, s = right ? r : -r;
    path.move_to({foot, b.top}).line_to({end - s, b.top}).quadratic_to({end, b.top}, {end, b.top + r});
    path.line_to({end, b.bottom - r}).quadratic_to({end, b.bottom}, {end - s, b.bottom});
    path.line_to({foot, b.bottom}).close();
  }
}

Point on_circle(const Sector& sector, double radius, double angle) {
  return {sector.centre.x + radius * std::sin(angle), sector.centre.y - radius * std::cos(angle)};
}

/// An arc from where the pen is; a full circle in two halves, as its ends coincide.
void draw_arc(PathData& path, const Sector& sector, double radius, double from, double to) {
  const bool clockwise = to > from;
  const auto arc_to = [&](double angle, bool large) {
    path.arc_to(radius, large, clockwise, on_circle(sector, radius, angle));
  };
  const double extent = std::fabs(to - from);
  if (extent > full_circle - 1e-4) arc_to((from + to) / 2, false);
  arc_to(to, extent > std::numbers::pi && extent <= full_circle - 1e-4);
}

void draw_sector(PathData&& path, const Sector& sector) {
  const bool whole = sector.to - sector.from > full_circle - 1e-4;
  path.move_to(on_circle(sector, sector.outer, sector.from));
  draw_arc(path, sector, sector.outer, sector.from, sector.to);
  if (sector.inner > 0) {
    const Point inside = on_circle(sector, sector.inner, sector.to);
    whole ? path.move_to(inside) : path.line_to(inside);
    draw_arc(path, sector, sector.inner, sector.to, sector.from);
  } else if (!whole) {
    path.line_to(sector.centre);
  }
  path.close();
}

void write_filled_sector(SvgWriter& svg, const Scene& scene, const Sector& sector) {
  svg.raw("<path");
  write_colour(svg, scene, sector.colour, 'f');
  svg.raw(" d=\"");
  draw_sector(svg.path(Grain::hundredths), sector);
  svg.raw("\"/>\n");
}

void write_outlined_bar(SvgWriter& svg, const Scene& scene, const Bar& bar) {
  svg.raw("<path");
  write_colour(svg, scene, *bar.border, 'l');
  svg.attribute("stroke-width", bar.border_width).raw(" d=\"");
  PathData path = svg.path();
  draw_bar(path, bar);
  svg.raw("\"/>\n");
}

/// Bars of one series are one shape; outlines that the author asked for may differ from bar to bar.
void write_bars(SvgWriter& svg, const Scene& scene, std::size_t layer) {
  const std::vector<Bar>& bars = scene.bars;
  for (std::size_t begin = 0; begin < bars.size();) {
    if (bars[begin].layer != layer) {
      ++begin;
      continue;
    }
    const std::size_t colour = bars[begin].colour;
    const bool outlined = bars[begin].border.has_value();
    const auto alike = [&](const Bar& bar) {
      return bar.colour == colour && bar.layer == layer && bar.border.has_value() == outlined;
    };
    svg.raw(outlined ? "<g" : "<path");
    write_colour(svg, scene, colour, 'f');
    svg.raw(outlined ? ">\n" : " d=\"");
    PathData shape = svg.path();
    for (; begin < bars.size() && alike(bars[begin]); ++begin)
      outlined ? write_outlined_bar(svg, scene, bars[begin]) : draw_bar(shape, bars[begin]);
    svg.raw(outlined ? "</g>\n" : "\"/>\n");
  }
}

}  // namespace

void write_areas(SvgWriter& svg, const Scene& scene, std::size_t layer) {
  constexpr double solid = 0.5;  // fainter ones are told apart by their lines
  for (const Area& area : scene.areas) {
    if (area.top.layer != layer) continue;
    svg.raw("<path");
    write_colour(svg, scene, area.top.colour, area.opacity > solid ? 'f' : 'c', area.opacity);
    svg.raw(" d=\"");
    PathData path = svg.path();
    path.move_to(area.top.points.front());
    draw_course(path, area.top);
    Stroke back = area.bottom;
    std::reverse(back.points.begin(), back.points.end());
    std::reverse(back.controls.begin(), back.controls.end());
    if (!back.points.empty()) path.line_to(back.points.front());
    draw_course(path, back);
    path.close();
    svg.raw("\"/>\n");
  }
}

void write_fills(SvgWriter& svg, const Scene& scene, std::size_t layer) {
  const bool sectors = layer == 0 && !scene.sectors.empty();
  const bool separated = sectors || (!scene.bars.empty() && scene.bars.front().separated);
  if (separated) open_separated(svg, 1.5);
  write_bars(svg, scene, layer);
  const auto is_thin = [](const Sector& sector) { return (sector.to - sector.from) * sector.outer < thin; };
  for (const Sector& sector : scene.sectors) {
    if (sectors && !is_thin(sector)) write_filled_sector(svg, scene, sector);
  }
  if (separated) svg.raw("</g>\n");
  for (const Sector& sector : scene.sectors) {
    if (sectors && is_thin(sector)) write_filled_sector(svg, scene, sector);
  }
}

}  // namespace nianbao::chart
