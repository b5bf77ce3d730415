#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>

#include "chart/cleaned.h"
#include "chart/layout.h"
#include "chart/stacking.h"
#include "samples.h"
#include "scene_checks.h"
#include "xml_check.h"

/// Charts with two axes that use everything the model offers.
namespace nianbao::chart::testing {
namespace {

constexpr int chart_count = 2500;

Look random_look(Random& random) {
  Look look;
  if (random.chance(5)) look.fills = {"#123456", "#fedcba80"};
  if (random.chance(8)) look.strokes = {"#00aa00"};
  if (random.chance(8)) look.border_width = static_cast<double>(random.below(5));
  if (random.chance(8)) look.dash = {4, 2};
  if (random.chance(3)) look.tension = random.unit();
  look.monotone = random.chance(6);
  look.stepped = random.chance(4) ? static_cast<Stepped>(random.below(4)) : Stepped::no;
  look.span_gaps = random.chance(4);
  look.show_line = !random.chance(8);
  if (random.chance(2))
    look.fill = {static_cast<Fill::To>(random.below(6)), random.unit() * 500, random.below(4)};
  for (std::size_t count = random.chance(6) ? 1 + random.below(3) : 0; count > 0; --count)
    look.point_radii.push_back(random.unit() * 9);
  for (std::size_t count = random.below(3); count > 0; --count)
    look.point_styles.push_back(static_cast<PointStyle>(random.below(9)));
  if (random.chance(6)) look.bar_percentage = random.unit();
  if (random.chance(6)) look.category_percentage = random.unit();
  if (random.chance(8)) look.bar_thickness = random.unit() * 50;
  if (random.chance(8)) look.most_bar_thickness = random.unit() * 30;
  if (random.chance(9)) look.least_bar_length = random.unit() * 10;
  if (random.chance(9)) look.base = random.unit() * 300;
  look.grouped = !random.chance(6);
  return look;
}

Axis random_axis(Random& random, const std::string& id) {
  Axis axis = make_axis(id, random.chance(6) ? ScaleType::logarithmic : ScaleType::linear, random.chance(2));
  axis.stacked = random.chance(4);
  axis.reverse = random.chance(6);
  axis.shown = !random.chance(9);
  axis.grid_shown = !random.chance(9);
  axis.side = random.chance(3) ? Side::right : Side::automatic;
  if (random.chance(4)) axis.title = "指标（人）";
  if (random.chance(6)) axis.step_size = 1 + random.unit() * 300;
  if (random.chance(6)) axis.most_ticks = 1 + static_cast<int>(random.below(12));
  if (random.chance(6)) axis.precision = static_cast<int>(random.below(3));
  if (random.chance(6)) axis.format.percent = true;
  if (random.chance(6)) axis.suggested_maximum = random.unit() * 2000;
  if (random.chance(8)) axis.grace = 0.1, axis.grace_is_share = true;
  return axis;
}

void scatter(Random& random, Chart& chart) {
  chart.index = random_axis(random, "x");
  if (random.chance(3)) chart.index.type = ScaleType::time;
  for (Series& series : chart.series) {
    for (std::size_t i = 0; i < series.values.size(); ++i) {
      series.positions.push_back(random.unit() * 20000);
      series.radii.push_back(random.unit() * 20);
    }
    std::sort(series.positions.begin(), series.positions.end());
  }
}

constexpr const char* text_of_annotation = "全市中位数 61.2%";

Annotation random_annotation(Random& random) {
  Annotation annotation;
  annotation.kind = static_cast<Annotation::Kind>(random.below(3));
  const auto some = [&](double limit) {
    return random.chance(3) ? std::nullopt : std::optional(random.unit() * limit);
  };
  annotation.index_low = some(20);
  annotation.index_high = annotation.kind == Annotation::Kind::box ? some(20) : annotation.index_low;
  annotation.value_low = some(900);
  annotation.value_high = annotation.kind == Annotation::Kind::box ? some(900) : annotation.value_low;
  annotation.axis = random.below(3);
  if (!random.chance(4)) annotation.text = text_of_annotation;
  annotation.dashed = random.chance(2);
  return annotation;
}

Chart rich_chart(Random& random) {
  Chart chart = random_chart(random);
  chart.type = random.pick(std::vector<Type>{Type::bar, Type::line, Type::scatter, Type::bubble});
  chart.value_axes = {random_axis(random, "y")};
  if (random.chance(3)) chart.value_axes.push_back(random_axis(random, "y1"));
  for (Series& series : chart.series) {
    series.look = random_look(random);
    series.axis = random.below(chart.value_axes.size());
    series.order = static_cast<int>(random.below(3));
    if (random.chance(3)) series.mark = static_cast<Mark>(random.below(3));
    for (std::size_t i = 0; i < series.values.size() && random.chance(6); ++i)
      series.bases.push_back(random.chance(3) ? std::nullopt : std::optional(random.unit() * 400));
  }
  if (chart.type == Type::scatter || chart.type == Type::bubble || random.chance(5)) scatter(random, chart);
  for (std::size_t i = random.below(4); i > 0; --i) chart.annotations.push_back(random_annotation(random));
  if (random.chance(4)) chart.breaks.push_back({random.unit() * 8, "口径调整"});
  chart.percent = random.chance(6);
  chart.panels = random.chance(6) ? static_cast<int>(1 + random.below(4)) : 0;
  chart.legend_reversed = random.chance(5);
  chart.legend_position = static_cast<LegendPosition>(random.below(4));
  if (random.chance(5)) chart.aspect_ratio = 0.5 + random.unit() * 3;
  return chart;
}

bool is_plain(const Chart& chart, const Series& series) {
  const Axis& axis = chart.value_axes[series.axis];
  const bool free = !axis.minimum && !axis.maximum && axis.type == ScaleType::linear;
  return free && !series.look.least_bar_length && !axis.stacked && series.stack.empty();
}

/// Bars of one axis are as long as what they stand for, from their base on.
void check_bar_lengths(const Chart& chart, const Scene& scene) {
  if (chart.percent || chart.panels > 0 || scene.bars.empty()) return;
  const bool lying = draws_horizontally(chart, static_cast<int>(scene.width));
  const Stacking stacking = pile_up(chart);
  for (std::size_t a = 0; a < chart.value_axes.size(); ++a) {
    double pixels = 0;  // of a unit of the axis, from the longest bar
    double longest = 0;
    const auto stretch = [&](const Bar& bar) {
      const Segment& segment = stacking.at(bar.series, bar.category, chart.labels.size());
      return std::fabs(segment.to - segment.from);
    };
    const auto counts = [&](const Bar& bar) {
      return chart.series[bar.series].axis == a && is_plain(chart, chart.series[bar.series]);
    };
    const auto length = [&](const Bar& bar) { return lying ? bar.box.width() : bar.box.height(); };
    // Only where every bar begins inside the axis: a base far out of sight is cut off.
    const Interval& domain = scene.domains.at(a);
    for (const Bar& bar : scene.bars) {
      const double from = stacking.at(bar.series, bar.category, chart.labels.size()).from;
      if (counts(bar) && (from < domain.low || from > domain.high)) return;
      if (counts(bar) && stretch(bar) > longest) longest = stretch(bar), pixels = length(bar) / longest;
    }
    for (const Bar& bar : scene.bars) {
      if (counts(bar)) CHECK(length(bar) == Approx(stretch(bar) * pixels).margin(1e-5));
    }
  }
}

}  // namespace

TEST_CASE("charts with two axes keep inside the picture whatever they are asked for") {
  Random random(41);
  for (int i = 0; i < chart_count; ++i) {
    const Chart chart = cleaned(rich_chart(random));
    const RenderOptions options = random_options(random);
    const Scene scene = lay_out(chart, options);
    INFO("chart " << i << ", type " << static_cast<int>(chart.type) << ", width " << options.width
                  << ", categories " << chart.labels.size() << ", series " << chart.series.size()
                  << ", panels " << chart.panels);
    CHECK(first_overlap(scene) == "");
    CHECK(first_outside(scene) == "");
    CHECK(std::is_sorted(scene.ticks.begin(), scene.ticks.end(),
                         [](const Tick& a, const Tick& b) { return a.value < b.value; }));
    check_bar_lengths(chart, scene);
    for (const Label& label : scene.labels) {
      const bool on_bar = std::any_of(scene.bars.begin(), scene.bars.end(),
                                      [&](const Bar& bar) { return bar.box.overlaps(label.box); });
      CHECK_FALSE((label.text == text_of_annotation && on_bar));
    }
  }
}

TEST_CASE("charts with two axes give well-formed and stable pictures") {
  Random random(42);
  for (int i = 0; i < chart_count / 4; ++i) {  // each is drawn twice
    const Chart chart = rich_chart(random);
    const RenderOptions options = random_options(random);
    const std::string svg = render_svg(chart, options);
    INFO("chart " << i << "\n" << svg.substr(0, 300));
    const std::string drawing = svg.substr(svg.find("</desc>"));
    CHECK(drawing.find("nan") == std::string::npos);
    CHECK(drawing.find("=\"inf") == std::string::npos);
    CHECK(xml_problem(svg) == "");
    CHECK(svg == render_svg(chart, options));
  }
}

TEST_CASE("no line crosses a break of its series, and none a gap") {
  Chart chart = single(Type::line, {"2020", "2021", "2022", "2023", "2024"}, {1.0, 2.0, 3.0, 4.0, 5.0});
  const auto strokes = [&] { return lay_out(cleaned(chart), {}).strokes.size(); };
  CHECK(strokes() == 1);
  chart.breaks = {{2, "口径调整"}};
  CHECK(strokes() == 2);
  chart.series.front().values[3].reset();
  chart.series.front().look.span_gaps = true;
  CHECK(strokes() == 2);
  chart.series.front().look.span_gaps = false;
  CHECK(strokes() == 1);  // 2023 is missing: 2022 and 2024 stand alone
}

TEST_CASE("piles of a hundred per cent fill the axis") {
  Chart chart = single(Type::bar, {"a", "b"}, {30.0, 1.0});
  chart.series.push_back(series("c", {70.0, 3.0}));
  chart.values().stacked = chart.percent = true;
  const Stacking stacking = pile_up(cleaned(chart));
  CHECK(stacking.at(1, 0, 2).to == Approx(100));
  CHECK(stacking.at(1, 1, 2).to == Approx(100));
  CHECK(stacking.at(0, 1, 2).to == Approx(25));
}

TEST_CASE("no value of a line is written twice") {
  Chart chart = single(Type::line, {}, {});
  for (int i = 0; i < 40; ++i) {
    chart.labels.push_back(std::to_string(1985 + i));
    chart.series.front().values.emplace_back(1000 + i);
  }
  RenderOptions options;
  options.width = 320;
  const Scene scene = lay_out(cleaned(chart), options);
  const auto times = [&](const std::string& text) {
    return std::count_if(scene.labels.begin(), scene.labels.end(),
                         [&](const Label& label) { return label.text == text; });
  };
  CHECK(times("1000") + times("1039") == 3);  // both ends, and the tick of the first
}

}  // namespace nianbao::chart::testing
