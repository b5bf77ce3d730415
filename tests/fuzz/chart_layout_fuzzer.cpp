#include <cmath>
#include <cstdint>
#include <cstring>

#include "chart/cleaned.h"
#include "chart/layout.h"
#include "require.h"

using namespace nianbao;
using fuzz::require;

namespace {

/// The input as a source of choices; zeros when it is used up.
class Choices {
 public:
  Choices(const std::uint8_t* data, std::size_t size) : data_(data), size_(size) {}

  bool empty() const { return size_ == 0; }
  std::uint8_t byte() { return take<std::uint8_t>(); }
  bool flag() { return byte() % 2 == 1; }

  /// Any double: bits as they come, or a small number, as those are likelier to lead somewhere.
  double number() { return flag() ? take<double>() : take<std::int16_t>() / 4.0; }

  std::string text() {
    const std::size_t length = std::min<std::size_t>(byte() % 40, size_);
    std::string out(reinterpret_cast<const char*>(data_), length);
    data_ += length;
    size_ -= length;
    return out;
  }

 private:
  template <typename Value>
  Value take() {
    Value value{};
    const std::size_t length = std::min(sizeof(Value), size_);
    std::memcpy(&value, data_, length);
    data_ += length;
    size_ -= length;
    return value;
  }

  const std::uint8_t* data_;
  std::size_t size_;
};

chart::Look make_look(Choices& choices) {
  chart::Look look;
  look.tension = choices.number();
  look.monotone = choices.flag();
  look.stepped = static_cast<chart::Stepped>(choices.byte() % 4);
  look.span_gaps = choices.flag();
  look.fill = {static_cast<chart::Fill::To>(choices.byte() % 6), choices.number(), choices.byte()};
  look.point_styles = {static_cast<chart::PointStyle>(choices.byte() % 9)};
  if (choices.flag()) look.point_radii = {choices.number(), choices.number()};
  if (choices.flag()) look.bar_thickness = choices.number();
  if (choices.flag()) look.least_bar_length = choices.number();
  if (choices.flag()) look.base = choices.number();
  look.bar_percentage = choices.number();
  look.category_percentage = choices.number();
  look.grouped = choices.flag();
  return look;
}

chart::Axis make_axis(Choices& choices) {
  chart::Axis axis;
  axis.type = static_cast<chart::ScaleType>(choices.byte() % 4);
  if (choices.flag()) axis.minimum = choices.number();
  if (choices.flag()) axis.maximum = choices.number();
  if (choices.flag()) axis.suggested_maximum = choices.number();
  if (choices.flag()) axis.step_size = choices.number();
  if (choices.flag()) axis.most_ticks = choices.byte();
  if (choices.flag()) axis.precision = choices.byte() % 12;
  if (choices.flag()) axis.grace = choices.number();
  axis.grace_is_share = choices.flag();
  axis.begin_at_zero = choices.flag();
  axis.stacked = choices.flag();
  axis.reverse = choices.flag();
  axis.shown = choices.flag();
  axis.side = static_cast<chart::Side>(choices.byte() % 5);
  axis.format.percent = choices.flag();
  axis.title = choices.text();
  return axis;
}

chart::Annotation make_annotation(Choices& choices) {
  chart::Annotation annotation;
  annotation.kind = static_cast<chart::Annotation::Kind>(choices.byte() % 3);
  for (auto* bound :
       {&annotation.index_low, &annotation.index_high, &annotation.value_low, &annotation.value_high}) {
    if (choices.flag()) *bound = choices.number();
  }
  annotation.axis = choices.byte();
  annotation.text = choices.text();
  return annotation;
}

chart::Series make_series(Choices& choices) {
  chart::Series series;
  series.label = choices.text();
  series.axis = choices.byte();
  series.order = choices.byte();
  if (choices.flag()) series.mark = static_cast<chart::Mark>(choices.byte() % 3);
  if (choices.flag()) series.look = make_look(choices);
  if (choices.flag()) series.stack = choices.text();
  for (std::size_t i = choices.byte() % 30; i > 0 && !choices.empty(); --i) {
    series.values.push_back(choices.flag() ? std::optional(choices.number()) : std::nullopt);
    series.states.push_back(static_cast<chart::State>(choices.byte() % 5));
    series.printed.push_back(choices.flag() ? choices.text() : "");
    series.bases.push_back(choices.flag() ? std::optional(choices.number()) : std::nullopt);
    series.positions.push_back(choices.number());
    series.radii.push_back(choices.number());
  }
  return series;
}

chart::Chart make_chart(Choices& choices) {
  chart::Chart chart;
  chart.type = static_cast<chart::Type>(choices.byte() % 15);
  chart.lang = choices.flag() ? "en" : "zh-CN";
  chart.unit = choices.text();
  chart.horizontal = choices.flag();
  chart.orientation_given = choices.flag();
  chart.values().stacked = choices.flag();
  chart.values().begin_at_zero = choices.flag();
  if (choices.flag()) chart.values().minimum = choices.number();
  if (choices.flag()) chart.values().maximum = choices.number();
  chart.index.title = choices.text();
  if (choices.flag()) chart.index = make_axis(choices);
  if (choices.flag()) chart.value_axes.push_back(make_axis(choices));
  for (std::size_t i = choices.byte() % 4; i > 0; --i) chart.annotations.push_back(make_annotation(choices));
  if (choices.flag()) chart.breaks.push_back({choices.number(), choices.text()});
  chart.percent = choices.flag();
  chart.panels = choices.byte() % 5;
  for (std::size_t i = choices.byte() % 30; i > 0; --i) chart.labels.push_back(choices.text());
  for (std::size_t i = choices.byte() % 8; i > 0; --i) chart.series.push_back(make_series(choices));
  return chart;
}

void require_inside(const chart::Scene& scene, const chart::Box& box) {
  require(std::isfinite(box.left) && std::isfinite(box.top) && std::isfinite(box.right) &&
          std::isfinite(box.bottom));
  require(chart::Box{-0.1, -0.1, scene.width + 0.1, scene.height + 0.1}.holds(box));
}

}  // namespace

/// Whatever the chart: finite positions inside the picture, and labels that do not touch.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  Choices choices(data, size);
  chart::RenderOptions options;
  options.width = 60 + choices.byte() * 8;
  options.height = choices.flag() ? choices.byte() * 4 : 0;
  options.heading = choices.flag();
  const chart::Chart chart = chart::cleaned(make_chart(choices));
  const chart::Scene scene = chart::lay_out(chart, options);
  for (const chart::Bar& bar : scene.bars) require_inside(scene, bar.box);
  for (const chart::Ground& ground : scene.grounds) require_inside(scene, ground.box);
  for (const chart::Notch& notch : scene.notches) require_inside(scene, notch.box);
  for (const chart::Dot& dot : scene.dots)
    require_inside(
        scene, {dot.at.x - dot.radius, dot.at.y - dot.radius, dot.at.x + dot.radius, dot.at.y + dot.radius});
  for (std::size_t i = 0; i < scene.labels.size(); ++i) {
    const chart::Box& box = scene.labels[i].box;
    require_inside(scene, box);
    const chart::Box core = {box.left + 0.1, box.top + 0.1, box.right - 0.1, box.bottom - 0.1};
    for (std::size_t j = 0; j < i; ++j) require(!core.overlaps(scene.labels[j].box));
  }
  return 0;
}
