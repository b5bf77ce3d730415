#include <cstdint>
#include <string_view>

#include "model/table.h"
#include "require.h"
#include "text/utf8.h"

using namespace nianbao;
using fuzz::require;

/// Any cell keeps its letters, has a number exactly when its state says so, and reads the same again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view written(reinterpret_cast<const char*>(data), size);
  const model::Value value = model::read_value(written);
  require(value.printed == text::trim(written));
  require(value.printed.empty() == (value.state == model::ValueState::missing));
  const bool is_number =
      value.state == model::ValueState::number || value.state == model::ValueState::approximate;
  require(value.number.has_value() == is_number);
  const model::Value again = model::read_value(value.printed);
  require(again.printed == value.printed && again.state == value.state);
  if (!value.number) return 0;
  require(text::same_value(*value.number, *again.number));
  const auto bare = text::Decimal::parse(value.number->str());
  require(bare && text::same_value(*bare, *value.number) && bare->scale == value.number->scale);
  require(value.number->str().size() <= 18);  // 15 digits, a sign, a point and a nought before it
  return 0;
}
