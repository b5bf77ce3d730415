#include <catch2/catch.hpp>

#include "model/table.h"

using namespace nianbao::model;

namespace {

std::string state_of(std::string_view printed) {
  const Value value = read_value(printed);
  const auto number = [&] { return value.number ? " " + value.number->str() : std::string(); };
  switch (value.state) {
    case ValueState::number:
      return "number" + number();
    case ValueState::approximate:
      return "approximate" + number();
    case ValueState::text:
      return "text" + number();
    case ValueState::not_applicable:
      return "not applicable" + number();
    case ValueState::missing:
      return "missing" + number();
    case ValueState::withheld:
      return "withheld" + number();
  }
  return "";
}

}  // namespace

TEST_CASE("A cell states one of six things") {
  const auto [printed, state] = GENERATE(table<std::string, std::string>({
      {"1533", "number 1533"},
      {"95.80", "number 95.80"},
      {"1,200", "number 1200"},
      {"95.8%", "number 95.8"},
      {"95.8 ％", "number 95.8"},
      {"3‰", "number 3"},
      {"-3", "number -3"},
      {"+2.1%", "number 2.1"},
      {"-2.1%", "number -2.1"},
      {"９５．８", "number 95.8"},
      {" 1533\u00A0", "number 1533"},
      {"0", "number 0"},
      {"0.00", "number 0.00"},
      {"-", "not applicable"},
      {"—", "not applicable"},
      {"——", "not applicable"},
      {"－", "not applicable"},
      {"/", "not applicable"},
      {"", "missing"},
      {" \u3000", "missing"},
      {"约1700", "approximate 1700"},
      {"约 1700", "approximate 1700"},
      {"1700余", "approximate 1700"},
      {"40多", "approximate 40"},
      {"90%以上", "approximate 90"},
      {"近200", "approximate 200"},
      {"近200余", "approximate 200"},
      {"超过95%", "approximate 95"},
      {"100+", "approximate 100"},
      {"约1,700左右", "approximate 1700"},
      {"#withheld", "withheld"},
      {"#保密", "withheld"},
      {"#其他", "text"},
      {"三年", "text"},
      {"1533人", "text"},
      {"1700余人", "text"},
      {"约", "text"},
      {"%", "text"},
      {"无", "text"},
      {"14.27:1", "text"},
      {"2022-12-17", "text"},
      {"4G", "text"},
      {"1234567890123456", "text"},
  }));
  CAPTURE(printed);
  CHECK(state_of(printed) == state);
}

TEST_CASE("A value is printed as it was written, without the white space around it") {
  CHECK(read_value(" 95.80 ").printed == "95.80");
  CHECK(read_value("１，２００").printed == "１，２００");
  CHECK(read_value("甲\n乙").printed == "甲\n乙");
  CHECK(read_value("\u3000").printed.empty());
}
