#include "chart/scale.h"

#include <catch2/catch.hpp>
#include <cmath>

#include "chart/value_axis.h"
#include "samples.h"

namespace nianbao::chart {
using testing::Random;
using testing::single;

TEST_CASE("steps are round, cover the values and stay few") {
  struct Case {
    double low, high;
    bool whole;
    double first, last, width;
  };
  const Case cases[] = {{0, 903, true, 0, 1000, 200},
                        {0, 1, true, 0, 1, 1},
                        {0, 3, true, 0, 3, 1},
                        {0, 97.67, false, 0, 100, 20},
                        {58.2, 65.2, false, 58, 66, 2},
                        {-45, 60, true, -60, 60, 20},
                        {0, 0, true, 0, 1, 1},
                        {0, 0, false, 0, 1, 0.2},
                        {5, 5, false, 4.7, 5.3, 0.1},
                        {-3, -3, true, -4, -2, 1},
                        {0, 0.0007, false, 0, 0.0008, 0.0002}};
  for (const Case& c : cases) {
    const Steps steps = nice_steps({c.low, c.high}, 6, c.whole);
    INFO(c.low << " to " << c.high);
    CHECK(steps.value(steps.first) == Approx(c.first));
    CHECK(steps.value(steps.last) == Approx(c.last));
    CHECK(steps.width() == Approx(c.width));
  }
}

TEST_CASE("steps cover any interval without drowning in rounding") {
  Random random(3);
  for (int i = 0; i < 20000; ++i) {
    const double magnitude = std::pow(10.0, random.unit() * 600 - 300);
    const double a = (random.unit() - 0.5) * magnitude,
                 b = random.chance(4) ? a : a + random.unit() * magnitude;
    const int wanted = 1 + static_cast<int>(random.below(9));
    const Steps steps = nice_steps({a, b}, wanted, false);
    const double slack = 1e-8 * std::max(std::fabs(a), std::fabs(b));
    CHECK(steps.value(steps.first) <= a + slack);
    CHECK(steps.value(steps.last) >= b - slack);
    CHECK(steps.first < steps.last);
    CHECK(steps.last - steps.first <= std::max(wanted, 2));
  }
}

TEST_CASE("a linear scale is proportional and clamps") {
  const LinearScale scale = {{0, 50}, 300, 100};
  CHECK(scale(0) == 300);
  CHECK(scale(25) == 200);
  CHECK(scale(50) == 100);
  CHECK(scale(80) == 100);
  CHECK(scale(-5) == 300);
  CHECK(LinearScale{{1, 1}, 10, 20}(1) == 10);
}

TEST_CASE("bands are equal, inside their range, and whole pixels when wide enough") {
  const BandScale bands(8, 40, 720, 0.3);
  CHECK(bands.step == 85);
  CHECK(bands.begin(0) >= 40);
  CHECK(bands.begin(7) + bands.bandwidth <= 720);
  CHECK(bands.centre(1) - bands.centre(0) == Approx(bands.step));
  const BandScale many(1000, 0, 720, 0.3);
  CHECK(many.step == Approx(0.72));
  CHECK(BandScale(0, 0, 100, 0.3).step > 0);
}

TEST_CASE("ticks carry the texts a reader expects") {
  const auto texts = [](Chart chart, Interval extent) { return make_value_axis(chart, extent, 5).texts; };
  const Chart counts = single(Type::bar, {"a"}, {903.0});
  CHECK(texts(counts, {0, 903}) == std::vector<std::string>{"0", "200", "400", "600", "800", "1000"});
  const Chart rates = single(Type::line, {"a"}, {61.5});
  CHECK(texts(rates, {60.1, 60.6}) ==
        std::vector<std::string>{"60.1", "60.2", "60.3", "60.4", "60.5", "60.6"});
  const Chart money = single(Type::bar, {"a"}, {128400000.0});
  CHECK(texts(money, {0, 128400000}) == std::vector<std::string>{"0", "0.5 亿", "1 亿", "1.5 亿"});
  Chart english = money;
  english.lang = "en";
  CHECK(texts(english, {0, 128400000}) == std::vector<std::string>{"0", "50 m", "100 m", "150 m"});
  CHECK(texts(single(Type::bar, {"a"}, {420000.0}), {0, 420000}).back() == "50 万");
}

TEST_CASE("bounds given by the author are kept; ticks stay inside") {
  Chart chart = single(Type::bar, {"a", "b"}, {3.0, 97.0});
  chart.values().minimum = -5;
  chart.values().maximum = 98;
  const ValueAxis axis = make_value_axis(chart, {0, 97}, 5);
  CHECK(axis.domain.low == -5);
  CHECK(axis.domain.high == 98);
  CHECK(axis.ticks.front() >= -5);
  CHECK(axis.ticks.back() <= 98);
  chart.values().maximum = 10;
  CHECK(make_value_axis(chart, {0, 97}, 5).domain.high == 10);
  chart.values().minimum = 500;
  chart.values().maximum.reset();
  const ValueAxis beyond = make_value_axis(chart, {0, 97}, 5);
  CHECK(beyond.domain.low < beyond.domain.high);
}

}  // namespace nianbao::chart
