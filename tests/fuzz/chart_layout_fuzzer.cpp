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

chart::Series make_series(Choices& choices) {
  chart::Series series;
  series.label = choices.text();
  if (choices.flag()) series.stack = choices.text();
  for (std::size_t i = choices.byte() % 30; i > 0 && !choices.empty(); --i) {
    series.values.push_back(choices.flag() ? std::optional(choices.number()) : std::nullopt);
    series.states.push_back(static_cast<chart::State>(choices.byte() % 5));
    series.printed.push_back(choices.flag() ? choices.text() : "");
    series.bases.push_back(choices.flag() ? std::optional(choices.number()) : std::nullopt);
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
