#include "search/han.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <vector>

#include "search/han_tables.h"

namespace nianbao::search {
namespace {

/// Further readings of characters that names of schools, majors and headings are made of.
constexpr std::pair<char32_t, std::string_view> more_readings[] = {
    {U'传', "zhuan"}, {U'会', "kuai"},  {U'便', "pian"},  {U'单', "shan"},  {U'参', "shen"},
    {U'合', "ge"},    {U'中', "zhong"}, {U'乐', "yue"},   {U'和', "he"},    {U'地', "di"},
    {U'大', "dai"},   {U'奇', "ji"},    {U'少', "shao"},  {U'差', "chai"},  {U'度', "duo"},
    {U'得', "dei"},   {U'处', "chu"},   {U'数', "shu"},   {U'曾', "ceng"},  {U'期', "qi"},
    {U'校', "jiao"},  {U'种', "zhong"}, {U'空', "kong"},  {U'系', "ji"},    {U'给', "ji"},
    {U'行', "hang"},  {U'行', "xing"},  {U'调', "diao"},  {U'调', "tiao"},  {U'还', "huan"},
    {U'还', "hai"},   {U'都', "du"},    {U'都', "dou"},   {U'重', "chong"}, {U'重', "zhong"},
    {U'长', "chang"}, {U'长', "zhang"}, {U'降', "xiang"}, {U'率', "shuai"}, {U'率', "lv"},
    {U'量', "liang"}, {U'铺', "pu"},    {U'间', "jian"},  {U'应', "ying"},  {U'强', "qiang"},
    {U'教', "jiao"},  {U'干', "gan"},   {U'与', "yu"},    {U'为', "wei"},   {U'解', "jie"},
    {U'觉', "jiao"},  {U'血', "xue"},   {U'角', "jue"},   {U'切', "qie"},   {U'着', "zhe"},
    {U'厦', "xia"},   {U'华', "hua"},   {U'结', "jie"},   {U'载', "zai"},   {U'卡', "qia"}};

}  // namespace

std::span<const char16_t> simplified_by_character() {
  static const std::vector<char16_t> all = [] {
    std::vector<char16_t> made(last_han - first_han + 1);
    std::iota(made.begin(), made.end(), static_cast<char16_t>(first_han));
    for (const auto& [traditional, form] : tables::simplified_forms) made[traditional - first_han] = form;
    return made;
  }();
  return all;
}

char32_t simplified(char32_t c) { return is_han(c) ? simplified_by_character()[c - first_han] : c; }

std::span<const std::pair<char16_t, char16_t>> simplified_forms() { return tables::simplified_forms; }

std::vector<std::string_view> readings(char32_t c) {
  std::vector<std::string_view> out;
  if (!is_han(c)) return out;
  const std::string_view first = tables::syllables[tables::syllable_of[c - tables::first_han]];
  if (!first.empty()) out.push_back(first);
  for (const auto& [character, reading] : more_readings) {
    if (character == c && std::find(out.begin(), out.end(), reading) == out.end()) out.push_back(reading);
  }
  return out;
}

std::span<const char16_t> common_characters() { return tables::common_characters; }

bool is_common(char32_t c) {
  return c <= 0xFFFF && std::binary_search(std::begin(tables::common_characters),
                                           std::end(tables::common_characters), static_cast<char16_t>(c));
}

}  // namespace nianbao::search
