#include "chart/layout.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numbers>

#include "chart/cleaned.h"
#include "samples.h"

namespace nianbao::chart {
using testing::series;
using testing::single;

namespace {

using Values = std::vector<std::optional<double>>;

Scene drawn(const Chart& chart, int width = 720) {
  RenderOptions options;
  options.width = width;
  return lay_out(cleaned(chart), options);
}

/// Texts with their line breaks taken out.
std::vector<std::string> texts(const Scene& scene) {
  std::vector<std::string> list;
  for (const Label& label : scene.labels) {
    list.push_back(label.text);
    std::erase(list.back(), '\n');
  }
  return list;
}

bool says(const Scene& scene, const std::string& text) {
  const auto list = texts(scene);
  return std::find(list.begin(), list.end(), text) != list.end();
}

const std::vector<std::string> majors = {"数控技术应用",         "焊接技术应用",
                                         "工业机器人技术应用",   "计算机网络技术",
                                         "新能源汽车运用与维修", "电子商务（跨境电子商务方向）",
                                         "城市轨道交通运营服务", "幼儿保育"};
const Values eight = {52.0, 30.0, 1.0, 30.0, 43.0, 20.0, 212.0, 5.0};

}  // namespace

TEST_CASE("bars turn on their side for long names, not for short ones or years, and as the author says") {
  CHECK(draws_horizontally(single(Type::bar, majors, eight)));
  CHECK(!draws_horizontally(single(Type::bar, {"甲", "乙", "丙"}, {1.0, 2.0, 3.0})));
  std::vector<std::string> years;
  for (int year = 1990; year < 2030; ++year) years.push_back(std::to_string(year) + "年度");
  CHECK(!draws_horizontally(single(Type::bar, years, Values(40, 1.0))));
  Chart told = single(Type::bar, majors, eight);
  told.orientation_given = true;
  CHECK(!draws_horizontally(told));
  told.horizontal = true;
  CHECK(draws_horizontally(told));
  CHECK(!draws_horizontally(single(Type::line, majors, eight)));
}

TEST_CASE("every name and every value of eight bars is printed, wide and narrow") {
  for (const int width : {320, 360, 480, 720, 1200}) {
    const Scene scene = drawn(single(Type::bar, majors, eight), width);
    INFO("width " << width);
    for (const std::string& major : majors) CHECK(says(scene, major));
    for (const char* value : {"52", "30", "1", "43", "20", "212", "5"}) CHECK(says(scene, value));
    CHECK(scene.bars.size() == 8);
  }
}

TEST_CASE("lengths of bars are proportional to values, from zero") {
  const Scene scene = drawn(single(Type::bar, {"a", "b", "c"}, {100.0, -50.0, 0.0}));
  REQUIRE(scene.bars.size() == 3);
  CHECK(scene.bars[0].box.height() == Approx(2 * scene.bars[1].box.height()));
  CHECK(scene.bars[2].box.height() == 0);
  CHECK(scene.bars[0].box.bottom == Approx(scene.bars[1].box.top));
  CHECK(scene.bars[0].round == Bar::Round::top);
  CHECK(scene.bars[1].round == Bar::Round::bottom);
}

TEST_CASE("what is not known is said in its place, or once below") {
  Chart chart = single(Type::bar, {"甲", "乙", "丙"}, {5.0, std::nullopt, std::nullopt});
  chart.series.front().states = {State::number, State::missing, State::withheld};
  CHECK(says(drawn(chart), "未公布"));
  CHECK(says(drawn(chart), "不公开"));
  chart.values().stacked = true;
  chart.series.push_back(series("", {1.0, 2.0, 3.0}));
  CHECK(says(drawn(chart), "空缺处：未公布、不公开"));
  Chart lines = single(Type::line, {"2021", "2022", "2023"}, {1.0, std::nullopt, 3.0});
  CHECK(says(drawn(lines), "未公布"));
  lines.series.push_back(series("乙", {1.0, 2.0, std::nullopt}));
  CHECK(says(drawn(lines), "空缺处：未公布"));
}

TEST_CASE("a picture without values says so") {
  CHECK(says(drawn(Chart{}), "无数据"));
  CHECK(says(drawn(single(Type::pie, {}, {})), "无数据"));
  CHECK(says(drawn(single(Type::bar, {"甲"}, {std::nullopt})), "未公布"));
  Chart english = Chart{};
  english.lang = "en";
  CHECK(says(drawn(english), "No data"));
  CHECK(drawn(Chart{}).height < 200);
}

TEST_CASE("a gap in a line is never bridged, and a point alone is a dot") {
  const Scene scene =
      drawn(single(Type::line, {"a", "b", "c", "d", "e"}, {1.0, 2.0, std::nullopt, 4.0, std::nullopt}));
  REQUIRE(scene.strokes.size() == 1);
  CHECK(scene.strokes[0].points.size() == 2);
  CHECK(scene.dots.size() == 3);
}

TEST_CASE("slopes: two points, no line through unpublished years, and words for what lies between") {
  Chart chart = single(Type::slope, {"2013", "2021"}, {1.0, 215.0}, "项");
  chart.series.front().label = "获奖";
  const Scene scene = drawn(chart);
  CHECK(scene.dots.size() == 2);
  CHECK(scene.strokes.empty());
  REQUIRE(scene.gaps.size() == 1);
  CHECK(scene.gaps[0].left > scene.dots[0].at.x);
  CHECK(scene.gaps[0].right < scene.dots[1].at.x);
  CHECK(says(scene, "2014—2020 年未公布"));
  CHECK(says(scene, "215\u2002获奖"));
  chart.labels = {"2020", "2021"};
  CHECK(drawn(chart).strokes.size() == 1);
  CHECK(drawn(chart).gaps.empty());
  chart.series.front().values[0].reset();
  CHECK(drawn(chart).strokes.empty());
  CHECK(says(drawn(chart), "未公布"));
}

TEST_CASE("five series of a slope keep a label each at both ends") {
  Chart chart = single(Type::slope, {"2013", "2021"}, {1.0, 215.0});
  const Values starts = {1.0, 2.0, 6.0, 21.0}, ends = {64.0, 38.0, 22.0, 60.0};
  for (std::size_t i = 0; i < starts.size(); ++i)
    chart.series.push_back(series("系列" + std::to_string(i), {starts[i], ends[i]}));
  for (const int width : {320, 720}) {
    const Scene scene = drawn(chart, width);
    const auto list = texts(scene);
    for (const char* value : {"1", "2", "6", "21"}) CHECK(says(scene, value));
    for (std::size_t i = 0; i < starts.size(); ++i) {
      const std::string name = "系列" + std::to_string(i);
      CHECK(std::any_of(list.begin(), list.end(),
                        [&](const std::string& text) { return text.ends_with(name); }));
    }
  }
}

TEST_CASE("pies: names around a few large slices, a list for many or small ones") {
  const Scene around = drawn(single(Type::pie, {"升学", "就业", "参军"}, {50.0, 40.0, 10.0}, "人"));
  CHECK(around.swatches.empty());
  CHECK(says(around, "升学50 人\u200250.0%"));
  const Scene listed = drawn(single(Type::pie, {"升学", "就业", "参军"}, {50.0, 49.0, 1.0}, "人"));
  CHECK(listed.swatches.size() == 3);
  CHECK(says(listed, "1 人"));
  CHECK(says(listed, "1.0%"));
  const Scene many = drawn(single(Type::pie, std::vector<std::string>(90, "类"), Values(90, 1.0)));
  CHECK(many.sectors.size() == 90);
  CHECK(many.swatches.size() == 40);
  CHECK(says(many, "另有 50 项，见数据表"));
}

TEST_CASE("rings: the first data set is outermost, weights divide what the hole leaves") {
  Chart chart = single(Type::doughnut, {"甲", "乙"}, {3.0, 1.0}, "人");
  chart.series.front().label = "2024";
  chart.series.push_back(series("2025", {1.0, 1.0}));
  chart.series.back().look.weight = 3;
  chart.cutout = 0.2;
  const Scene scene = drawn(chart);
  REQUIRE(scene.sectors.size() == 4);
  const Sector& outer = scene.sectors[0];
  const Sector& inner = scene.sectors[2];
  CHECK(outer.series == 0);
  CHECK(inner.series == 1);
  CHECK(outer.inner == Approx(inner.outer));
  CHECK(inner.inner == Approx(0.2 * outer.outer));
  CHECK(inner.outer - inner.inner == Approx(3 * (outer.outer - outer.inner)));
  CHECK(outer.colour == inner.colour);
  for (const char* text : {"2024", "2025", "50.0%", "3 人", "由外到内：2024、2025"}) CHECK(says(scene, text));
}

TEST_CASE("a half doughnut takes half the height and states its total on its ground line") {
  Chart chart = single(Type::doughnut, {"甲", "乙"}, {3.0, 1.0}, "人");
  const Scene full = drawn(chart);
  chart.rotation = -90;
  chart.circumference = 180;
  const Scene half = drawn(chart);
  CHECK(half.height < full.height - 60);
  REQUIRE(half.sectors.size() == 2);
  CHECK(half.sectors[0].from == Approx(-std::numbers::pi / 2));
  CHECK(half.sectors[1].to == Approx(std::numbers::pi / 2));
  CHECK(says(half, "4 人"));
  for (const Label& label : half.labels) {
    if (label.text == "4 人") CHECK(label.box.bottom <= half.sectors[0].centre.y + 2);
  }
}

TEST_CASE("slices have the author's colours when there is one for each") {
  Chart chart = single(Type::pie, {"甲", "乙"}, {3.0, 1.0});
  chart.series.front().look.fills = {"#102030", "#405060"};
  const Scene each = drawn(chart);
  CHECK(each.custom_colours == chart.series.front().look.fills);
  chart.series.front().look.fills = {"#102030"};
  CHECK(drawn(chart).custom_colours.empty());
}

TEST_CASE("a pie with unknown or negative parts states no shares") {
  const Scene unknown = drawn(single(Type::doughnut, {"甲", "乙", "丙"}, {5.0, 5.0, std::nullopt}, "人"));
  for (const std::string& text : texts(unknown)) CHECK(text.find('%') == std::string::npos);
  CHECK(says(unknown, "扇形只表示已公布的各项"));
  CHECK(!says(unknown, "合计"));
  const Scene negative = drawn(single(Type::pie, {"甲", "乙"}, {5.0, -5.0}));
  CHECK(negative.sectors.size() == 1);
  CHECK(says(negative, "-5"));
  CHECK(says(drawn(single(Type::doughnut, {"甲", "乙"}, {5.0, 5.0}, "人")), "10 人"));
}

TEST_CASE("a radar with a gap is open there, and filled only when whole and asked to be") {
  Chart chart = single(Type::radar, {"a", "b", "c", "d"}, {1.0, 2.0, 3.0, 4.0});
  CHECK(drawn(chart).areas.empty());
  chart.series.front().look.fill.to = Fill::To::start;
  const Scene whole = drawn(chart);
  REQUIRE(whole.strokes.size() == 1);
  CHECK(whole.strokes[0].closed);
  CHECK(whole.areas.size() == 1);
  chart.series.front().values[1].reset();
  const Scene open = drawn(chart);
  REQUIRE(open.strokes.size() == 1);
  CHECK(!open.strokes[0].closed);
  CHECK(open.strokes[0].points.size() == 3);
  CHECK(open.areas.empty());
  chart.series.front().look.span_gaps = true;
  const Scene spanned = drawn(chart);
  REQUIRE(spanned.strokes.size() == 1);
  CHECK(spanned.strokes[0].closed);
  CHECK(spanned.strokes[0].points.size() == 3);
}

TEST_CASE("a radar is drawn with the looks and the grid that are asked for") {
  Chart chart = single(Type::radar, {"a", "b", "c", "d"}, {1.0, 2.0, 3.0, 4.0});
  Look& look = chart.series.front().look;
  look.tension = 0.4;
  look.dash = {4, 2};
  look.strokes = {"#aa2200"};
  look.point_styles = {PointStyle::none};
  chart.values().circular = true;
  const Scene smooth = drawn(chart);
  REQUIRE(smooth.strokes.size() == 1);
  CHECK(smooth.strokes[0].points.size() == 5);
  CHECK(smooth.strokes[0].controls.size() == 8);
  CHECK(smooth.strokes[0].dash.size() == 2);
  CHECK(smooth.strokes[0].colour == first_custom_colour);
  CHECK(smooth.dots.empty());
  CHECK(!smooth.rings.empty());
  chart.values().grid_shown = chart.values().ticks_shown = false;
  const Scene bare = drawn(chart);
  CHECK(bare.rings.empty());
  CHECK(bare.labels.size() == 4);
}

TEST_CASE("a radar that does not begin at zero keeps its least value off the centre") {
  Chart chart = single(Type::radar, {"a", "b", "c"}, {93.2, 97.9, 95.0}, "%");
  chart.values().begin_at_zero = false;
  const auto bounds = value_bounds(chart);
  REQUIRE(bounds);
  CHECK(bounds->low < 92);
  CHECK(bounds->high >= 97.9);
  chart.values().minimum = 93;
  CHECK(value_bounds(chart)->low == 93);
}

TEST_CASE("the ends of the value axis can be asked for") {
  CHECK(value_bounds(single(Type::bar, {"a", "b"}, {3.0, 97.0}, "人"))->high == 100);
  CHECK(value_bounds(single(Type::bar, {"a"}, {71.6}, "%"))->high == 100);
  CHECK(value_bounds(single(Type::bar, {"a"}, {20.0}, "%"))->high == 20);
  CHECK(value_bounds(single(Type::line, {"a", "b"}, {-5.0, 5.0}))->low < 0);
  CHECK(!value_bounds(single(Type::pie, {"a"}, {1.0})));
  CHECK(!value_bounds(single(Type::slope, {"a", "b"}, {1.0, 2.0})));
  CHECK(!value_bounds(Chart{}));
}

TEST_CASE("polar areas have equal angles and radii in proportion") {
  const Scene scene = drawn(single(Type::polar_area, {"a", "b", "c"}, {10.0, 5.0, 0.0}));
  REQUIRE(scene.sectors.size() == 2);
  CHECK(scene.sectors[0].outer == Approx(2 * scene.sectors[1].outer));
  CHECK(scene.sectors[0].to - scene.sectors[0].from == Approx(scene.sectors[1].to - scene.sectors[1].from));
}

TEST_CASE("a legend stands on top when there is more than one series, in as many lines as it needs") {
  Chart chart = single(Type::bar, {"甲", "乙"}, {1.0, 2.0});
  CHECK(drawn(chart).swatches.empty());
  for (int i = 0; i < 9; ++i)
    chart.series.push_back(series("较长的系列名称 " + std::to_string(i), {1.0, 2.0}));
  const Scene scene = drawn(chart, 480);
  CHECK(scene.swatches.size() == 10);
  CHECK(scene.swatches.back().box.top > scene.swatches.front().box.top);
  chart.show_legend = false;
  CHECK(drawn(chart).swatches.empty());
}

TEST_CASE("two hundred names are thinned out") {
  std::vector<std::string> names;
  for (int i = 1; i <= 200; ++i) names.push_back(std::to_string(i) + "班");
  const Scene scene = drawn(single(Type::bar, names, Values(200, 30.0)));
  CHECK(scene.bars.size() == 200);
  const auto list = texts(scene);
  const auto named =
      std::count_if(list.begin(), list.end(), [](const std::string& text) { return text.ends_with("班"); });
  CHECK(named >= 5);
  CHECK(named <= 40);
}

TEST_CASE("heading and height are as asked for") {
  Chart chart = single(Type::line, {"2021", "2022"}, {1.0, 2.0}, "人");
  chart.title = "题";
  RenderOptions options;
  CHECK(!says(lay_out(cleaned(chart), options), "题"));
  options.heading = true;
  const Scene scene = lay_out(cleaned(chart), options);
  CHECK(says(scene, "题"));
  CHECK(says(scene, "由 2021 年 1 人增至 2022 年 2 人"));
  options.height = 500;
  CHECK(lay_out(cleaned(chart), options).height == Approx(scene.height + 240));
}

}  // namespace nianbao::chart
