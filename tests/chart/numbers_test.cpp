#include "chart/numbers.h"

#include <array>
#include <catch2/catch.hpp>
#include <cmath>
#include <limits>

namespace nianbao::chart {

TEST_CASE("places are rounded to steps and are always numbers") {
  CHECK(rounded_steps(12.34, 10) == 123);
  CHECK(rounded_steps(-12.35, 10) == -124);
  CHECK(rounded_steps(std::nan(""), 10) == 0);
  CHECK(rounded_steps(-1e300, 10) == -100000000);
  const auto text = [](std::int64_t count, int steps) {
    std::array<char, longest_steps> out;
    return std::string(out.data(), write_steps(out.data(), count, steps));
  };
  CHECK(text(0, 10) == "0");
  CHECK(text(-5, 10) == "-0.5");
  CHECK(text(120, 10) == "12");
  CHECK(text(1205, 100) == "12.05");
  CHECK(text(-1250, 100) == "-12.5");
}

TEST_CASE("measures have two decimals at most and are always numbers") {
  const auto text = [](double value) {
    std::string out;
    append_measure(out, value);
    return out;
  };
  CHECK(text(0) == "0");
  CHECK(text(-0.001) == "0");
  CHECK(text(12) == "12");
  CHECK(text(12.5) == "12.5");
  CHECK(text(12.345) == "12.35");
  CHECK(text(-3.05) == "-3.05");
  CHECK(text(std::nan("")) == "0");
  CHECK(text(std::numeric_limits<double>::infinity()) == "0");
  CHECK(text(1e300) == "10000000");
}

TEST_CASE("scaled numbers are exact") {
  CHECK(scaled_number(0, 5) == "0");
  CHECK(scaled_number(25, -1) == "2.5");
  CHECK(scaled_number(3, -1) == "0.3");
  CHECK(scaled_number(-5, -3) == "-0.005");
  CHECK(scaled_number(3, 3) == "3000");
  CHECK(scaled_number(3, 4) == "30,000");
  CHECK(scaled_number(1234567, 0) == "1,234,567");
  CHECK(scaled_number(-1234567, 0) == "-1,234,567");
  CHECK(scaled_number(-123456, -1) == "-12,345.6");
  CHECK(scaled_number(30, 298) == "3e299");
  CHECK(scaled_number(1, -20) == "1e-20");
}

TEST_CASE("plain numbers are the shortest that read back") {
  CHECK(plain_number(0.1 + 0.2) == "0.30000000000000004");
  CHECK(plain_number(95.8) == "95.8");
  CHECK(plain_number(-0.0) == "0");
  CHECK(plain_number(1533) == "1533");
  CHECK(plain_number(12345.5) == "12,345.5");
  CHECK(plain_number(0.29) == "0.29");
  CHECK(plain_number(1234567.05) == "1,234,567.05");
  CHECK(plain_number(-123456) == "-123,456");
  CHECK(plain_number(1e300) == "1e300");
  CHECK(plain_number(1.5e-9) == "1.5e-09");
}

TEST_CASE("fixed numbers round half away from zero") {
  CHECK(fixed_number(38.25, 1) == "38.3");
  CHECK(fixed_number(2.675, 2) == "2.68");
  CHECK(fixed_number(-0.04, 1) == "0.0");
  CHECK(fixed_number(124, 0) == "124");
  CHECK(fixed_number(std::nan(""), 1) == "0");
}

TEST_CASE("decimals of a printed number are counted") {
  CHECK(decimals_of("95.80") == 2);
  CHECK(decimals_of("1533") == 0);
  CHECK(decimals_of("95.8%") == 1);
  CHECK(decimals_of("约") == 0);
}

}  // namespace nianbao::chart
