#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "chart/chart.h"

namespace nianbao::chart {
namespace {

using Json = nlohmann::json;
using Lines = std::vector<std::string>;

/// A chart of two data sets over three labels, with these options and nianbao.
ReadResult read(const std::string& type, const std::string& options, const std::string& nianbao = "{}",
                const std::string& second = "") {
  return read_configuration(
      Json::parse("{\"type\": \"" + type + R"(", "data": {"labels": ["2021", "2022", "2023"],
    "datasets": [{"data": [1, 2, 3]}, {"data": [4, 5, 6])" +
                  second + "}]}, \"options\": " + options + ", \"nianbao\": " + nianbao + "}"));
}

Lines listed(const ReadResult& result) {
  Lines list;
  for (const Problem& problem : result.problems) list.push_back(problem.pointer + " " + problem.code);
  return list;
}

Chart clean(const std::string& type, const std::string& options, const std::string& nianbao = "{}",
            const std::string& second = "") {
  const ReadResult result = read(type, options, nianbao, second);
  CHECK(listed(result) == Lines{});
  return result.chart;
}

}  // namespace

TEST_CASE("a scale is read whole") {
  const Axis axis =
      clean(
          "line",
          R"({"scales": {"y": {"type": "logarithmic", "suggestedMin": 1, "suggestedMax": 90, "stacked": "single", "reverse": true,
    "position": "right", "display": "auto", "grace": "5%", "title": {"display": true, "text": "人"},
    "ticks": {"display": false, "stepSize": 5, "maxTicksLimit": 7, "precision": 1, "format": {"style": "percent", "minimumFractionDigits": 1, "maximumFractionDigits": 2, "useGrouping": false, "notation": "compact"}},
    "grid": {"display": false}}}})")
          .values();
  CHECK(axis.id == "y");
  CHECK(axis.type == ScaleType::logarithmic);
  CHECK(axis.suggested_minimum == 1.0);
  CHECK(axis.suggested_maximum == 90.0);
  CHECK(axis.stacked);
  CHECK(axis.one_pile);
  CHECK(axis.reverse);
  CHECK(axis.side == Side::right);
  CHECK(axis.shown);
  CHECK(axis.grace == Approx(0.05));
  CHECK(axis.grace_is_share);
  CHECK(axis.title == "人");
  CHECK(!axis.ticks_shown);
  CHECK(!axis.grid_shown);
  CHECK(axis.step_size == 5.0);
  CHECK(axis.most_ticks == 7);
  CHECK(axis.precision == 1);
  CHECK(axis.format.percent);
  CHECK(axis.format.least_decimals == 1);
  CHECK(axis.format.most_decimals == 2);
  CHECK(axis.format.grouping == false);
  CHECK(axis.format.compact);
}

TEST_CASE("data sets are measured on the axes they name") {
  const Chart chart = clean(
      "bar",
      R"({"scales": {"y": {"max": 10}, "rate": {"axis": "y", "position": "right", "grid": {"drawOnChartArea": false}}}})",
      "{}", R"(, "yAxisID": "rate")");
  REQUIRE(chart.value_axes.size() == 2);
  CHECK(chart.value_axes[0].maximum == 10.0);
  CHECK(chart.value_axes[1].id == "rate");
  CHECK(chart.value_axes[1].side == Side::right);
  CHECK(!chart.value_axes[1].grid_shown);
  CHECK(chart.value_axes[1].begin_at_zero);
  CHECK(chart.series[0].axis == 0);
  CHECK(chart.series[1].axis == 1);
  const Chart lying =
      clean("bar", R"({"indexAxis": "y", "scales": {"x": {"max": 10}, "y": {"title": {"text": "年"}}}})");
  CHECK(lying.values().id == "x");
  CHECK(lying.values().maximum == 10.0);
  CHECK(lying.index.title == "年");
  CHECK(clean("radar", R"({"scales": {"r": {"grid": {"circular": true}}}})").values().circular);
  CHECK(clean("radar", R"({"scales": {"r": {"min": 0, "startAngle": 30}}})").rotation == 30);
}

TEST_CASE("parts of an axis are drawn, or not, as it says") {
  const Axis usual = clean("radar", "{}").values();
  CHECK((usual.spokes_shown && usual.spoke_names_shown));
  CHECK(!usual.border_shown);
  const Axis bare =
      clean("radar",
            R"({"scales": {"r": {"angleLines": {"display": false}, "pointLabels": {"display": false}}}})")
          .values();
  CHECK((!bare.spokes_shown && !bare.spoke_names_shown));
  const Axis line = clean("line", R"({"scales": {"y": {"border": {"display": true}, "bounds": "data",
    "ticks": {"count": 4}}}})")
                        .values();
  CHECK(line.border_shown);
  CHECK(line.bounds_of_data);
  CHECK(line.tick_count == 4);
  CHECK(!clean("line", R"({"scales": {"y": {"border": {"display": false}, "bounds": "ticks"}}})")
             .values()
             .border_shown);
}

TEST_CASE("time axes count weeks and hours, and may take moments in turn") {
  const auto unit = [](const char* name) {
    return clean("line", std::string(R"({"scales": {"x": {"type": "timeseries", "time": {"unit": ")") + name +
                             "\"}}}}")
        .index;
  };
  CHECK(unit("week").time_unit == "week");
  CHECK(unit("hour").time_unit == "hour");
  CHECK(unit("week").evenly_spread);
}

TEST_CASE("bounds of the index axis are labels, dates or numbers") {
  const Chart chart = clean("line", R"({"scales": {"x": {"min": "2022", "max": 2}}})");
  CHECK(chart.index.minimum == 1.0);
  CHECK(chart.index.maximum == 2.0);
  const Chart time =
      clean("line", R"({"scales": {"x": {"type": "time", "min": "2020", "time": {"unit": "year"}}}})");
  CHECK(time.index.minimum == 18262.0);
  CHECK(time.index.time_unit == "year");
  CHECK(time.series[0].positions == std::vector<double>{18628, 18993, 19358});
}

TEST_CASE("options of the whole chart") {
  const Chart chart =
      clean("doughnut", R"({"aspectRatio": 2, "cutout": "60%", "circumference": 180, "rotation": -90,
    "plugins": {"title": {"text": "题"}, "subtitle": {"text": "一句话"}, "legend": {"display": false, "position": "right", "reverse": true}}})");
  CHECK(chart.aspect_ratio == 2.0);
  CHECK(chart.cutout == 0.6);
  CHECK(chart.circumference == 180);
  CHECK(chart.rotation == -90);
  CHECK(chart.title == "题");
  CHECK(chart.finding == "一句话");
  CHECK(!chart.show_legend);
  CHECK(chart.legend_reversed);
  CHECK(chart.legend_position == LegendPosition::right);
  CHECK(clean("bar", R"({"plugins": {"subtitle": {"text": "甲"}}})", R"({"finding": "乙"})").finding == "乙");
  CHECK(clean("bar", R"({"plugins": {"title": {"text": "甲", "display": false}}})").title.empty());
}

TEST_CASE("annotations know labels, numbers and axes") {
  const Chart chart =
      clean("line", R"({"scales": {"y": {}, "y1": {}}, "plugins": {"annotation": {"annotations": {
    "a": {"type": "line", "scaleID": "y1", "value": 4, "borderColor": "red", "borderDash": [4, 2], "label": {"content": "目标", "display": true}},
    "b": {"xMin": "2022"},
    "c": {"type": "box", "xMin": 0.5, "xMax": "2023", "backgroundColor": "#ff000020"},
    "d": {"type": "label", "xValue": "2023", "yValue": 5, "content": ["最", "高"]},
    "e": {"type": "line", "yMin": 3, "yMax": 3, "xMin": 0, "xMax": 1},
    "f": {"display": false}}}}})",
            "{}", R"(, "yAxisID": "y1")");
  REQUIRE(chart.annotations.size() == 5);
  const auto& notes = chart.annotations;
  CHECK(notes[0].value_low == 4.0);
  CHECK(notes[0].value_high == 4.0);
  CHECK(notes[0].axis == 1);
  CHECK(notes[0].text == "目标");
  CHECK(notes[0].colour == "#ff0000");
  CHECK(notes[0].dashed);
  CHECK(notes[1].index_low == 1.0);
  CHECK(notes[1].index_high == 1.0);
  CHECK(!notes[1].value_low);
  CHECK(notes[2].kind == Annotation::Kind::box);
  CHECK(notes[2].index_low == 0.5);
  CHECK(notes[2].index_high == 2.0);
  CHECK(notes[2].colour == "#ff000020");
  CHECK(notes[3].kind == Annotation::Kind::note);
  CHECK(notes[3].text == "最 高");
  CHECK(notes[3].value_high == 5.0);
  CHECK(notes[4].index_high == 1.0);
}

TEST_CASE("breaks and panels") {
  const Chart chart =
      clean("line", "{}",
            R"({"breaks": [{"before": "2023", "text": "口径调整"}], "panels": true, "percent": true})");
  REQUIRE(chart.breaks.size() == 1);
  CHECK(chart.breaks[0].before == 2);
  CHECK(chart.breaks[0].text == "口径调整");
  CHECK(chart.panels == 2);
  CHECK(chart.percent);
  CHECK(clean("line", "{}", R"({"panels": 3})").panels == 3);
}

TEST_CASE("options that cannot be honoured are named") {
  struct Case {
    const char *type, *options, *nianbao;
    Lines expected;
  };
  const Case cases[] = {
      {"line", R"({"scales": {"y": {"tick": {}}}})", "{}", {"/options/scales/y/tick N411"}},
      {"line", R"({"scales": {"y": {"position": "center"}}})", "{}", {"/options/scales/y/position N412"}},
      {"line", R"({"scales": {"x": {"position": {"y": 0}}}})", "{}", {"/options/scales/x/position N412"}},
      {"line", R"({"scales": {"y": {"position": "top"}}})", "{}", {"/options/scales/y/position N412"}},
      {"line", R"({"scales": {"y": {"type": "log"}}})", "{}", {"/options/scales/y/type N410"}},
      {"line", R"({"scales": {"y": {"type": "time"}}})", "{}", {"/options/scales/y/type N412"}},
      {"line", R"({"scales": {"y": {"min": 9, "max": 1}}})", "{}", {"/options/scales/y/min N420"}},
      {"line", R"({"scales": {"y": {"type": "logarithmic", "min": 0}}})", "{}", {"/options/scales/y N420"}},
      {"bar", R"({"scales": {"y": {"min": 50}}})", "{}", {"/options/scales/y/min N420"}},
      {"bar", R"({"scales": {"x": {"stacked": true}}})", "{}", {"/options/scales/x/stacked N412"}},
      {"line",
       R"({"scales": {"x": {"type": "time", "time": {"unit": "minute"}}}})",
       "{}",
       {"/options/scales/x/time/unit N412"}},
      {"line", R"({"scales": {"y": {"bounds": "all"}}})", "{}", {"/options/scales/y/bounds N410"}},
      {"radar",
       R"({"scales": {"r": {"angleLines": {"color": "red"}}}})",
       "{}",
       {"/options/scales/r/angleLines/color N412"}},
      {"line", R"({"scales": {"y": {}, "y2": {}}})", "{}", {"/options/scales/y2 N412"}},
      {"pie", R"({"scales": {"y": {"display": false}}})", "{}", {}},
      {"pie", R"({"indexAxis": "y"})", "{}", {"/options/indexAxis N412"}},
      {"line", R"({"scales": {"x": {"min": "2024"}}})", "{}", {"/options/scales/x/min N418"}},
      {"line",
       R"({"scales": {"y": {"ticks": {"callback": "x", "stepSize": 0}}}})",
       "{}",
       {"/options/scales/y/ticks/callback N412", "/options/scales/y/ticks/stepSize N418"}},
      {"line", R"({"scales": {"r": {"angleLines": {}}}})", "{}", {"/options/scales/r N412"}},
      {"line",
       R"({"plugins": {"legend": {"position": "chartArea"}}})",
       "{}",
       {"/options/plugins/legend/position N412"}},
      {"line",
       R"({"plugins": {"annotation": {"annotations": [{"type": "ellipse"}, {"scaleID": "z", "value": 1}, {"yMin": 1, "yMax": 2}, {}]}}})",
       "{}",
       {"/options/plugins/annotation/annotations/0/type N412",
        "/options/plugins/annotation/annotations/1/scaleID N411",
        "/options/plugins/annotation/annotations/1 N414", "/options/plugins/annotation/annotations/2 N412",
        "/options/plugins/annotation/annotations/3 N414"}},
      {"line",
       "{}",
       R"({"breaks": [{"before": "2032"}, {"text": "x"}], "panels": 2.5})",
       {"/nianbao/breaks/0/before N418", "/nianbao/breaks/1/before N414", "/nianbao/panels N418"}},
      {"line",
       R"({"elements": {"line": {"tenson": 1}, "lines": {}}})",
       "{}",
       {"/options/elements/lines N411", "/options/elements/line/tenson N411"}},
      {"line", R"({"responsive": true, "onClick": 3, "interaction": {}})", "{}", {}},
  };
  for (const Case& c : cases) {
    INFO(c.type << " " << c.options << " " << c.nianbao);
    CHECK(listed(read(c.type, c.options, c.nianbao)) == c.expected);
  }
}

}  // namespace nianbao::chart
