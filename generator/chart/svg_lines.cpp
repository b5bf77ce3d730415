#include "chart/svg_lines.h"

#include <algorithm>

#include "chart/colours.h"
#include "chart/svg_colour.h"

namespace nianbao::chart {
namespace {

constexpr double usual_stroke = 2.5;  ///< set on the group of lines

void draw_rule(PathData& path, const Rule& rule) { draw_polyline(path, rule.points, rule.closed); }

void write_dash(SvgWriter& svg, const std::vector<double>& dash) {
  if (dash.empty()) return;
  svg.raw(" stroke-dasharray=\"");
  for (std::size_t i = 0; i < dash.size(); ++i) svg.raw(i > 0 ? " " : "").number(dash[i]);
  svg.raw("\"");
}

}  // namespace

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

}  // namespace nianbao::chart
