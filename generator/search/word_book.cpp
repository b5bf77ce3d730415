#include "search/word_book.h"

#include <algorithm>

#include "search/bits.h"
#include "search/fold.h"

namespace nianbao::search {
namespace {

constexpr char32_t group_separator = 0x1E, word_separator = 0x1F;

using Words = std::vector<std::u32string>;

Words split_words(std::u32string_view text, char32_t separator) {
  Words parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  std::erase(parts, std::u32string());
  return parts;
}

std::u32string join(const Words& words) {
  std::u32string out;
  for (const std::u32string& word : words)
    out += (out.empty() ? U"" : std::u32string(1, word_separator)) + word;
  return out;
}

Words folded(const Synonyms& words) {
  Words out;
  for (const std::string& word : words) {
    std::u32string one = fold(code_points(word));
    std::erase_if(one, [](char32_t c) { return c < 0x20; });
    if (!one.empty() && std::find(out.begin(), out.end(), one) == out.end()) out.push_back(std::move(one));
  }
  return out;
}

}  // namespace

bool WordBook::is_known(std::u32string_view word) const {
  return std::any_of(synonyms.begin(), synonyms.end(), [&](const Words& group) {
    return std::find(group.begin(), group.end(), word) != group.end();
  });
}

std::vector<std::u32string> WordBook::others(std::u32string_view word) const {
  Words out;
  for (const Words& group : synonyms) {
    if (std::find(group.begin(), group.end(), word) == group.end()) continue;
    for (const std::u32string& other : group) {
      if (other != word && std::find(out.begin(), out.end(), other) == out.end()) out.push_back(other);
    }
  }
  return out;
}

WordBook make_word_book(const std::vector<Synonyms>& more) {
  WordBook book;
  book.asking = folded(
      {"请问",       "有没有",     "是不是", "能不能", "可不可以", "多少",   "怎么样", "怎么",   "怎样",
       "如何",       "哪个",       "哪些",   "哪里",   "哪所",     "哪儿",   "哪几",   "什么",   "几个",
       "几所",       "还是",       "可以",   "以及",   "我想",     "想要",   "你们",   "他们",   "贵校",
       "这个",       "那个",       "一下",   "为什么", "好不好",   "有多少", "有哪些", "有几个", "哪个学校有",
       "哪所学校有", "哪些学校有", "吗",     "呢",     "？",       "。",     "，",     "、",     "！",
       "：",         "；",         "“",      "”",      "《",       "》",     "（",     "）"});
  for (const auto& groups : {field_synonyms(), more}) {
    for (const Synonyms& group : groups) {
      if (Words words = folded(group); words.size() > 1) book.synonyms.push_back(std::move(words));
    }
  }
  return book;
}

std::u32string write_words(const WordBook& book) {
  std::u32string out = join(book.asking);
  for (const Words& group : book.synonyms) out += group_separator + join(group);
  return out;
}

WordBook read_words(std::u32string_view text) {
  WordBook book;
  const Words groups = split_words(text, group_separator);
  if (groups.empty()) throw FormatError("a list of words that is cut off");
  book.asking = split_words(groups[0], word_separator);
  for (std::size_t i = 1; i < groups.size(); ++i)
    book.synonyms.push_back(split_words(groups[i], word_separator));
  return book;
}

}  // namespace nianbao::search
