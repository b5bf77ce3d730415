#include "chart/scene_svg.h"

#include <algorithm>
#include <array>

#include "chart/colours.h"
#include "chart/patterns.h"
#include "chart/svg_dots.h"
#include "chart/svg_fills.h"
#include "chart/svg_grounds.h"
#include "chart/svg_lines.h"
#include "chart/svg_text.h"
#include "chart/svg_writer.h"

namespace nianbao::chart {
namespace {

constexpr std::string_view fonts = "system-ui,PingFang SC,Microsoft YaHei,Noto Sans CJK SC,sans-serif";

constexpr double margin = 16;  ///< of a picture with a ground of its own

void write_size(SvgWriter& svg, const Scene& scene, const Frame& frame) {
  const double space = frame.background ? margin : 0;
  const double width = scene.width + 2 * space, height = scene.height + 2 * space;
  if (frame.background) svg.attribute("width", width).attribute("height", height);
  svg.raw(" viewBox=\"").number(-space).raw(" ").number(-space);
  svg.raw(" ").number(width).raw(" ").number(height).raw("\"");
}

void write_background(SvgWriter& svg, const Scene& scene) {
  svg.raw("<rect class=\"b\"").attribute("fill", surface.light);
  svg.attribute("x", -margin).attribute("y", -margin);
  svg.attribute("width", scene.width + 2 * margin).attribute("height", scene.height + 2 * margin).raw("/>\n");
}

void open(SvgWriter& svg, const Scene& scene, const Frame& frame, const std::string& id) {
  svg.raw("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"chart-svg chart-").raw(frame.kind).raw("\"");
  write_size(svg, scene, frame);
  svg.raw(" role=\"img\" aria-labelledby=\"");
  svg.text(id).raw("-title ").text(id).raw("-desc\"").attribute("font-family", fonts);
  svg.attribute("fill", ink.light).raw(" font-size=\"14\">\n");
  svg.raw("<title id=\"").text(id).raw("-title\">").text(frame.title).raw("</title>\n");
  svg.raw("<desc id=\"").text(id).raw("-desc\">").text(frame.description).raw("</desc>\n");
}

}  // namespace

std::string safe_id(std::string_view id) {
  std::string safe(id.empty() ? "chart" : id);
  for (char& c : safe) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    if (!plain && static_cast<unsigned char>(c) < 0x80) c = '-';
  }
  return safe;
}

void append_svg(std::string& out, const Scene& scene, const Frame& frame) {
  SvgWriter svg(out);
  open(svg, scene, frame, safe_id(frame.id));
  if (!scene.pattern_prefix.empty()) write_patterns(svg, scene);
  if (frame.background) write_background(svg, scene);
  write_gaps(svg, scene);
  write_grounds(svg, scene);
  write_grid(svg, scene);
  write_areas(svg, scene, 0);
  write_squares(svg, scene);
  write_fills(svg, scene, 0);
  write_rules(svg, scene, RuleKind::axis);
  write_rules(svg, scene, RuleKind::leader);
  write_strokes(svg, scene, 0);
  for (std::size_t layer = 1; layer < scene.layers; ++layer) {
    write_dots(svg, scene, layer - 1);
    write_areas(svg, scene, layer);
    write_fills(svg, scene, layer);
    write_strokes(svg, scene, layer);
  }
  write_references(svg, scene);
  write_spans(svg, scene);
  write_notches(svg, scene);
  write_dots(svg, scene, scene.layers - 1);
  write_swatches(svg, scene);
  write_labels(svg, scene.labels, frame.background ? Outline::below_text : Outline::of_text);
  svg.raw("</svg>\n");
}

}  // namespace nianbao::chart
