#include "scene_checks.h"

#include <cmath>
#include <fmt/format.h>
#include <vector>

namespace nianbao::chart::testing {
namespace {

constexpr double slack = 0.02;

std::vector<Box> all_boxes(const Scene& scene) {
  std::vector<Box> boxes;
  const auto add = [&](Point p, double r) { boxes.push_back({p.x - r, p.y - r, p.x + r, p.y + r}); };
  for (const Label& label : scene.labels) boxes.push_back(label.box);
  for (const Bar& bar : scene.bars) boxes.push_back(bar.box);
  for (const Swatch& swatch : scene.swatches) boxes.push_back(swatch.box);
  for (const Sector& sector : scene.sectors) {
    for (int k = 0; k <= 32; ++k) {
      const double angle = sector.from + (sector.to - sector.from) * k / 32;
      for (const double radius : {sector.inner, sector.outer})
        add({sector.centre.x + radius * std::sin(angle), sector.centre.y - radius * std::cos(angle)}, 0);
    }
  }
  for (const Ring& ring : scene.rings) add(ring.centre, ring.radius);
  for (const Ground& ground : scene.grounds) boxes.push_back(ground.box);
  for (const Notch& notch : scene.notches) boxes.push_back(notch.box);
  for (const Span& span : scene.spans) boxes.push_back(box_between(span.from, span.to));
  for (const Squares& squares : scene.squares) {
    for (const Point& p : squares.corners)
      boxes.push_back({p.x, p.y, p.x + squares.side, p.y + squares.side});
  }
  for (const Dot& dot : scene.dots) add(dot.at, dot.radius);
  for (const Stroke& stroke : scene.strokes) {
    for (const Point& point : stroke.points) add(point, 1);
    for (const Point& point : stroke.controls) add(point, 0);
  }
  for (const Area& area : scene.areas) {
    for (const Stroke* edge : {&area.top, &area.bottom}) {
      for (const Point& point : edge->points) add(point, 0);
    }
  }
  for (const Rule& rule : scene.rules) {
    for (const Point& point : rule.points) add(point, 0.5);
  }
  return boxes;
}

}  // namespace

std::string first_overlap(const Scene& scene) {
  for (std::size_t i = 0; i < scene.labels.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      const Box& a = scene.labels[i].box;
      const Box shrunk = {a.left + slack, a.top + slack, a.right - slack, a.bottom - slack};
      if (shrunk.overlaps(scene.labels[j].box)) return scene.labels[j].text + " | " + scene.labels[i].text;
    }
  }
  return "";
}

std::string first_outside(const Scene& scene) {
  const Box page = {-slack, -slack, scene.width + slack, scene.height + slack};
  for (const Box& box : all_boxes(scene)) {
    if (page.holds(box)) continue;
    return fmt::format("{} {} {} {} in {} x {}", box.left, box.top, box.right, box.bottom, scene.width,
                       scene.height);
  }
  return "";
}

}  // namespace nianbao::chart::testing
