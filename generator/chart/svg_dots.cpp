#include "chart/svg_dots.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <span>

#include "chart/svg_colour.h"

namespace nianbao::chart {
namespace {

PointStyle shape_of(const Dot& dot) {
  constexpr PointStyle by_turns[] = {PointStyle::circle, PointStyle::rect, PointStyle::rect_rotated,
                                     PointStyle::triangle};
  return dot.style == PointStyle::by_series ? by_turns[dot.colour % 4] : dot.style;
}

void draw_bars_of_cross(PathData& path, Point at, double r, double turn) {
  for (const double angle : {turn, turn + std::numbers::pi / 2}) {
    const double x = r * std::cos(angle), y = r * std::sin(angle), w = r * 0.3;
    const double u = -w * std::sin(angle), v = w * std::cos(angle);
    draw_polyline(path,
                  std::array<Point, 4>{{{at.x - x - u, at.y - y - v},
                                        {at.x + x - u, at.y + y - v},
                                        {at.x + x + u, at.y + y + v},
                                        {at.x - x + u, at.y - y + v}}},
                  true);
  }
}

/// A point where the path can be exactly, so that all markers around such points read alike.
Point snapped(Point p) { return {std::round(p.x * 10) / 10, std::round(p.y * 10) / 10}; }

void draw_marker(PathData& path, const Dot& dot) {
  const double r = dot.radius;
  const auto [x, y] = snapped(dot.at);
  switch (shape_of(dot)) {
    case PointStyle::rect:
      path.rectangle({x - r * 0.9, y - r * 0.9, x + r * 0.9, y + r * 0.9});
      return;
    case PointStyle::rect_rotated:
      return draw_polyline(
          path,
          std::array<Point, 4>{{{x, y - r * 1.3}, {x + r * 1.3, y}, {x, y + r * 1.3}, {x - r * 1.3, y}}},
          true);
    case PointStyle::triangle:
      return draw_polyline(
          path,
          std::array<Point, 3>{{{x, y - r * 1.2}, {x + r * 1.15, y + r * 0.9}, {x - r * 1.15, y + r * 0.9}}},
          true);
    case PointStyle::cross:
      return draw_bars_of_cross(path, {x, y}, r * 1.2, 0);
    case PointStyle::star:
      draw_bars_of_cross(path, {x, y}, r * 1.2, 0);
      return draw_bars_of_cross(path, {x, y}, r * 1.2, std::numbers::pi / 4);
    case PointStyle::dash:
      path.rectangle({x - r * 1.2, y - r * 0.3, x + r * 1.2, y + r * 0.3});
      return;
    case PointStyle::none:
      return;
    case PointStyle::by_series:
    case PointStyle::circle:
      path.circle({x, y}, r);
  }
}

/// Whether no dot touches another, so that it makes no difference which is drawn first.
bool stand_apart(std::span<const Dot> dots) {
  constexpr std::size_t most_compared = 60;
  constexpr double widest_shape = 1.3, outline = 1.5;
  if (dots.size() > most_compared) return false;
  for (std::size_t i = 1; i < dots.size(); ++i) {
    for (std::size_t k = 0; k < i; ++k) {
      const double reach = (dots[i].radius + dots[k].radius) * widest_shape + outline;
      const double x = dots[i].at.x - dots[k].at.x, y = dots[i].at.y - dots[k].at.y;
      if (x * x + y * y < reach * reach) return false;
    }
  }
  return true;
}

/// Dots of one colour: one shape, or in one group, the later ones on top.
void write_dots_alike(SvgWriter& svg, const Scene& scene, std::span<const Dot> dots) {
  const Dot& first = dots.front();
  const bool apart = stand_apart(dots);
  svg.raw(apart ? "<path" : "<g");
  write_colour(svg, scene, first.colour, 'c', first.translucent ? 0.55 : 1);
  svg.raw(apart ? " d=\"" : ">\n");
  PathData all = svg.path();
  for (const Dot& dot : dots) {
    if (apart) {
      draw_marker(all, dot);
      continue;
    }
    svg.raw("<path d=\"");
    PathData one = svg.path();
    draw_marker(one, dot);
    svg.raw("\"/>\n");
  }
  svg.raw(apart ? "\"/>\n" : "</g>\n");
}

}  // namespace

void write_dots(SvgWriter& svg, const Scene& scene, std::size_t layer) {
  if (std::none_of(scene.dots.begin(), scene.dots.end(), [&](const Dot& dot) { return dot.layer == layer; }))
    return;
  open_separated(svg, 1.5);
  const auto alike = [](const Dot& a, const Dot& b) {
    return a.colour == b.colour && a.translucent == b.translucent && a.layer == b.layer;
  };
  for (std::size_t begin = 0; begin < scene.dots.size();) {
    const Dot& first = scene.dots[begin];
    if (first.layer != layer) {
      ++begin;
      continue;
    }
    std::size_t end = begin + 1;
    while (end < scene.dots.size() && alike(first, scene.dots[end])) ++end;
    write_dots_alike(svg, scene, {scene.dots.data() + begin, end - begin});
    begin = end;
  }
  svg.raw("</g>\n");
}

void write_swatches(SvgWriter& svg, const Scene& scene) {
  for (const Swatch& swatch : scene.swatches) {
    const Box& box = swatch.box;
    if (swatch.line) {
      svg.raw("<path fill=\"none\" stroke-width=\"2.5\"");
      write_colour(svg, scene, swatch.colour, 'l');
      svg.raw(" d=\"");
      svg.path().move_to({box.left, box.middle()}).line_to({box.right, box.middle()});
      svg.raw("\"/>\n");
      const Dot dot = {{box.centre(), box.middle()}, swatch.colour, 4};
      write_dots_alike(svg, scene, {&dot, 1});
      continue;
    }
    svg.raw("<rect").place({box.left, box.top}).coordinate("width", box.width());
    svg.coordinate("height", box.height()).raw(" rx=\"2\"");
    write_colour(svg, scene, swatch.colour, 'f');
    svg.raw("/>\n");
  }
}

}  // namespace nianbao::chart
