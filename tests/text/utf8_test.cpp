#include "text/utf8.h"

#include <catch2/catch.hpp>
#include <random>

using namespace nianbao::text;

namespace {

constexpr std::size_t none = std::string_view::npos;

std::u32string decode(std::string_view bytes) {
  std::u32string out;
  for (std::size_t i = 0; i < bytes.size();) out += next_code_point(bytes, i);
  return out;
}

std::string encode(const std::u32string& text) {
  std::string out;
  for (const char32_t c : text) append_utf8(out, c);
  return out;
}

}  // namespace

TEST_CASE("Well-formed UTF-8 is told from everything else") {
  const auto [bytes, offset] = GENERATE(table<std::string, std::size_t>({
      {"", none},
      {"年报 2023", none},
      {"\xF0\x9F\x8E\x93", none},
      {"\xF4\x8F\xBF\xBF", none},   // U+10FFFF
      {"a\x80", 1},                 // a continuation byte alone
      {"\xC0\xAF", 0},              // overlong "/"
      {"\xE0\x80\xAF", 0},          // overlong in three bytes
      {"\xF0\x80\x80\xAF", 0},      // overlong in four bytes
      {"\xED\xA0\x80", 0},          // surrogate
      {"\xF4\x90\x80\x80", 0},      // above U+10FFFF
      {"\xF8\x88\x80\x80\x80", 0},  // five bytes
      {"年\xE6\x8A", 3},            // cut off
      {"ok\xFF", 2},
      {"\xB5\xE7\xB9\xA4", 0},  // GBK
  }));
  CHECK(first_invalid_utf8(bytes) == offset);
}

TEST_CASE("An invalid byte is one replacement character and nothing behind it is lost") {
  CHECK(decode("a\xE6\x8A"
               "b") == U"a\uFFFD\uFFFDb");
  CHECK(decode("\xED\xA0\x80") == U"\uFFFD\uFFFD\uFFFD");
  CHECK(decode("年报") == U"年报");
}

TEST_CASE("Every code point survives being written and read") {
  for (char32_t c = 1; c <= 0x10FFFF; c += c < 0x3000 ? 1 : 37) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const std::string bytes = encode({c});
    REQUIRE(first_invalid_utf8(bytes) == none);
    REQUIRE(decode(bytes) == std::u32string{c});
  }
  CHECK(encode({0xD800}) == "\uFFFD");
  CHECK(encode({0x110000}) == "\uFFFD");
}

TEST_CASE("Random bytes always decode to as many characters as are counted by steps") {
  std::mt19937 random(7);
  for (int round = 0; round < 2'000; ++round) {
    std::string bytes(random() % 40, '\0');
    for (char& c : bytes) c = static_cast<char>(random());
    REQUIRE(first_invalid_utf8(encode(decode(bytes))) == none);
    REQUIRE(decode(bytes).size() <= bytes.size());
    if (first_invalid_utf8(bytes) == none) REQUIRE(encode(decode(bytes)) == bytes);
  }
}

TEST_CASE("Width is counted in half-width cells") {
  const auto [text, width] = GENERATE(table<std::string, int>(
      {{"年报", 4}, {"ABC", 3}, {"ＡＢＣ", 6}, {"e\u0301", 1}, {"，", 2}, {"", 0}, {"\n", 0}, {"95.8%", 5}}));
  CHECK(display_width(text) == width);
  CHECK(count_code_points("双师型 95.8%") == 9);
}

TEST_CASE("Han characters and punctuation") {
  CHECK(is_han(U'年'));
  CHECK(is_han(U'〇'));
  CHECK(is_han(0x20BB7));
  CHECK_FALSE(is_han(U'，'));
  CHECK_FALSE(is_han(U'ア'));
  for (const char32_t c : U"，。（）“”%+、") {
    if (c != 0) CHECK(is_punctuation(c));
  }
  CHECK_FALSE(is_punctuation(U'报'));
}

TEST_CASE("GB 18030 and GBK become UTF-8") {
  CHECK(from_gb18030("\xC4\xEA\xB1\xA8,1533") == "年报,1533");
  CHECK(from_gb18030("\xC8\xFD\xB7\xDD\x2C\xA3\xB1") == "三份,１");
  CHECK(from_gb18030("\x81\x30\x81\x30") == "\u0080");  // four-byte form
  CHECK(from_gb18030("") == "");
  CHECK_FALSE(from_gb18030("\xC4").has_value());              // cut off
  CHECK_FALSE(from_gb18030("\xFF\xFE\x41\x00").has_value());  // UTF-16
  CHECK_FALSE(from_gb18030("\xC4\x20").has_value());
}

TEST_CASE("Folding joins full and half width, upper and lower case") {
  const auto [text, folded] = GENERATE(table<std::string, std::string>({{"ＡＢＣ１２３", "abc123"},
                                                                        {"VR 实训", "vr 实训"},
                                                                        {"㎡", "m2"},
                                                                        {"Ⅳ", "iv"},
                                                                        {"（一）", "(一)"},
                                                                        {"", ""}}));
  CHECK(fold(text) == folded);
}

TEST_CASE("Trimming takes every white space that comes with pasted cells") {
  CHECK(trim(" \t\u3000 1533\u00A0\r\n") == "1533");
  CHECK(trim("\uFEFF年 报\u200B") == "年 报");
  CHECK(trim(" \u3000 ").empty());
  CHECK(trim("").empty());
}

TEST_CASE("An ellipsis stands only where something was cut") {
  CHECK(ellipsis("专任教师", 4) == "专任教师");
  CHECK(ellipsis("专任教师年龄", 4) == "专任教师…");
  CHECK(ellipsis("", 0).empty());
}
