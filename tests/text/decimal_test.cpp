#include "text/decimal.h"

#include <catch2/catch.hpp>
#include <random>

using nianbao::text::Decimal;
using nianbao::text::percentage;
using nianbao::text::same_value;

namespace {

std::string read(std::string_view text) {
  const auto number = Decimal::parse(text);
  return number ? number->str() : "none";
}

Decimal number(std::string_view text) { return Decimal::parse(text).value(); }

/// Figures of the size that reports print: up to nine digits before the point and six behind it.
Decimal random_figure(std::mt19937_64& random) {
  const int scale = static_cast<int>(random() % 7);
  const auto units = static_cast<std::int64_t>(random() % 1'000'000'000'000'000) - 500'000'000'000'000;
  return {units, scale};
}

}  // namespace

TEST_CASE("A decimal keeps the digits it was printed with") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"1533", "1533"},
      {"95.8", "95.8"},
      {"95.80", "95.80"},
      {"0", "0"},
      {"0.00", "0.00"},
      {"-3", "-3"},
      {"+2.1", "2.1"},
      {"\u22123.5", "-3.5"},
      {"-0.05", "-0.05"},
      {"1,200", "1200"},
      {"1,234,567.80", "1234567.80"},
      {"１５３３", "1533"},
      {"９５．８０", "95.80"},
      {"１，２００", "1200"},
      {"00712", "712"},
      {"999999999999999", "999999999999999"},
      {"0.12345678901234", "0.12345678901234"},
  }));
  CAPTURE(text);
  CHECK(read(text) == expected);
}

TEST_CASE("What is not a number is not read as one") {
  const std::string text =
      GENERATE(as<std::string>(), "", "-", "+", ".", ".5", "5.", "1.2.3", "--1", "1-", "1 533", "1533人",
               "12,34", "1,23", "1234,567", ",123", "1,,234", "1,234,", "0.123,456", "1e3", "0x10", "一千",
               "NaN", "1234567890123456", "\xFF", "١٢٣");
  CAPTURE(text);
  CHECK(read(text) == "none");
}

TEST_CASE("Values are compared and digits are not") {
  CHECK(same_value(number("95.8"), number("95.80")));
  CHECK_FALSE(same_value(number("95.8"), number("95.83")));
  CHECK(number("-3") < number("-2.99"));
  CHECK(number("0.99999999999999") < number("1"));
  CHECK_FALSE(number("95.80") < number("95.8"));
}

TEST_CASE("Sums that real reports print are exact") {
  CHECK((number("22052.62") + number("1800")).str() == "23852.62");
  CHECK((number("2164.12") + number("101.24")).str() == "2265.36");
  CHECK((number("0.1") + number("0.2")).str() == "0.3");
  CHECK((number("1104") + number("399")).str() == "1503");
  CHECK((number("1") - number("0.01")).str() == "0.99");
}

TEST_CASE("Rounding goes half away from zero") {
  const auto [text, scale, expected] = GENERATE(table<std::string, int, std::string>({
      {"95.85", 1, "95.9"},
      {"-95.85", 1, "-95.9"},
      {"95.849", 1, "95.8"},
      {"23852.62", 0, "23853"},
      {"0.4", 0, "0"},
      {"95.8", 3, "95.800"},
  }));
  CHECK(number(text).rounded(scale).str() == expected);
}

TEST_CASE("A rate is the rate that the report prints") {
  const auto [numerator, denominator, scale, expected] =
      GENERATE(table<std::string, std::string, int, std::string>({
          {"1503", "1533", 2, "98.04"},
          {"191", "236", 2, "80.93"},
          {"155", "174", 0, "89"},
          {"159", "529", 2, "30.06"},
          {"1143", "1802", 2, "63.43"},
          {"9", "11", 2, "81.82"},
          {"1246", "1413", 2, "88.18"},
          {"1", "3", 6, "33.333333"},
          {"-1", "8", 1, "-12.5"},
      }));
  CHECK(percentage(number(numerator), number(denominator), scale)->str() == expected);
}

TEST_CASE("A rate that cannot be is empty") {
  CHECK_FALSE(percentage(number("1"), number("0"), 2));
  CHECK_FALSE(percentage(number("1"), number("0.00"), 2));
  CHECK_FALSE(percentage(number("999999999999999"), number("0.00000000000001"), 2));
}

TEST_CASE("A result that does not fit loses decimals first and never wraps") {
  const Decimal large = number("999999999999999"), small = number("0.00000000000001");
  CHECK((large + small).str() == "999999999999999.000");
  CHECK(large.rounded(15).str() == "999999999999999.000");
  Decimal sum = large;
  for (int i = 0; i < 14; ++i) sum = sum + sum;
  CHECK(sum.str() == "999999999999999999");
  CHECK((Decimal{0, 0} - sum).str() == "-999999999999999999");
}

TEST_CASE("Reading what was written gives the same figure, and sums can be undone") {
  std::mt19937_64 random(20231201);
  for (int i = 0; i < 20'000; ++i) {
    const Decimal a = random_figure(random), b = random_figure(random);
    REQUIRE(read(a.str()) == a.str());
    const Decimal small_a = {a.units / 1'000, a.scale}, small_b = {b.units / 1'000, b.scale};
    REQUIRE(same_value(small_a + small_b - small_b, small_a));
    REQUIRE(same_value(small_a + small_b, small_b + small_a));
    REQUIRE((small_a < small_b) == (small_a - small_b < Decimal{0, 0}));
  }
}
