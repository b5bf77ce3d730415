#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "chart/chart.h"

/// Charts for tests.
namespace nianbao::chart::testing {

/// A chart of one series without states.
inline Chart single(Type type, std::vector<std::string> labels, std::vector<std::optional<double>> values,
                    std::string unit = "") {
  Chart chart;
  chart.type = type;
  chart.unit = std::move(unit);
  chart.labels = std::move(labels);
  Series series;
  series.values = std::move(values);
  chart.series.push_back(std::move(series));
  return chart;
}

inline Series series(std::string label, std::vector<std::optional<double>> values, std::string stack = "") {
  Series made;
  made.label = std::move(label);
  made.values = std::move(values);
  made.stack = std::move(stack);
  return made;
}

/// Numbers that are the same on every machine (SplitMix64, Steele, Lea and Flood 2014).
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(seed) {}

  std::uint64_t next() {
    std::uint64_t z = (state_ += 0x9E3779B97F4A7C15u);
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
  }
  std::size_t below(std::size_t limit) { return static_cast<std::size_t>(next() % limit); }
  bool chance(std::size_t one_in) { return below(one_in) == 0; }
  double unit() { return static_cast<double>(next() >> 11) / 9007199254740992.0; }
  template <typename Item>
  const Item& pick(const std::vector<Item>& items) {
    return items[below(items.size())];
  }

 private:
  std::uint64_t state_;
};

/// A chart of any kind, from tame to nasty.
Chart random_chart(Random& random);
RenderOptions random_options(Random& random);

}  // namespace nianbao::chart::testing
