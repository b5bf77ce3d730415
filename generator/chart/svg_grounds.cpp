#include "chart/svg_grounds.h"

#include "chart/colours.h"
#include "chart/svg_colour.h"

namespace nianbao::chart {
namespace {

void open_path(SvgWriter& svg, const Scene& scene, const std::optional<std::size_t>& colour,
               bool outlined = false, double opacity = 1) {
  svg.raw("<path");
  if (colour) {
    write_colour(svg, scene, *colour, 'c', opacity);
  } else {
    svg.raw(outlined ? " class=\"u a\"" : " class=\"u\"").attribute("fill", grid.light);
    if (outlined) svg.attribute("stroke", axis.light);
    if (opacity < 1) svg.attribute("fill-opacity", opacity);
  }
  svg.raw(" d=\"");
}

}  // namespace

void write_gaps(SvgWriter& svg, const Scene& scene) {
  for (const Box& gap : scene.gaps) {
    svg.raw("<path class=\"u\"").attribute("fill", grid.light).raw(" fill-opacity=\".4\" d=\"");
    svg.path().rectangle(gap);
    svg.raw("\"/>\n");
  }
}

void write_grounds(SvgWriter& svg, const Scene& scene) {
  for (std::size_t i = 0; i < scene.grounds.size();) {
    const Ground& first = scene.grounds[i];
    const auto alike = [&](const Ground& ground) {
      return ground.colour == first.colour && ground.outlined == first.outlined &&
             ground.opacity == first.opacity;
    };
    open_path(svg, scene, first.colour, first.outlined, first.opacity);
    PathData path = svg.path();
    for (; i < scene.grounds.size() && alike(scene.grounds[i]); ++i) path.rectangle(scene.grounds[i].box);
    svg.raw("\"/>\n");
  }
}

void write_squares(SvgWriter& svg, const Scene& scene) {
  for (const Squares& squares : scene.squares) {
    open_path(svg, scene, squares.colour);
    PathData path = svg.path();
    for (const auto [x, y] : squares.corners) path.rectangle({x, y, x + squares.side, y + squares.side});
    svg.raw("\"/>\n");
  }
}

void write_spans(SvgWriter& svg, const Scene& scene) {
  if (scene.spans.empty()) return;
  svg.raw("<path class=\"a\" fill=\"none\" stroke-width=\"4\" stroke-opacity=\".5\"");
  svg.attribute("stroke", axis.light).raw(" d=\"");
  PathData path = svg.path();
  for (const Span& span : scene.spans) path.move_to(span.from).line_to(span.to);
  svg.raw("\"/>\n");
}

void write_notches(SvgWriter& svg, const Scene& scene) {
  if (scene.notches.empty()) return;
  svg.raw("<g class=\"s\" stroke-width=\"1.5\"").attribute("stroke", surface.light).raw(">\n");
  for (std::size_t i = 0; i < scene.notches.size();) {
    const std::size_t colour = scene.notches[i].colour;
    open_path(svg, scene, colour);
    PathData path = svg.path();
    for (; i < scene.notches.size() && scene.notches[i].colour == colour; ++i)
      path.rectangle(scene.notches[i].box);
    svg.raw("\"/>\n");
  }
  svg.raw("</g>\n");
}

}  // namespace nianbao::chart
