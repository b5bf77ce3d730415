#include <catch2/catch.hpp>

#include "text/decimal.h"

using namespace nianbao::text;

namespace {

std::vector<Decimal> numbers(std::initializer_list<const char*> texts) {
  std::vector<Decimal> out;
  for (const char* text : texts) out.push_back(*Decimal::parse(text));
  return out;
}

std::string mean(std::initializer_list<std::pair<const char*, const char*>> pairs, int digits) {
  std::vector<Weighted> values;
  for (const auto& [value, weight] : pairs)
    values.push_back({*Decimal::parse(value), *Decimal::parse(weight)});
  const auto found = weighted_mean(values, digits);
  return found ? found->str() : "none";
}

}  // namespace

TEST_CASE("The median is the middle one, or half the sum of the two in the middle, exactly") {
  CHECK(median(numbers({"3"})).str() == "3");
  CHECK(median(numbers({"3", "1", "2.5"})).str() == "2.5");
  CHECK(median(numbers({"4", "1", "2", "3"})).str() == "2.5");
  CHECK(median(numbers({"1.25", "1.24"})).str() == "1.245");
  CHECK(median(numbers({"-3", "1"})).str() == "-1");
  CHECK(median(numbers({"95.80", "95.8"})).str() == "95.80");
}

TEST_CASE("A weighted mean is computed from exact products and rounded once") {
  CHECK(mean({{"10", "1"}, {"20", "3"}}, 1) == "17.5");
  CHECK(mean({{"4030", "362"}, {"3800", "100"}}, 0) == "3980");
  CHECK(mean({{"0.1", "1"}, {"0.2", "2"}}, 4) == "0.1667");
  CHECK(mean({{"-1.5", "2"}, {"1", "1"}}, 2) == "-0.67");
  CHECK(mean({{"95.555", "1"}}, 2) == "95.56");
  CHECK(mean({{"10", "0.5"}, {"20", "0.5"}}, 0) == "15");
  CHECK(mean({{"10", "0"}}, 0) == "none");
  CHECK(mean({}, 0) == "none");
  CHECK(mean({{"10", "-1"}}, 0) == "none");
  CHECK(mean({{"999999999999999", "999999999999999"}}, 0) == "999999999999999");
  CHECK(mean({{"999999999999999", "999999999999999"}}, 6) == "none");
}
