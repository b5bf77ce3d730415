#include <catch2/catch.hpp>
#include <thread>

#include "support/reported.h"

using namespace nianbao;
using tests::reported;

TEST_CASE("Problems come in order of file and place, whatever the order in which they were found") {
  DiagnosticSink sink;
  sink.error("N501", {"b.csv", 2, 1}, {"", "x"});
  sink.error("N104", {"a.csv", 10, 0}, {"", "x"});
  sink.error("N501", {"a.csv", 9, 4}, {"", "x"});
  sink.error("N104", {"a.csv", 9, 4}, {"", "x"});
  sink.warning("N209", {"a", 0, 0}, {"", "x"});
  sink.error("N001", {}, {"", "x"});
  CHECK(reported(sink) == "N001 ; N209 a; N104 a.csv:9:4; N501 a.csv:9:4; N104 a.csv:10; N501 b.csv:2:1");
}

TEST_CASE("The same statement at the same place is printed once") {
  DiagnosticSink sink;
  sink.warning("N104", {"a.csv", 9, 4}, {"甲", "a"}, {"二", "second"});
  sink.error("N104", {"a.csv", 9, 4}, {"甲", "a"}, {"一", "first"});
  sink.error("N104", {"a.csv", 9, 4}, {"乙", "b"});
  const auto diagnostics = sink.sorted();
  REQUIRE(diagnostics.size() == 2);
  CHECK(diagnostics[0].severity == Severity::error);  // the graver one stays
  CHECK(diagnostics[0].hint.en == "first");
  CHECK(diagnostics[1].message.en == "b");
}

TEST_CASE("Only errors count as errors") {
  DiagnosticSink sink;
  CHECK_FALSE(sink.has_errors());
  sink.warning("N304", {"a.md", 1, 1}, {"", "x"});
  CHECK_FALSE(sink.has_errors());
  sink.error("N304", {"a.md", 1, 1}, {"", "y"});
  CHECK(sink.has_errors());
}

TEST_CASE("Many threads may report, and the result does not tell how many") {
  const auto report_with = [](int threads) {
    DiagnosticSink sink;
    std::vector<std::thread> workers;
    for (int t = 0; t < threads; ++t) {
      workers.emplace_back([&sink, t, threads] {
        for (int i = t; i < 400; i += threads)
          sink.error("N501", {"f" + std::to_string(i % 7), i, 1}, {"", std::to_string(i)});
      });
    }
    for (auto& worker : workers) worker.join();
    return tests::in_english(sink);
  };
  const std::string expected = report_with(1);
  CHECK(report_with(4) == expected);
  CHECK(report_with(16) == expected);
}

TEST_CASE("A damaged file does not fill the memory with one complaint") {
  DiagnosticSink sink;
  for (int i = 1; i <= 50'000; ++i) sink.error("N104", {"a.csv", i, 0}, {"格数不对", "wrong count"});
  sink.error("N501", {"a.csv", 60'000, 1}, {"不是数", "not a number"});
  CHECK(sink.sorted().size() == DiagnosticSink::most_of_a_kind + 1);
}

TEST_CASE("Line and column count from one, columns in code points") {
  const std::string text = "第一行\n二 = \"年报\"\n\nend";
  const auto [offset, line, column] = GENERATE(table<std::size_t, int, int>({{0, 1, 1},
                                                                             {3, 1, 2},
                                                                             {9, 1, 4},
                                                                             {10, 2, 1},
                                                                             {13, 2, 2},
                                                                             {25, 3, 1},
                                                                             {26, 4, 1},
                                                                             {29, 4, 4},
                                                                             {9999, 4, 4}}));
  CAPTURE(offset);
  CHECK(line_and_column(text, offset) == std::pair{line, column});
}
