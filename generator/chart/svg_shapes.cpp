#include "chart/svg_shapes.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <span>

#include "chart/chart.h"
#include "chart/colours.h"
#include "chart/patterns.h"

namespace nianbao::chart {
namespace {

constexpr double usual_stroke = 2.5;  ///< set on the group of lines
constexpr double thin = 5;            ///< rim of a slice that an outline would hide
constexpr double full_circle = 2 * std::numbers::pi;

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

/// ` class="c1" fill="#…"`: class and fall-back colour of a series for lines ('l'), for fills ('c') and for
/// those that may carry a pattern ('f'); fainter each time the palette is used again.
void write_colour(SvgWriter& svg, const Scene& scene, std::size_t colour, char kind, double opacity = 1) {
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

void write_polyline(SvgWriter& svg, const std::vector<Point>& points, bool closed) {
  for (std::size_t i = 0; i < points.size(); ++i) svg.point(i == 0 ? 'M' : 'L', points[i]);
  if (closed) svg.raw("z");
}

/// A straight or smooth line; `first` is the command that leads to its beginning.
void write_course(SvgWriter& svg, const Stroke& stroke, char first) {
  for (std::size_t i = 0; i < stroke.points.size(); ++i) {
    const Point p = stroke.points[i];
    if (i == 0 || stroke.controls.empty()) {
      svg.point(i == 0 ? first : 'L', p);
    } else {
      const Point a = stroke.controls[2 * i - 2], b = stroke.controls[2 * i - 1];
      svg.path('C', {a.x, a.y, b.x, b.y, p.x, p.y});
    }
  }
  if (stroke.closed) svg.raw("z");
}

/// A straight line with the shortest command.
void write_line(SvgWriter& svg, Point a, Point b) {
  svg.point('M', a);
  if (a.y == b.y) {
    svg.path('H', {b.x});
  } else if (a.x == b.x) {
    svg.path('V', {b.y});
  } else {
    svg.point('L', b);
  }
}

void write_rule(SvgWriter& svg, const Rule& rule) {
  rule.points.size() == 2 ? write_line(svg, rule.points[0], rule.points[1])
                          : write_polyline(svg, rule.points, rule.closed);
}

void write_dash(SvgWriter& svg, const std::vector<double>& dash) {
  if (dash.empty()) return;
  svg.raw(" stroke-dasharray=\"");
  for (std::size_t i = 0; i < dash.size(); ++i) svg.raw(i > 0 ? " " : "").number(dash[i]);
  svg.raw("\"");
}

void write_ring(SvgWriter& svg, const Ring& ring) {
  const double r = ring.radius;
  svg.path('M', {ring.centre.x - r, ring.centre.y})
      .path('a', {r, r, 0, 1, 0, 2 * r, 0})
      .path('a', {r, r, 0, 1, 0, -2 * r, 0});
}

void write_rectangle(SvgWriter& svg, const Box& box) {
  svg.path('M', {box.left, box.top})
      .path('H', {box.right})
      .path('V', {box.bottom})
      .path('H', {box.left})
      .raw("z");
}

/// A bar with its free end rounded, drawn from the foot over the end and back.
void write_bar(SvgWriter& svg, const Bar& bar) {
  const Box& b = bar.box;
  const bool upright = bar.round == Bar::Round::top || bar.round == Bar::Round::bottom;
  const double across = upright ? b.width() : b.height(), along = upright ? b.height() : b.width();
  const double r = std::min({bar.corner, across / 2, along});
  if (bar.round == Bar::Round::none || r < 0.5) return write_rectangle(svg, b);
  if (upright) {
    const bool up = bar.round == Bar::Round::top;
    const double foot = up ? b.bottom : b.top, end = up ? b.top : b.bottom, s = up ? r : -r;
    svg.path('M', {b.left, foot}).path('V', {end + s}).path('q', {0, -s, r, -s}).path('H', {b.right - r});
    svg.path('q', {r, 0, r, s}).path('V', {foot}).raw("z");
  } else {
    const bool right = bar.round == Bar::Round::right;
    const double foot = right ? b.left : b.right, end = right ? b.right : b.left, s = right ? r : -r;
    svg.path('M', {foot, b.top}).path('H', {end - s}).path('q', {s, 0, s, r}).path('V', {b.bottom - r});
    svg.path('q', {0, r, -s, r}).path('H', {foot}).raw("z");
  }
}

Point on_circle(const Sector& sector, double radius, double angle) {
  return {sector.centre.x + radius * std::sin(angle), sector.centre.y - radius * std::cos(angle)};
}

/// An arc from where the pen is; a full circle in two halves, as its ends coincide.
void write_arc(SvgWriter& svg, const Sector& sector, double radius, double from, double to) {
  const bool clockwise = to > from;
  const auto arc_to = [&](double angle, bool large) {
    const Point end = on_circle(sector, radius, angle);
    svg.path('A', {radius, radius, 0, large ? 1.0 : 0.0, clockwise ? 1.0 : 0.0, end.x, end.y});
  };
  const double extent = std::fabs(to - from);
  if (extent > full_circle - 1e-4) arc_to((from + to) / 2, false);
  arc_to(to, extent > std::numbers::pi && extent <= full_circle - 1e-4);
}

void write_sector(SvgWriter& svg, const Sector& sector) {
  const bool whole = sector.to - sector.from > full_circle - 1e-4;
  svg.point('M', on_circle(sector, sector.outer, sector.from));
  write_arc(svg, sector, sector.outer, sector.from, sector.to);
  if (sector.inner > 0) {
    svg.point(whole ? 'M' : 'L', on_circle(sector, sector.inner, sector.to));
    write_arc(svg, sector, sector.inner, sector.to, sector.from);
  } else if (!whole) {
    svg.point('L', sector.centre);
  }
  svg.raw("z");
}

void write_filled_sector(SvgWriter& svg, const Scene& scene, const Sector& sector) {
  svg.raw("<path");
  write_colour(svg, scene, sector.colour, 'f');
  svg.raw(" d=\"");
  write_sector(svg, sector);
  svg.raw("\"/>\n");
}

/// Bars of one series in one group; separated ones get an outline in the colour of the surface.
void write_bars(SvgWriter& svg, const Scene& scene) {
  const std::vector<Bar>& bars = scene.bars;
  for (std::size_t begin = 0; begin < bars.size();) {
    const Bar& first = bars[begin];
    svg.raw("<g");
    write_colour(svg, scene, first.colour, 'f');
    svg.raw(">\n");
    for (; begin < bars.size() && bars[begin].colour == first.colour; ++begin) {
      svg.raw("<path");
      if (bars[begin].border) {
        write_colour(svg, scene, *bars[begin].border, 'l');
        svg.attribute("stroke-width", bars[begin].border_width);
      }
      svg.raw(" d=\"");
      write_bar(svg, bars[begin]);
      svg.raw("\"/>\n");
    }
    svg.raw("</g>\n");
  }
}

void open_separated(SvgWriter& svg, double width) {
  svg.raw("<g class=\"s\"").attribute("stroke", surface.light).attribute("stroke-width", width).raw(">\n");
}

PointStyle shape_of(const Dot& dot) {
  constexpr PointStyle by_turns[] = {PointStyle::circle, PointStyle::rect, PointStyle::rect_rotated,
                                     PointStyle::triangle};
  return dot.style == PointStyle::by_series ? by_turns[dot.colour % 4] : dot.style;
}

void write_bars_of_cross(SvgWriter& svg, Point at, double r, double turn) {
  for (const double angle : {turn, turn + std::numbers::pi / 2}) {
    const double x = r * std::cos(angle), y = r * std::sin(angle), w = r * 0.3;
    const double u = -w * std::sin(angle), v = w * std::cos(angle);
    write_polyline(svg,
                   {{at.x - x - u, at.y - y - v},
                    {at.x + x - u, at.y + y - v},
                    {at.x + x + u, at.y + y + v},
                    {at.x - x + u, at.y - y + v}},
                   true);
  }
}

void write_marker(SvgWriter& svg, const Dot& dot) {
  const double r = dot.radius;
  const auto [x, y] = dot.at;
  switch (shape_of(dot)) {
    case PointStyle::rect:
      return write_rectangle(svg, {x - r * 0.9, y - r * 0.9, x + r * 0.9, y + r * 0.9});
    case PointStyle::rect_rotated:
      return write_polyline(svg, {{x, y - r * 1.3}, {x + r * 1.3, y}, {x, y + r * 1.3}, {x - r * 1.3, y}},
                            true);
    case PointStyle::triangle:
      return write_polyline(svg, {{x, y - r * 1.2}, {x + r * 1.15, y + r * 0.9}, {x - r * 1.15, y + r * 0.9}},
                            true);
    case PointStyle::cross:
      return write_bars_of_cross(svg, dot.at, r * 1.2, 0);
    case PointStyle::star:
      write_bars_of_cross(svg, dot.at, r * 1.2, 0);
      return write_bars_of_cross(svg, dot.at, r * 1.2, std::numbers::pi / 4);
    case PointStyle::dash:
      return write_rectangle(svg, {x - r * 1.2, y - r * 0.3, x + r * 1.2, y + r * 0.3});
    case PointStyle::none:
      return;
    case PointStyle::by_series:
    case PointStyle::circle:
      return write_ring(svg, {dot.at, r});
  }
}

/// Dots of one colour say it once.
void write_dots_alike(SvgWriter& svg, const Scene& scene, std::span<const Dot> dots) {
  const Dot& first = dots.front();
  svg.raw("<g");
  write_colour(svg, scene, first.colour, 'c', first.translucent ? 0.55 : 1);
  svg.raw(">\n");
  for (const Dot& dot : dots) {
    svg.raw("<path d=\"");
    write_marker(svg, dot);
    svg.raw("\"/>\n");
  }
  svg.raw("</g>\n");
}

void write_dot(SvgWriter& svg, const Scene& scene, const Dot& dot) {
  svg.raw("<path");
  write_colour(svg, scene, dot.colour, 'c', dot.translucent ? 0.55 : 1);
  svg.raw(" d=\"");
  write_marker(svg, dot);
  svg.raw("\"/>\n");
}

}  // namespace

void write_fill_colour(SvgWriter& svg, const Scene& scene, std::size_t colour, double opacity) {
  write_colour(svg, scene, colour, 'c', opacity);
}

void write_areas(SvgWriter& svg, const Scene& scene) {
  for (const Area& area : scene.areas) {
    svg.raw("<path");
    write_colour(svg, scene, area.top.colour, 'c', area.opacity);
    svg.raw(" d=\"");
    write_course(svg, area.top, 'M');
    Stroke back = area.bottom;
    std::reverse(back.points.begin(), back.points.end());
    std::reverse(back.controls.begin(), back.controls.end());
    write_course(svg, back, 'L');
    svg.raw("z\"/>\n");
  }
}

void write_gaps(SvgWriter& svg, const Scene& scene) {
  for (const Box& gap : scene.gaps) {
    svg.raw("<path class=\"u\"").attribute("fill", grid.light).raw(" fill-opacity=\".4\" d=\"");
    write_rectangle(svg, gap);
    svg.raw("\"/>\n");
  }
}

void write_grid(SvgWriter& svg, const Scene& scene) {
  const bool rules = std::any_of(scene.rules.begin(), scene.rules.end(),
                                 [](const Rule& r) { return r.kind == RuleKind::grid; });
  if (!rules && scene.rings.empty()) return;
  svg.raw("<path class=\"g\" fill=\"none\"").attribute("stroke", grid.light).raw(" d=\"");
  for (const Rule& rule : scene.rules) {
    if (rule.kind != RuleKind::grid) continue;
    write_rule(svg, rule);
  }
  for (const Ring& ring : scene.rings) write_ring(svg, ring);
  svg.raw("\"/>\n");
}

void write_rules(SvgWriter& svg, const Scene& scene, RuleKind kind) {
  const auto of_kind = [&](const Rule& rule) { return rule.kind == kind; };
  if (std::none_of(scene.rules.begin(), scene.rules.end(), of_kind)) return;
  svg.raw("<path class=\"a\" fill=\"none\"").attribute("stroke", axis.light).raw(" d=\"");
  for (const Rule& rule : scene.rules) {
    if (of_kind(rule)) write_rule(svg, rule);
  }
  svg.raw("\"/>\n");
}

void write_references(SvgWriter& svg, const Scene& scene) {
  for (const Rule& rule : scene.rules) {
    if (rule.kind != RuleKind::reference) continue;
    svg.raw("<path fill=\"none\" stroke-width=\"1.5\"");
    if (rule.dashed) svg.raw(" stroke-dasharray=\"5 4\"");
    if (rule.colour) {
      write_colour(svg, scene, *rule.colour, 'l');
    } else {
      svg.raw(" class=\"r\"").attribute("stroke", muted.light);
    }
    svg.raw(" d=\"");
    write_rule(svg, rule);
    svg.raw("\"/>\n");
  }
}

void write_fills(SvgWriter& svg, const Scene& scene) {
  const bool separated = !scene.sectors.empty() || (!scene.bars.empty() && scene.bars.front().separated);
  if (separated) open_separated(svg, 1.5);
  write_bars(svg, scene);
  const auto is_thin = [](const Sector& sector) { return (sector.to - sector.from) * sector.outer < thin; };
  for (const Sector& sector : scene.sectors) {
    if (!is_thin(sector)) write_filled_sector(svg, scene, sector);
  }
  if (separated) svg.raw("</g>\n");
  for (const Sector& sector : scene.sectors) {
    if (is_thin(sector)) write_filled_sector(svg, scene, sector);
  }
}

void write_strokes(SvgWriter& svg, const Scene& scene) {
  if (scene.strokes.empty()) return;
  svg.raw("<g fill=\"none\" stroke-width=\"2.5\" stroke-linejoin=\"round\" stroke-linecap=\"round\">\n");
  for (const Stroke& stroke : scene.strokes) {
    svg.raw("<path");
    write_colour(svg, scene, stroke.colour, 'l');
    if (stroke.width != usual_stroke) svg.attribute("stroke-width", stroke.width);
    write_dash(svg, stroke.dash);
    svg.raw(" d=\"");
    write_course(svg, stroke, 'M');
    svg.raw("\"/>\n");
  }
  svg.raw("</g>\n");
}

void write_dots(SvgWriter& svg, const Scene& scene) {
  if (scene.dots.empty()) return;
  open_separated(svg, 1.5);
  const auto alike = [](const Dot& a, const Dot& b) {
    return a.colour == b.colour && a.translucent == b.translucent;
  };
  for (std::size_t begin = 0; begin < scene.dots.size();) {
    const Dot& first = scene.dots[begin];
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
      write_line(svg, {box.left, box.middle()}, {box.right, box.middle()});
      svg.raw("\"/>\n");
      write_dot(svg, scene, {{box.centre(), box.middle()}, swatch.colour, 4});
      continue;
    }
    svg.raw("<rect").attribute("x", box.left).attribute("y", box.top).attribute("width", box.width());
    svg.attribute("height", box.height()).raw(" rx=\"2\"");
    write_colour(svg, scene, swatch.colour, 'f');
    svg.raw("/>\n");
  }
}

}  // namespace nianbao::chart
