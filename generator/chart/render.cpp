#include "chart/cleaned.h"
#include "chart/description.h"
#include "chart/finding.h"
#include "chart/layout.h"
#include "chart/scene_svg.h"
#include "chart/wording.h"

namespace nianbao::chart {
namespace {

constexpr std::size_t usual_size = 6000;

std::string_view kind_of(Type type) {
  switch (type) {
    case Type::bar:
      return "bar";
    case Type::line:
      return "line";
    case Type::pie:
      return "pie";
    case Type::doughnut:
      return "doughnut";
    case Type::radar:
      return "radar";
    case Type::polar_area:
      return "polar-area";
    case Type::slope:
      return "slope";
    case Type::scatter:
      return "scatter";
    case Type::bubble:
      return "bubble";
    case Type::dumbbell:
      return "dumbbell";
    case Type::pyramid:
      return "pyramid";
    case Type::bullet:
      return "bullet";
    case Type::share:
      return "share";
    case Type::waffle:
      return "waffle";
    case Type::sparkline:
      return "sparkline";
  }
  return "";
}

/// The chart as it will be drawn, and the words to go with it.
Chart drawn(const Chart& raw) {
  if (!has_too_much(raw)) return cleaned(raw);
  Chart refused;
  refused.type = raw.type;
  refused.lang = raw.lang;
  refused.title = clean_label(raw.title, longest_sentence);
  refused.finding = clean_label(raw.finding, longest_sentence);
  return refused;
}

}  // namespace

ScaleBounds scale_bounds(const Chart& raw, int width) {
  RenderOptions options;
  options.width = width;
  const Scene scene = has_too_much(raw) ? Scene{} : lay_out(cleaned(raw), options);
  ScaleBounds bounds;
  for (const Interval& domain : scene.domains) bounds.values.push_back({domain.low, domain.high});
  if (bounds.values.empty() && scene.domain.low < scene.domain.high)
    bounds.values.push_back({scene.domain.low, scene.domain.high});
  if (scene.index_domain.low < scene.index_domain.high)
    bounds.index = Bounds{scene.index_domain.low, scene.index_domain.high};
  return bounds;
}

std::optional<Bounds> value_bounds(const Chart& raw, int width) {
  const ScaleBounds bounds = scale_bounds(raw, width);
  if (bounds.values.empty()) return {};
  return bounds.values.front();
}

std::string render_svg(const Chart& raw, const RenderOptions& options) {
  Chart chart = drawn(raw);
  const std::string title =
      options.title.empty() ? chart.title : clean_label(options.title, longest_sentence);
  const std::string refusal = has_too_much(raw) ? std::string(words(raw).too_much) : "";
  const std::string stated = clean_label(options.description, 8 * longest_sentence);
  const bool said = options.heading || stated.empty();
  if (said && chart.finding.empty() && refusal.empty()) chart.finding = finding_of(chart);
  const std::string description = !stated.empty()   ? stated
                                  : refusal.empty() ? description_of(chart)
                                                    : refusal;
  Scene scene = lay_out(chart, options, refusal);
  if (options.patterns) scene.pattern_prefix = safe_id(options.id) + "-pattern-";
  std::string out;
  out.reserve(usual_size);
  append_svg(out, scene, {options.id, kind_of(chart.type), title, description, options.background});
  return out;
}

}  // namespace nianbao::chart
