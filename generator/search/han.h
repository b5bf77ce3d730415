#pragma once

#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What the search knows about Chinese characters. The tables come from ICU (tables/write_han_tables.cpp).
namespace nianbao::search {

/// The simplified form of a traditional or variant character; any other character as it is.
char32_t simplified(char32_t c);
inline constexpr char32_t first_han = 0x3400, last_han = 0x9FFF;
/// Simplified forms of the characters from `first_han` to `last_han`.
std::span<const char16_t> simplified_by_character();
/// All pairs of a traditional form and its simplified one, growing.
std::span<const std::pair<char16_t, char16_t>> simplified_forms();

/// How a character is read, without tones, "v" for "ü"; more than one for the commonest characters that have
/// several readings; none for what is no Han character.
std::vector<std::string_view> readings(char32_t c);

/// The characters of the first level of GB 2312, growing.
std::span<const char16_t> common_characters();
bool is_common(char32_t c);

constexpr bool is_han(char32_t c) { return c >= first_han && c <= last_han; }

}  // namespace nianbao::search
