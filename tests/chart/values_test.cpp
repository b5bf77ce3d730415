#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

#include "chart/cleaned.h"
#include "chart/shares.h"
#include "chart/stacking.h"
#include "chart/wording.h"
#include "chart/years.h"
#include "samples.h"

namespace nianbao::chart {
using testing::series;
using testing::single;

TEST_CASE("labels are made fit to print") {
  CHECK(clean_label("焊接") == "焊接");
  CHECK(clean_label("  a \n\t b  ") == "a b");
  CHECK(clean_label("a\xff b") == "a\uFFFD b");
  CHECK(clean_label("\xed\xa0\x80") == "\uFFFD\uFFFD\uFFFD");
  CHECK(clean_label("a\u202Eb\uFEFFc\uFFFF") == "abc");
  CHECK(clean_label(std::string("a\0b", 3)) == "a b");
  CHECK(clean_label(std::string(500, 'x')) == std::string(longest_label, 'x') + "…");
  CHECK(clean_label("一二三四", 2) == "一二…");
}

TEST_CASE("a cleaned chart is complete, and what is not to be drawn is a gap") {
  Chart raw = single(Type::bar, {"a", "b"},
                     {1.0, std::nan(""), std::numeric_limits<double>::infinity(), 4.0, 5.0, 6.0});
  raw.series.front().states = {State::number,   State::number,         State::number,
                               State::withheld, State::not_applicable, State::missing};
  raw.series.push_back(series("short", {7.0}));
  const Chart chart = cleaned(raw);
  REQUIRE(chart.labels.size() == 6);
  const Series& first = chart.series.front();
  CHECK(first.values[0] == 1.0);
  for (std::size_t i = 1; i < 6; ++i) CHECK(!first.values[i]);
  CHECK(first.states[1] == State::missing);
  CHECK(first.states[3] == State::withheld);
  CHECK(chart.series[1].values.size() == 6);
  CHECK(!chart.series[1].values[1]);
}

TEST_CASE("numbers geometry cannot work with are brought into range") {
  CHECK(drawable(1.7e308) == 1e300);
  CHECK(drawable(-1.7e308) == -1e300);
  CHECK(drawable(5e-324) == 0);
  CHECK(drawable(std::nan("")) == 0);
  CHECK(drawable(95.8) == 95.8);
}

TEST_CASE("bounds that contradict each other are dropped") {
  Chart chart = single(Type::bar, {"a"}, {1.0});
  chart.values().minimum = 5;
  chart.values().maximum = 5;
  CHECK(!cleaned(chart).values().minimum);
  chart.values().maximum = std::nan("");
  CHECK(cleaned(chart).values().minimum == 5.0);
  CHECK(!cleaned(chart).values().maximum);
}

TEST_CASE("piles grow upwards and downwards apart") {
  Chart chart = single(Type::bar, {"a"}, {3.0});
  chart.values().stacked = true;
  chart.series.push_back(series("", {-2.0}));
  chart.series.push_back(series("", {4.0}));
  chart.series.push_back(series("", {0.0}));
  chart.series.push_back(series("", {std::nullopt}));
  const Stacking stacking = pile_up(cleaned(chart));
  CHECK(stacking.piled);
  CHECK(stacking.groups == 1);
  CHECK(stacking.at(0, 0, 1).to == 3);
  CHECK(stacking.at(1, 0, 1).to == -2);
  CHECK(stacking.at(2, 0, 1).from == 3);
  CHECK(stacking.at(2, 0, 1).to == 7);
  CHECK(stacking.at(2, 0, 1).outermost);
  CHECK(!stacking.at(0, 0, 1).outermost);
  CHECK(!stacking.at(4, 0, 1).present);
  CHECK(stacking.extent.low == -2);
  CHECK(stacking.extent.high == 7);
}

TEST_CASE("series of one stack name share a group, others stand alone") {
  Chart chart = single(Type::bar, {"a"}, {1.0});
  chart.series = {series("", {1.0}, "x"), series("", {1.0}, "y"), series("", {1.0}, "x"), series("", {1.0}),
                  series("", {1.0})};
  const Stacking stacking = pile_up(cleaned(chart));
  CHECK(stacking.groups == 4);
  CHECK(stacking.group_of == std::vector<std::size_t>{0, 1, 0, 2, 3});
  CHECK(stacking.piled);
  chart.series = {series("", {1.0}), series("", {1.0})};
  CHECK(!pile_up(cleaned(chart)).piled);
}

TEST_CASE("shares are stated only of known parts of a whole") {
  CHECK(share_text(202, 529) == "38.2%");
  CHECK(share_text(1, 3) == "33.3%");
  CHECK(share_text(1, 100000) == "<0.1%");
  CHECK(share_text(99999, 100000) == ">99.9%");
  CHECK(share_text(5, 5) == "100%");
  CHECK(share_text(0, 5) == "0%");
  const auto shares = [](std::vector<std::optional<double>> values, std::string unit) {
    const Chart chart = cleaned(single(Type::pie, {"a", "b"}, std::move(values), std::move(unit)));
    return has_shares(chart, chart.series.front());
  };
  CHECK(shares({1.0, 2.0}, "人"));
  CHECK(!shares({1.0, 2.0}, "%"));
  CHECK(!shares({1.0, std::nullopt}, "人"));
  CHECK(!shares({1.0, -2.0}, "人"));
  CHECK(!shares({0.0, 0.0}, "人"));
}

TEST_CASE("sums carry the decimals the values are printed with") {
  Chart chart = single(Type::pie, {"a", "b"}, {2164.12, 101.24});
  CHECK(sum_text(cleaned(chart).series.front()) == "2265.36");
  chart.series.front().printed = {"2164.120", "101.24"};
  CHECK(sum_text(cleaned(chart).series.front()) == "2265.360");
  chart.series.front().states = {State::approximate, State::number};
  CHECK(sum_text(cleaned(chart).series.front()) == "");
}

TEST_CASE("a value shows as printed, else as a number, else by the word for its state") {
  Chart raw = single(Type::bar, {"a", "b", "c", "d", "e"},
                     {95.8, 7.0, std::nullopt, std::nullopt, std::nullopt}, "%");
  raw.series.front().printed = {"95.80", "", "", "", "-"};
  raw.series.front().states = {State::number, State::number, State::missing, State::withheld,
                               State::not_applicable};
  Chart chart = cleaned(raw);
  const auto text = [&](std::size_t i) { return value_with_unit(chart, chart.series.front(), i); };
  CHECK(text(0) == "95.80%");
  CHECK(text(1) == "7%");
  CHECK(text(2) == "未公布");
  CHECK(text(3) == "不公开");
  CHECK(text(4) == "-");
  chart.lang = "en";
  CHECK(text(2) == "not published");
  CHECK(text(3) == "withheld");
}

TEST_CASE("units stand at their numbers once") {
  Chart chart;
  chart.unit = "人";
  CHECK(with_unit(chart, "45") == "45 人");
  CHECK(with_unit(chart, "45人") == "45人");
  CHECK(unit_caption(chart, "人数") == "人数（人）");
  CHECK(unit_caption(chart, "") == "单位：人");
  chart.lang = "en";
  chart.unit = "students";
  CHECK(unit_caption(chart, "") == "Unit: students");
  CHECK(unit_caption(chart, "Pupils") == "Pupils (students)");
}

TEST_CASE("years are recognised, and what lies between two of them is named") {
  CHECK(year_of("2023") == 2023);
  CHECK(year_of("2023年") == 2023);
  CHECK(year_of("2023 年") == 2023);
  CHECK(!year_of("2023级"));
  CHECK(!year_of("20235"));
  CHECK(!year_of("1533"));
  const auto between = [](std::string a, std::string b, std::string lang) {
    Chart chart;
    chart.labels = {std::move(a), std::move(b)};
    chart.lang = std::move(lang);
    return between_text(chart);
  };
  CHECK(between("2013", "2021", "zh-CN") == "2014—2020 年未公布");
  CHECK(between("2013", "2015", "zh-CN") == "2014 年未公布");
  CHECK(between("2024", "2025", "zh-CN") == "");
  CHECK(between("2021", "2013", "en") == "2014–2020 not published");
  CHECK(between("入学", "毕业", "zh-CN") == "其间未公布");
}

}  // namespace nianbao::chart
