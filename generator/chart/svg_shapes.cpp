#include "chart/svg_shapes.h"

#include <algorithm>
#include <array>
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

void draw_polyline(PathData& path, std::span<const Point> points, bool closed) {
  path.move_to(points.front());
  for (const Point& p : points.subspan(1)) path.line_to(p);
  if (closed) path.close();
}

/// The rest of a straight or smooth line whose beginning has been reached.
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

void draw_rule(PathData& path, const Rule& rule) { draw_polyline(path, rule.points, rule.closed); }

void write_dash(SvgWriter& svg, const std::vector<double>& dash) {
  if (dash.empty()) return;
  svg.raw(" stroke-dasharray=\"");
  for (std::size_t i = 0; i < dash.size(); ++i) svg.raw(i > 0 ? " " : "").number(dash[i]);
  svg.raw("\"");
}

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

void open_separated(SvgWriter& svg, double width) {
  svg.raw("<g class=\"s\"").attribute("stroke", surface.light).attribute("stroke-width", width).raw(">\n");
}

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

void write_fill_colour(SvgWriter& svg, const Scene& scene, std::size_t colour, double opacity) {
  write_colour(svg, scene, colour, 'c', opacity);
}

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

void write_gaps(SvgWriter& svg, const Scene& scene) {
  for (const Box& gap : scene.gaps) {
    svg.raw("<path class=\"u\"").attribute("fill", grid.light).raw(" fill-opacity=\".4\" d=\"");
    svg.path().rectangle(gap);
    svg.raw("\"/>\n");
  }
}

void write_grid(SvgWriter& svg, const Scene& scene) {
  const bool rules = std::any_of(scene.rules.begin(), scene.rules.end(),
                                 [](const Rule& r) { return r.kind == RuleKind::grid; });
  if (!rules && scene.rings.empty()) return;
  svg.raw("<path class=\"g\" fill=\"none\"").attribute("stroke", grid.light).raw(" d=\"");
  PathData path = svg.path();
  for (const Rule& rule : scene.rules) {
    if (rule.kind == RuleKind::grid) draw_rule(path, rule);
  }
  for (const Ring& ring : scene.rings) path.circle(ring.centre, ring.radius);
  svg.raw("\"/>\n");
}

void write_rules(SvgWriter& svg, const Scene& scene, RuleKind kind) {
  const auto of_kind = [&](const Rule& rule) { return rule.kind == kind; };
  if (std::none_of(scene.rules.begin(), scene.rules.end(), of_kind)) return;
  svg.raw("<path class=\"a\" fill=\"none\"").attribute("stroke", axis.light).raw(" d=\"");
  PathData path = svg.path();
  for (const Rule& rule : scene.rules) {
    if (of_kind(rule)) draw_rule(path, rule);
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
    PathData path = svg.path();
    draw_rule(path, rule);
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

void write_strokes(SvgWriter& svg, const Scene& scene, std::size_t layer) {
  if (std::none_of(scene.strokes.begin(), scene.strokes.end(),
                   [&](const Stroke& stroke) { return stroke.layer == layer; }))
    return;
  svg.raw("<g fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\" stroke-width=\"2.5\">\n");
  for (const Stroke& stroke : scene.strokes) {
    if (stroke.layer != layer) continue;
    svg.raw("<path");
    write_colour(svg, scene, stroke.colour, 'l');
    if (stroke.width != usual_stroke) svg.attribute("stroke-width", stroke.width);
    write_dash(svg, stroke.dash);
    svg.raw(" d=\"");
    PathData path = svg.path();
    path.move_to(stroke.points.front());
    draw_course(path, stroke);
    svg.raw("\"/>\n");
  }
  svg.raw("</g>\n");
}

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
