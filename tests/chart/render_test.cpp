#include <catch2/catch.hpp>

#include "chart/chart.h"
#include "chart/path_data.h"
#include "chart/scene_svg.h"
#include "samples.h"
#include "xml_check.h"

namespace nianbao::chart {
using testing::single;
using testing::xml_problem;

TEST_CASE("path data is as short as the grammar allows") {
  std::string out;
  PathData(out).move_to({1, -2.5}).line_to({0.25, 3}).line_to({-1, 3}).close().move_to({1, 0}).line_to(
      {1, 2});
  CHECK(out == "M1-2.5l-0.7 5.5h-1.3zm0 2.5v2");
}

TEST_CASE("errors of rounded path data do not add up") {
  std::string out;
  PathData path(out);
  path.move_to({0, 0});
  for (int i = 1; i <= 4; ++i) path.line_to({0.25 * i, 100.0 * i});
  CHECK(out == "M0 0l0.3 100l0.2 100l0.3 100l0.2 100");
}

TEST_CASE("the halves of a circle meet, whatever its radius") {
  std::string out;
  PathData(out).circle({10.04, 5}, 2.55);
  CHECK(out == "M7.4 5a2.6 2.6 0 1 0 5.2 0a2.6 2.6 0 1 0-5.2 0");
}

TEST_CASE("the picture names itself for screen readers, and what it is told to say is escaped") {
  const Chart chart = single(Type::bar, {"</title><script>", "b"}, {1.0, 2.0});
  RenderOptions options;
  options.id = "a b\"<";
  options.title = "A & B <i>";
  options.description = "\"quoted\"";
  const std::string svg = render_svg(chart, options);
  CHECK(xml_problem(svg) == "");
  CHECK(svg.find("role=\"img\" aria-labelledby=\"a-b---title a-b---desc\"") != std::string::npos);
  CHECK(svg.find("<title id=\"a-b---title\">A &amp; B &lt;i&gt;</title>") != std::string::npos);
  CHECK(svg.find("<desc id=\"a-b---desc\">&quot;quoted&quot;</desc>") != std::string::npos);
  CHECK(svg.find("<script") == std::string::npos);
}

TEST_CASE("without a description the finding and the values stand in for one") {
  Chart chart = single(Type::bar, {"甲", "乙"}, {3.0, 1.0}, "人");
  chart.series.front().label = "人数";
  const auto described = [](const Chart& c) {
    const std::string svg = render_svg(c, {.id = "x", .title = {}, .description = {}});
    const std::size_t begin = svg.find("<desc id=\"x-desc\">") + 18;
    return svg.substr(begin, svg.find("</desc>") - begin);
  };
  CHECK(described(chart) == "甲最多（3 人），乙最少（1 人）。人数（人）：甲 3、乙 1。");
  chart.finding = "作者的话。";
  CHECK(described(chart) == "作者的话。人数（人）：甲 3、乙 1。");
  chart.lang = "en";
  chart.finding.clear();
  CHECK(described(chart) == "甲 is the largest (3 人); 乙 is the smallest (1 人). 人数 (人): 甲 3, 乙 1.");
}

TEST_CASE("a chart with too much in it says so instead") {
  Chart chart = single(Type::line, {}, std::vector<std::optional<double>>(100000, 1.0));
  chart.title = "题";
  const std::string svg = render_svg(chart, {.id = "x", .title = {}, .description = {}});
  CHECK(svg.size() < 1500);
  CHECK(svg.find("数据过多") != std::string::npos);
  CHECK(svg.find(">题</title>") != std::string::npos);
  CHECK(finding(chart) == "");
}

TEST_CASE("one slice that is everything is a full circle") {
  const std::string svg =
      render_svg(single(Type::doughnut, {"全部"}, {7.0}), {.id = "x", .title = {}, .description = {}});
  CHECK(xml_problem(svg) == "");
  const std::size_t begin = svg.find(" d=\"") + 4;
  const std::string path = svg.substr(begin, svg.find('"', begin) - begin);
  CHECK(std::count(path.begin(), path.end(), 'a') == 4);
}

TEST_CASE("a picture that stands alone has a ground, a size and its source") {
  const Chart chart = single(Type::line, {"2021", "2022"}, {1.0, 2.0});
  const std::string svg = render_svg(
      chart, {.id = "x", .title = {}, .description = {}, .source = "来源：<年报>", .background = true});
  CHECK(xml_problem(svg) == "");
  CHECK(svg.find(" width=\"752\"") != std::string::npos);
  CHECK(svg.find("viewBox=\"-16 -16 752 ") != std::string::npos);
  CHECK(svg.find("<rect class=\"b\" fill=\"#ffffff\"") != std::string::npos);
  CHECK(svg.find(">来源：&lt;年报&gt;<") != std::string::npos);
  CHECK(svg.find("paint-order") == std::string::npos);
  const std::string on_page = render_svg(chart, {.id = "x", .title = {}, .description = {}});
  CHECK(on_page.find("class=\"b\"") == std::string::npos);
  CHECK(on_page.find(" width=\"7") == std::string::npos);
}

TEST_CASE("fills of a picture that stands alone can carry patterns, of its own ids") {
  Chart chart = single(Type::bar, {"甲", "乙"}, {3.0, 1.0});
  chart.series.push_back(testing::series("b", {1.0, 2.0}));
  const std::string svg = render_svg(chart, {.id = "x y", .title = {}, .description = {}, .patterns = true});
  CHECK(xml_problem(svg) == "");
  for (const char* name : {"1", "2"}) {
    CHECK(svg.find("<pattern id=\"x-y-pattern-" + std::string(name) + "\"") != std::string::npos);
    CHECK(svg.find("fill=\"url(#x-y-pattern-" + std::string(name) + ")\"") != std::string::npos);
  }
  CHECK(render_svg(chart, {.id = "x", .title = {}, .description = {}}).find("pattern") == std::string::npos);
}

TEST_CASE("a scene without shapes is a valid picture, too") {
  std::string out;
  append_svg(out, {.width = 10, .height = 10}, {"", "bar", "", "", false});
  CHECK(xml_problem(out) == "");
  CHECK(out.find("viewBox=\"0 0 10 10\"") != std::string::npos);
}

}  // namespace nianbao::chart
