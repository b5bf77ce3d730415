#include "search/heading_label.h"

#include <algorithm>

namespace nianbao::search {
namespace {

constexpr std::u32string_view arabic_digits = U"0123456789",
                              label_numerals = U"0123456789一二三四五六七八九十";
constexpr std::u32string_view label_marks = U"、.)章节篇", label_separators = U" 、:";
constexpr std::u32string_view no_label_before = U"0123456789abcdefghijklmnopqrstuvwxyz年届.+%- 、)章节篇";

bool is_one_of(std::u32string_view characters, std::u32string_view text, std::size_t at) {
  return at < text.size() && characters.find(text[at]) != std::u32string_view::npos;
}

std::size_t end_of_run(std::u32string_view characters, std::u32string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(characters, at), text.size());
}

/// The end of numbers with these between them, from here on.
std::size_t end_of_numbers(char32_t between, std::u32string_view text, std::size_t at) {
  std::size_t end = end_of_run(arabic_digits, text, at);
  while (end > at && end < text.size() && text[end] == between && is_one_of(arabic_digits, text, end + 1))
    end = end_of_run(arabic_digits, text, end + 1);
  return end;
}

/// "1.2" before a word.
std::size_t section_number(std::u32string_view title) {
  const std::size_t end = end_of_numbers(U'.', title, 0);
  return end > 0 && end < title.size() && !is_one_of(no_label_before, title, end) ? end : 0;
}

/// "(一)", "一、", "第一章"
std::size_t marked_number(std::u32string_view title) {
  const std::size_t begin = is_one_of(U"(第", title, 0) ? 1 : 0;
  const std::size_t end = end_of_run(label_numerals, title, begin);
  return end > begin && is_one_of(label_marks, title, end) && !is_one_of(arabic_digits, title, end + 1)
             ? end + 1
             : 0;
}

/// "表2-1"
std::size_t named_number(std::u32string_view title) {
  for (const std::u32string_view name : {U"表", U"图", U"案例"}) {
    if (!title.starts_with(name)) continue;
    const std::size_t end = end_of_numbers(U'-', title, name.size());
    return end > name.size() ? end : 0;
  }
  return 0;
}

}  // namespace

std::size_t heading_label(std::u32string_view title) {
  std::size_t end = section_number(title);
  if (end == 0) end = marked_number(title);
  if (end == 0) end = named_number(title);
  if (end > 0 && is_one_of(label_separators, title, end)) ++end;
  return end < title.size() ? end : 0;
}

}  // namespace nianbao::search
