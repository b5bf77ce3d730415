#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "chart/chart.h"

namespace nianbao::chart {
namespace {

using Json = nlohmann::json;
using Lines = std::vector<std::string>;

/// A chart of one data set with these members, and options.
ReadResult read(const std::string& type, const std::string& members, const std::string& options = "{}") {
  return read_configuration(Json::parse("{\"type\": \"" + type +
                                        "\", \"data\": {\"labels\": [\"a\"], \"datasets\": [{\"data\": [1]" +
                                        members + "}]}, \"options\": " + options + "}"));
}

Lines listed(const ReadResult& result) {
  Lines list;
  for (const Problem& problem : result.problems) list.push_back(problem.pointer + " " + problem.code);
  return list;
}

Look look(const std::string& type, const std::string& members, const std::string& options = "{}") {
  const ReadResult result = read(type, members, options);
  CHECK(listed(result) == Lines{});
  return result.chart.series.at(0).look;
}

}  // namespace

TEST_CASE("looks of a line") {
  const Look line =
      look("line", R"(, "borderColor": "teal", "borderWidth": 3, "borderDash": [6, 4], "tension": 0.4,
    "cubicInterpolationMode": "monotone", "stepped": true, "spanGaps": true, "pointRadius": 5, "pointStyle": "rectRot", "fill": "start")");
  CHECK(line.strokes == Lines{"#008080"});
  CHECK(line.border_width == 3.0);
  CHECK(line.dash == std::vector<double>{6, 4});
  CHECK(line.tension == 0.4);
  CHECK(line.monotone);
  CHECK(line.stepped == Stepped::before);
  CHECK(line.span_gaps);
  CHECK(line.show_line);
  CHECK(line.point_radii == std::vector<double>{5});
  CHECK(line.point_styles == std::vector<PointStyle>{PointStyle::rect_rotated});
  CHECK(line.fill.to == Fill::To::start);
  CHECK(look("line", R"(, "showLine": false, "stepped": "middle", "pointStyle": false)").point_styles ==
        std::vector<PointStyle>{PointStyle::none});
}

TEST_CASE("points may look each as they like") {
  const Look line = look("line", R"(, "pointRadius": [2, null, 5], "pointStyle": ["rect", false, null],
    "pointBackgroundColor": ["teal", "navy"])");
  CHECK(line.point_radii == std::vector<double>{2, 3, 5});
  CHECK(line.point_styles ==
        std::vector<PointStyle>{PointStyle::rect, PointStyle::none, PointStyle::by_series});
  CHECK(line.point_fills == Lines{"#008080", "#000080"});
  const Look defaults = look("line", "", R"({"elements": {"point": {"backgroundColor": "teal"}}})");
  CHECK(defaults.point_fills == Lines{"#008080"});
}

TEST_CASE("looks of bars and rings") {
  const Look bar = look(
      "bar",
      R"~(, "backgroundColor": ["#123", "rgb(1 2 3 / 90%)"], "borderRadius": 4, "base": 2, "grouped": false, "skipNull": true,
    "barPercentage": 0.5, "categoryPercentage": 1, "barThickness": "flex", "maxBarThickness": 30, "minBarLength": 2)~");
  CHECK(bar.fills == Lines{"#112233", "#010203e6"});
  CHECK(bar.border_radius == 4.0);
  CHECK(bar.base == 2.0);
  CHECK(!bar.grouped);
  CHECK(bar.skip_null);
  CHECK(bar.bar_percentage == 0.5);
  CHECK(bar.category_percentage == 1);
  CHECK(!bar.bar_thickness);
  CHECK(bar.most_bar_thickness == 30.0);
  CHECK(bar.least_bar_length == 2.0);
  const Look ring =
      look("doughnut", R"(, "cutout": "60%", "circumference": 180, "rotation": -90, "weight": 2)");
  CHECK(ring.cutout == 0.6);
  CHECK(ring.circumference == 180.0);
  CHECK(ring.rotation == -90.0);
  CHECK(ring.weight == 2);
}

TEST_CASE("options are defaults of data sets, the nearest first") {
  const char* options =
      R"({"borderWidth": 1, "elements": {"line": {"borderWidth": 2, "tension": 0.3}, "point": {"radius": 7, "pointStyle": "star"}},
                            "datasets": {"line": {"borderWidth": 3, "showLine": false}}})";
  CHECK(look("line", R"(, "borderWidth": 4)", options).border_width == 4.0);
  CHECK(look("line", "", options).border_width == 3.0);
  CHECK(look("line", "", options).tension == 0.3);
  CHECK(look("line", "", options).point_radii == std::vector<double>{7});
  CHECK(look("line", "", options).point_styles == std::vector<PointStyle>{PointStyle::star});
  CHECK(!look("line", "", options).show_line);
  CHECK(look("bar", "", options).border_width == 1.0);
  CHECK(look("line", "", R"({"elements": {"line": {"borderWidth": 2}}})").border_width == 2.0);
  CHECK(look("radar", "").fill.to == Fill::To::nothing);
  CHECK(look("radar", R"(, "fill": "start")").fill.to == Fill::To::start);
}

TEST_CASE("areas are filled to what `fill` says") {
  const auto fill = [](const char* said) {
    const ReadResult result = read_configuration(Json::parse(
        std::string(
            R"({"type": "line", "data": {"labels": ["a"], "datasets": [{"data": [1]}, {"data": [2], "fill": )") +
        said + "}, {\"data\": [3]}]}}"));
    return result.problems.empty() ? std::optional(result.chart.series[1].look.fill) : std::nullopt;
  };
  using To = Fill::To;
  struct Case {
    const char* said;
    Fill expected;
  };
  const Case cases[] = {{"true", {To::origin, 0, 0}},       {"false", {To::nothing, 0, 0}},
                        {"\"origin\"", {To::origin, 0, 0}}, {"\"start\"", {To::start, 0, 0}},
                        {"\"end\"", {To::end, 0, 0}},       {"\"-1\"", {To::series, 0, 0}},
                        {"\"+1\"", {To::series, 0, 2}},     {"0", {To::series, 0, 0}},
                        {"\"2\"", {To::series, 0, 2}},      {"{\"value\": 4.5}", {To::value, 4.5, 0}},
                        {"\"stack\"", {To::series, 0, 0}},  {"{\"target\": \"end\"}", {To::end, 0, 0}}};
  for (const Case& c : cases) {
    INFO(c.said);
    REQUIRE(fill(c.said));
    CHECK(*fill(c.said) == c.expected);
  }
  for (const char* said : {"1", "9", "\"-2\"", "\"ende\"", "{}", "[1]"}) {
    INFO(said);
    CHECK(!fill(said));
  }
}

TEST_CASE("looks that are wrong, or hardly seen, are named") {
  struct Case {
    const char *type, *members;
    Lines expected;
  };
  const Case cases[] = {
      {"bar", R"(, "backgroundColor": "teel")", {"/data/datasets/0/backgroundColor N410"}},
      {"bar", R"(, "backgroundColor": ["teal", "yellow"])", {"/data/datasets/0/backgroundColor/1 N422"}},
      {"bar", R"~(, "backgroundColor": "rgba(0, 128, 128, 0.2)", "borderColor": "teal")~", {}},
      {"bar",
       R"~(, "backgroundColor": "rgba(0, 128, 128, 0.2)")~",
       {"/data/datasets/0/backgroundColor N422"}},
      {"line", R"(, "borderColor": "#eee")", {"/data/datasets/0/borderColor N422"}},
      {"line", R"(, "borderColor": "teal", "backgroundColor": "#eee", "fill": true)", {}},
      {"bar", R"(, "borderWidth": {"top": 2})", {"/data/datasets/0/borderWidth N412"}},
      {"line", R"(, "pointRadius": [1, "x"])", {"/data/datasets/0/pointRadius/1 N410"}},
      {"line", R"(, "pointStyle": ["rect", "rekt"])", {"/data/datasets/0/pointStyle/1 N411"}},
      {"line", R"(, "pointBackgroundColor": "#fff")", {"/data/datasets/0/pointBackgroundColor N412"}},
      {"line", R"(, "pointStyle": "trangle")", {"/data/datasets/0/pointStyle N411"}},
      {"line", R"(, "tension": 3)", {"/data/datasets/0/tension N418"}},
      {"line", R"(, "stepped": "sideways")", {"/data/datasets/0/stepped N410"}},
      {"bar", R"(, "borderSkipped": false)", {"/data/datasets/0/borderSkipped N412"}},
      {"bar", R"(, "hoverBackgroundColor": "red", "clip": 5)", {}},
  };
  for (const Case& c : cases) {
    INFO(c.type << " " << c.members);
    CHECK(listed(read(c.type, c.members)) == c.expected);
  }
  const std::string hint = read("bar", R"(, "backgroundColor": "tomatoe")").problems.at(0).en;
  CHECK(hint.find("did you mean \"tomato\"?") != std::string::npos);
}

}  // namespace nianbao::chart
