#include <array>
#include <string>

#include "model/table.h"
#include "text/utf8.h"

namespace nianbao::model {
namespace {

using text::Decimal;

constexpr std::array<std::string_view, 6> not_applicable_marks = {"-", "—", "–", "－", "/", "——"};
constexpr std::array<std::string_view, 2> withheld_marks = {withheld_mark, "#保密"};
constexpr std::array<std::string_view, 6> approximate_before = {"约", "近", "超过", "超", "≈", "逾"};
constexpr std::array<std::string_view, 6> approximate_after = {"余", "多", "以上", "左右", "+", "以下"};
constexpr std::array<std::string_view, 3> percent_signs = {"%", "％", "‰"};

bool is_one_of(std::string_view text, const auto& marks) {
  for (const std::string_view mark : marks) {
    if (text == mark) return true;
  }
  return false;
}

/// Takes one of `words` off the front or the back.
bool take(std::string_view& text, const auto& words, bool front) {
  for (const std::string_view word : words) {
    if (front ? text.starts_with(word) : text.ends_with(word)) {
      if (front) {
        text.remove_prefix(word.size());
      } else {
        text.remove_suffix(word.size());
      }
      text = text::trim(text);
      return true;
    }
  }
  return false;
}

std::optional<Decimal> bare_number(std::string_view text) {
  take(text, percent_signs, false);
  return Decimal::parse(text);
}

}  // namespace

Value read_value(std::string_view raw) {
  const std::string_view text = text::trim(raw);
  Value value{std::string(text), ValueState::text, std::nullopt, std::nullopt};
  if (text.empty()) {
    value.state = ValueState::missing;
  } else if (is_one_of(text, withheld_marks)) {
    value.state = ValueState::withheld;
  } else if (is_one_of(text, not_applicable_marks)) {
    value.state = ValueState::not_applicable;
  } else if (auto number = bare_number(text)) {
    value.state = ValueState::number;
    value.number = number;
  } else {
    std::string_view rest = text;
    take(rest, percent_signs, false);
    const bool before = take(rest, approximate_before, true);
    const bool after = take(rest, approximate_after, false);
    number = before || after ? bare_number(rest) : std::nullopt;
    if (number) {
      value.state = ValueState::approximate;
      value.number = number;
    }
  }
  return value;
}

}  // namespace nianbao::model
