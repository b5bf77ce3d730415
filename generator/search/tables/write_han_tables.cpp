// Writes what the search has to know about Chinese characters as C++ tables, from ICU's data, while the
// program is compiled: loading ICU's rules takes longer than building a whole index.
//   simplified: traditional and variant forms with their simplified character (transliterator Hant-Hans);
//   readings:   each character's reading without its tone (Han-Latin), "v" for "ü";
//   common:     the characters of the first level of GB 2312, which most texts are written with.
#include <cstdio>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/ucnv.h>
#include <vector>

namespace {

constexpr UChar32 first_han = 0x3400, last_han = 0x9FFF;

/// All Han characters through a transliterator, a line each, so that no rule sees two of them together.
std::vector<icu::UnicodeString> transliterated(const char* rules) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> transliterator(
      icu::Transliterator::createInstance(rules, UTRANS_FORWARD, status));
  if (U_FAILURE(status)) return {};
  std::vector<icu::UnicodeString> lines;
  for (UChar32 c = first_han; c <= last_han; ++c) {
    icu::UnicodeString line(c);
    transliterator->transliterate(line);
    lines.push_back(line);
  }
  return lines;
}

std::string reading_of(const icu::UnicodeString& pinyin) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::UnicodeString apart = icu::Normalizer2::getNFDInstance(status)->normalize(pinyin, status);
  std::string out;
  for (int32_t i = 0; i < apart.length(); ++i) {
    const char16_t c = apart[i];
    if (c >= 'a' && c <= 'z') out += static_cast<char>(c);
    if (c == 0x308 && !out.empty()) out.back() = 'v';
    if (c >= 0x3400) return {};
  }
  return out;
}

void write_simplified() {
  std::puts("inline constexpr std::pair<char16_t, char16_t> simplified_forms[] = {");
  const auto lines = transliterated("Hant-Hans");
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const auto traditional = static_cast<unsigned>(first_han) + static_cast<unsigned>(i);
    if (lines[i].length() == 1 && lines[i][0] != traditional)
      std::printf("{0x%X,0x%X},\n", traditional, static_cast<unsigned>(lines[i][0]));
  }
  std::puts("};");
}

void write_readings() {
  const auto lines = transliterated("Han-Latin");
  std::map<std::string, std::size_t> numbers{{"", 0}};
  std::vector<std::string> readings;
  for (const auto& line : lines) readings.push_back(reading_of(line));
  for (const std::string& reading : readings) numbers.emplace(reading, 0);
  std::size_t next = 0;
  std::puts("inline constexpr std::string_view syllables[] = {");
  for (auto& [reading, number] : numbers) {
    number = next++;
    std::printf("\"%s\",\n", reading.c_str());
  }
  std::puts("};\ninline constexpr std::uint16_t syllable_of[] = {");
  for (const std::string& reading : readings) std::printf("%zu,", numbers[reading]);
  std::puts("};");
}

void write_common() {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open("GB2312", &status);
  std::set<unsigned> common;
  for (int row = 0xB0; row <= 0xD7 && U_SUCCESS(status); ++row) {
    for (int cell = 0xA1; cell <= 0xFE; ++cell) {
      const char bytes[] = {static_cast<char>(row), static_cast<char>(cell)};
      const icu::UnicodeString text(bytes, 2, converter, status);
      if (text.length() == 1 && text[0] >= first_han && text[0] <= last_han) common.insert(text[0]);
    }
  }
  ucnv_close(converter);
  std::puts("inline constexpr char16_t common_characters[] = {");
  for (const unsigned c : common) std::printf("0x%X,", c);
  std::puts("};");
}

}  // namespace

int main() {
  std::puts("#pragma once\n#include <cstdint>\n#include <string_view>\n#include <utility>\n");
  std::puts("namespace nianbao::search::tables {");
  std::printf("inline constexpr char32_t first_han = 0x%X, last_han = 0x%X;\n",
              static_cast<unsigned>(first_han), static_cast<unsigned>(last_han));
  write_simplified();
  write_readings();
  write_common();
  std::puts("}");
}
