#include "chart/moments.h"

#include <catch2/catch.hpp>

#include "chart/numbers.h"

namespace nianbao::chart {

TEST_CASE("dates are days since 1970") {
  struct Case {
    const char* text;
    double days;
  };
  const Case cases[] = {{"1970", 0},
                        {"1970-01-02", 1},
                        {"1970/2/1", 31},
                        {"1969-12-31", -1},
                        {"2023", 19358},
                        {"2023年", 19358},
                        {"2023 年 9 月", 19601},
                        {"2023-09", 19601},
                        {"2023年9月", 19601},
                        {"2023年9月1日", 19601},
                        {"2023-09-01", 19601},
                        {"2023-09-01T12:00", 19601.5},
                        {"2023-09-01 06:00:00Z", 19601.25},
                        {"2024-02-29", 19782}};
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(moment_in(c.text) == c.days);
  }
  CHECK(moment_of_milliseconds(86400000.0 * 3) == 3);
}

TEST_CASE("what is no date is none") {
  for (const char* text : {"", "23", "20234", "2023级", "2023-13", "2023-02-29", "2023-2024", "0000", "abcd",
                           "2023-09-01T", "2023-09-01T25:00", "2023-09-01x", "甲"}) {
    INFO(text);
    CHECK(!moment_in(text));
  }
}

TEST_CASE("numbers as text are read as JavaScript reads them") {
  CHECK(number_in(" 12.5 ") == 12.5);
  CHECK(number_in("-1e3") == -1000);
  CHECK(number_in("+.5") == 0.5);
  for (const char* text : {"", " ", "1,234", "12人", "0x10", "NaN", "inf", "1e999", "--1", "+-1"}) {
    INFO(text);
    CHECK(!number_in(text));
  }
}

}  // namespace nianbao::chart
