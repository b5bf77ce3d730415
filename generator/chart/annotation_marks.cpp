#include "chart/annotation_marks.h"

#include <algorithm>
#include <cmath>

#include "chart/line_labels.h"

namespace nianbao::chart {
namespace {

constexpr TextStyle text_style = {value_size, Ink::plain, false, true};
constexpr double note_distance = 16;
constexpr double margin = 4;
constexpr int steps_along_line = 8;
constexpr double tinted = 0.14, greyed = 0.7;  ///< bands: the grid and the marks stay in sight

std::optional<std::size_t> colour_of(Scene& scene, const Annotation& annotation) {
  if (annotation.colour.empty()) return {};
  return scene.custom_colour(annotation.colour);
}

bool in_plot(const CartesianPlan& plan, const Box& box) {
  return box.left >= plan.plot.left - margin && box.right <= plan.plot.right + margin && box.top >= 0 &&
         box.bottom <= plan.plot.bottom + margin;
}

/// A place on the index axis, as far as it is in the plot.
double along(const CartesianPlan& plan, const std::optional<double>& place, double otherwise) {
  return place ? std::clamp(plan.index.place(*place), plan.begin(), plan.end()) : otherwise;
}

/// The stretch an annotation takes, from end to end of the plot where it names no bound.
Box box_of(const CartesianPlan& plan, const Annotation& annotation) {
  const PlacedAxis& axis = plan.axes[std::min(annotation.axis, plan.axes.size() - 1)];
  const auto across = [&](const std::optional<double>& value, double otherwise) {
    return value ? axis.scale(*value) : otherwise;
  };
  return box_between(plan.point(along(plan, annotation.index_low, plan.begin()),
                                across(annotation.value_low, axis.scale.from)),
                     plan.point(along(plan, annotation.index_high, plan.end()),
                                across(annotation.value_high, axis.scale.to)));
}

bool covers_bar(const Scene& scene, const Box& box) {
  return std::any_of(scene.bars.begin(), scene.bars.end(),
                     [&](const Bar& bar) { return bar.box.overlaps(box); });
}

/// Places a text at the first of several points where it neither collides nor lies on a bar nor leaves the
/// plot.
bool place_text(Scene& scene, const CartesianPlan& plan, const std::vector<Label>& places) {
  for (const bool strict : {true, false}) {
    for (const Label& label : places) {
      if (!in_plot(plan, label.box) || covers_bar(scene, label.box)) continue;
      if (strict && (crosses_lines(scene, label.box) || covers_dot(scene, label.box))) continue;
      if (scene.add_if_free(label)) return true;
    }
  }
  return false;
}

/// A line that crosses lying bars is named above the plot, where the plan keeps room for it; any other one
/// beside it: at either end, on either side, and then between the ends.
std::vector<Label> beside_line(const CartesianPlan& plan, const Annotation& annotation, Point a, Point b) {
  std::vector<Label> places;
  const std::string& text = annotation.text;
  if (plan.lying && a.x == b.x) {
    for (const Anchor anchor : {Anchor::middle, Anchor::end, Anchor::start})
      places.push_back(make_label(text, {a.x, plan.names_of_lines}, anchor, Stand::above, text_style));
  }
  if (a.y == b.y) {
    for (const bool right : {true, false}) {
      for (const Stand stand : {Stand::above, Stand::below}) {
        const double x = right ? plan.plot.right - margin : plan.plot.left + margin;
        const double y = a.y + (stand == Stand::above ? -3 : 3);
        places.push_back(make_label(text, {x, y}, right ? Anchor::end : Anchor::start, stand, text_style));
      }
    }
    for (int part = steps_along_line - 1; part > 0; --part) {
      const double x = plan.plot.left + plan.plot.width() * part / steps_along_line;
      for (const Stand stand : {Stand::above, Stand::below})
        places.push_back(
            make_label(text, {x, a.y + (stand == Stand::above ? -3 : 3)}, Anchor::middle, stand, text_style));
    }
    return places;
  }
  const double top = std::min(a.y, b.y) + margin, bottom = std::max(a.y, b.y) - margin;
  for (const auto& [y, stand] : {std::pair{top, Stand::below}, std::pair{bottom, Stand::above}}) {
    for (const bool right : {true, false}) {
      const double x = (y == top ? (a.y < b.y ? a.x : b.x) : (a.y < b.y ? b.x : a.x)) + (right ? 5 : -5);
      places.push_back(make_label(text, {x, y}, right ? Anchor::start : Anchor::end, stand, text_style));
    }
  }
  return places;
}

bool draw_line(Scene& scene, const CartesianPlan& plan, const Annotation& annotation) {
  const PlacedAxis& axis = plan.axes[std::min(annotation.axis, plan.axes.size() - 1)];
  Point a, b;
  if (annotation.value_low && annotation.value_high) {
    a = plan.point(along(plan, annotation.index_low, plan.begin()), axis.scale(*annotation.value_low));
    b = plan.point(along(plan, annotation.index_high, plan.end()), axis.scale(*annotation.value_high));
  } else {
    const double at = along(plan, annotation.index_low, plan.begin());
    a = plan.point(at, axis.scale.from);
    b = plan.point(at, axis.scale.to);
  }
  scene.rules.push_back(
      {{a, b}, RuleKind::reference, false, annotation.dashed, colour_of(scene, annotation)});
  return annotation.text.empty() || place_text(scene, plan, beside_line(plan, annotation, a, b));
}

/// A text near a point, with a line to it.
bool draw_note(Scene& scene, const CartesianPlan& plan, const Annotation& annotation) {
  if (!annotation.index_low || !annotation.value_low) return annotation.text.empty();
  const PlacedAxis& axis = plan.axes[std::min(annotation.axis, plan.axes.size() - 1)];
  const Point at = plan.point(plan.index.place(*annotation.index_low), axis.scale(*annotation.value_low));
  if (!plan.plot.holds({at.x, at.y, at.x, at.y})) return false;
  for (const double reach : {1.0, 2.0, 3.5}) {
    for (const Point way : {Point{0.3, -1}, {-0.3, -1}, {0.3, 1}, {-0.3, 1}, {1, 0}, {-1, 0}}) {
      const Point end = {at.x + way.x * note_distance * reach, at.y + way.y * note_distance * reach};
      const Stand stand = way.y < 0 ? Stand::above : way.y > 0 ? Stand::below : Stand::middle;
      for (const Anchor anchor : {way.x > 0 ? Anchor::start : Anchor::end, Anchor::middle}) {
        if (stand == Stand::middle && anchor == Anchor::middle) continue;
        const Label label = make_label(annotation.text,
                                       {end.x, end.y + (way.y < 0   ? -2
                                                        : way.y > 0 ? 2
                                                                    : 0)},
                                       anchor, stand, text_style);
        const bool hidden =
            crosses_lines(scene, label.box) || covers_dot(scene, label.box) || covers_bar(scene, label.box);
        if (hidden || !in_plot(plan, label.box) || !scene.add_if_free(label)) continue;
        scene.rules.push_back({{at, end}, RuleKind::leader, false, false, {}});
        return true;
      }
    }
  }
  return false;
}

bool draw_break(Scene& scene, const CartesianPlan& plan, const Break& broken) {
  const double place = plan.index.categories ? std::ceil(broken.before) - 0.5 : broken.before;
  Annotation line;
  line.index_low = line.index_high = place;
  line.text = broken.text;
  line.dashed = true;
  return draw_line(scene, plan, line);
}

}  // namespace

void draw_annotation_boxes(Scene& scene, const CartesianPlan& plan) {
  for (const Annotation& annotation : plan.chart.annotations) {
    if (annotation.kind != Annotation::Kind::box) continue;
    const auto colour = colour_of(scene, annotation);
    scene.grounds.push_back({box_of(plan, annotation), colour, false, colour ? tinted : greyed});
  }
}

std::vector<std::string> draw_annotations(Scene& scene, const CartesianPlan& plan) {
  std::vector<std::string> left_over;
  for (const Annotation& annotation : plan.chart.annotations) {
    bool said = true;
    if (annotation.kind == Annotation::Kind::line) {
      said = draw_line(scene, plan, annotation);
    } else if (annotation.kind == Annotation::Kind::note) {
      said = draw_note(scene, plan, annotation);
    } else if (!annotation.text.empty()) {
      const Box box = box_of(plan, annotation);
      const Anchor start = Anchor::start;
      said = place_text(
          scene, plan,
          {make_label(annotation.text, {box.left + margin, box.top + 3}, start, Stand::below, text_style),
           make_label(annotation.text, {box.left + margin, box.bottom - 3}, start, Stand::above, text_style),
           make_label(annotation.text, {box.centre(), box.top + 3}, Anchor::middle, Stand::below, text_style),
           make_label(annotation.text, {box.right - margin, box.top + 3}, Anchor::end, Stand::below,
                      text_style)});
    }
    if (!said) left_over.push_back(annotation.text);
  }
  for (const Break& broken : plan.chart.breaks) {
    if (!draw_break(scene, plan, broken)) left_over.push_back(broken.text);
  }
  return left_over;
}

}  // namespace nianbao::chart
