#include "chart/svg_grounds.h"

#include "chart/colours.h"
#include "chart/svg_shapes.h"

namespace nianbao::chart {
namespace {

void open_path(SvgWriter& svg, const Scene& scene, const std::optional<std::size_t>& colour,
               bool outlined = false, double opacity = 1) {
  svg.raw("<path");
  if (colour) {
    write_fill_colour(svg, scene, *colour, opacity);
  } else {
    svg.raw(outlined ? " class=\"u a\"" : " class=\"u\"").attribute("fill", grid.light);
    if (outlined) svg.attribute("stroke", axis.light);
    if (opacity < 1) svg.attribute("fill-opacity", opacity);
  }
  svg.raw(" d=\"");
}

void write_rectangle(SvgWriter& svg, Point corner, double width, double height) {
  svg.point('M', corner).path('h', {width}).path('v', {height}).path('h', {-width}).raw("z");
}

}  // namespace

void write_grounds(SvgWriter& svg, const Scene& scene) {
  for (std::size_t i = 0; i < scene.grounds.size();) {
    const Ground& first = scene.grounds[i];
    const auto alike = [&](const Ground& ground) {
      return ground.colour == first.colour && ground.outlined == first.outlined &&
             ground.opacity == first.opacity;
    };
    open_path(svg, scene, first.colour, first.outlined, first.opacity);
    for (; i < scene.grounds.size() && alike(scene.grounds[i]); ++i) {
      const Box& box = scene.grounds[i].box;
      write_rectangle(svg, {box.left, box.top}, box.width(), box.height());
    }
    svg.raw("\"/>\n");
  }
}

void write_squares(SvgWriter& svg, const Scene& scene) {
  for (const Squares& squares : scene.squares) {
    open_path(svg, scene, squares.colour);
    for (const Point& corner : squares.corners) write_rectangle(svg, corner, squares.side, squares.side);
    svg.raw("\"/>\n");
  }
}

void write_spans(SvgWriter& svg, const Scene& scene) {
  if (scene.spans.empty()) return;
  svg.raw("<path class=\"a\" fill=\"none\" stroke-width=\"4\" stroke-opacity=\".5\"");
  svg.attribute("stroke", axis.light).raw(" d=\"");
  for (const Span& span : scene.spans) svg.point('M', span.from).point('L', span.to);
  svg.raw("\"/>\n");
}

void write_notches(SvgWriter& svg, const Scene& scene) {
  if (scene.notches.empty()) return;
  svg.raw("<g class=\"s\" stroke-width=\"1.5\"").attribute("stroke", surface.light).raw(">\n");
  for (std::size_t i = 0; i < scene.notches.size();) {
    const std::size_t colour = scene.notches[i].colour;
    open_path(svg, scene, colour);
    for (; i < scene.notches.size() && scene.notches[i].colour == colour; ++i) {
      const Box& box = scene.notches[i].box;
      write_rectangle(svg, {box.left, box.top}, box.width(), box.height());
    }
    svg.raw("\"/>\n");
  }
  svg.raw("</g>\n");
}

}  // namespace nianbao::chart
