#include "samples.h"

#include <cmath>
#include <limits>

namespace nianbao::chart::testing {
namespace {

const std::vector<std::string> words = {
    "焊接",
    "数控技术应用",
    "新能源汽车运用与维修",
    "电子商务（跨境电子商务方向）",
    "2023",
    "2023年",
    "40—49 岁",
    "Mechatronics and industrial robotics",
    "1+X 证书",
    "Pneumonoultramicroscopicsilicovolcanoconiosis",
    "</script><b>&amp;\"'",
    "\xff\xfe坏字节\xc3",
    "",
    " ",
    "a\nb\tc",
    "，。、开头是标点",
    "ﬁ é ü ÅÄÖ",
    "😀🎓",
    "山东省职业教育（公共基础课、专业课）精品资源共享课程建设与应用研究项目（第三批）立项名单中的学校名称",
    "x",
    "一",
    "99.9%",
    "\u202eright to left"};

constexpr std::size_t kinds = static_cast<std::size_t>(Type::sparkline) + 1;

const std::vector<std::string> units = {"人", "%", "万元", "", "students", "个/百人"};

double random_value(Random& random) {
  const double share = random.unit();
  switch (random.below(9)) {
    case 0:
      return 0;
    case 1:
      return -std::floor(share * 500);
    case 2:
      return share * 1e-7;
    case 3:
      return share * 1e13;
    case 4:
      return std::round(share * 1000) / 10;
    case 5:
      return random.chance(12) ? std::numeric_limits<double>::infinity() : share * 3;
    case 6:
      return random.chance(12) ? std::numeric_limits<double>::quiet_NaN() : share * 90;
    case 7:
      return random.chance(12) ? 1.7e308 : std::floor(share * 20);
    default:
      return std::floor(share * 1500);
  }
}

std::optional<double> tame_value(Random& random) { return std::floor(random.unit() * 900); }

Series random_series(Random& random, std::size_t categories, bool tame) {
  Series made;
  made.label = random.pick(words);
  const bool printed = random.chance(3), stated = random.chance(3);
  for (std::size_t i = 0; i < categories; ++i) {
    const bool gap = random.chance(tame ? 30 : 8);
    made.values.push_back(gap    ? std::nullopt
                          : tame ? tame_value(random)
                                 : std::optional(random_value(random)));
    if (printed) made.printed.push_back(random.chance(5) ? random.pick(words) : "95.80");
    if (stated) made.states.push_back(random.chance(6) ? static_cast<State>(random.below(5)) : State::number);
  }
  if (random.chance(6)) made.stack = random.chance(2) ? "a" : "b";
  return made;
}

/// Part of a disc, rings of several weights, looks of radars.
void make_round(Random& random, Chart& chart) {
  if (random.chance(3)) chart.rotation = std::floor(random.unit() * 720) - 360;
  if (random.chance(3)) chart.circumference = std::floor(random.unit() * 361);
  if (random.chance(4)) chart.cutout = random.unit() * 0.9;
  chart.values().circular = random.chance(3);
  for (Series& made : chart.series) {
    if (random.chance(6)) made.look.weight = random.unit() * 4;
    if (random.chance(8)) made.look.cutout = random.unit() * 0.9;
    if (random.chance(8)) made.look.rotation = std::floor(random.unit() * 360);
    if (random.chance(8)) made.look.circumference = std::floor(random.unit() * 361);
    if (random.chance(4)) made.look.tension = random.unit();
    if (random.chance(2)) made.look.fill.to = Fill::To::start;
    made.look.span_gaps = random.chance(5);
    if (random.chance(6)) made.look.fills = {"#204060", "#ffcc0080", "#808080"};
  }
}

}  // namespace

Chart random_chart(Random& random) {
  const std::vector<std::size_t> counts = {0, 1, 2, 3, 4, 5, 6, 8, 8, 12, 20, 40, 75, 200};
  Chart chart;
  chart.type = static_cast<Type>(random.below(kinds));
  chart.lang = random.chance(3) ? "en" : "zh-CN";
  chart.title = random.pick(words);
  chart.unit = random.pick(units);
  const std::size_t categories = random.pick(counts), series = 1 + random.below(random.chance(8) ? 14 : 4);
  const bool tame = random.chance(2), years = random.chance(4);
  for (std::size_t i = 0; i < categories; ++i) {
    chart.labels.push_back(years ? std::to_string(2005 + i)
                                 : random.pick(words) + (random.chance(3) ? std::to_string(i) : ""));
  }
  for (std::size_t s = 0; s < series; ++s) chart.series.push_back(random_series(random, categories, tame));
  if (chart.type == Type::bullet) {
    Series& ranges = chart.series.back();
    for (std::size_t i = 0; i < categories; ++i)
      ranges.bases.push_back(random.chance(8) ? std::nullopt : tame_value(random));
  }
  const bool round = chart.type == Type::pie || chart.type == Type::doughnut ||
                     chart.type == Type::polar_area || chart.type == Type::radar;
  if (round) make_round(random, chart);
  chart.horizontal = random.chance(4);
  chart.orientation_given = random.chance(3);
  chart.values().stacked = random.chance(4);
  chart.values().begin_at_zero = !random.chance(3);
  chart.show_legend = !random.chance(8);
  if (random.chance(10)) chart.values().minimum = std::floor(random.unit() * 100) - 50;
  if (random.chance(10)) chart.values().maximum = std::floor(random.unit() * 1000) - 50;
  if (random.chance(5)) chart.index.title = random.pick(words);
  if (random.chance(5)) chart.values().title = random.pick(words);
  return chart;
}

RenderOptions random_options(Random& random) {
  const std::vector<int> widths = {60, 200, 280, 320, 360, 480, 600, 720, 720, 1000, 2400};
  RenderOptions options;
  options.id = "c";
  options.width = random.pick(widths);
  options.heading = random.chance(2);
  if (random.chance(6)) options.height = static_cast<int>(60 + random.below(600));
  return options;
}

}  // namespace nianbao::chart::testing
