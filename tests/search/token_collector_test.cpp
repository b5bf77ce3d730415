#include "search/token_collector.h"

#include <catch2/catch.hpp>
#include <map>

#include "corpus.h"
#include "search/fold.h"
#include "search/heading_label.h"

using namespace nianbao::search;

namespace {

using Lists = std::map<std::pair<Token, std::size_t>, std::vector<std::uint32_t>>;

/// The places of each token, page by page, as they are met.
Lists lists_of(const std::vector<Page>& pages) {
  Lists lists;
  const auto see = [&](std::uint32_t page, Field field, const std::string& text) {
    std::u32string folded = fold(code_points(text)) + U'\n';
    for (std::size_t begin = 0; begin < folded.size();) {
      const std::u32string line = folded.substr(begin, folded.find(U'\n', begin) - begin);
      for (std::size_t i = 0; i < line.size(); ++i) {
        std::vector<std::uint32_t>& uses = lists[{token_at(line, i), field}];
        if (uses.empty() || uses.back() >> detail_bits != page) uses.push_back(page << detail_bits);
        if (field == title_field)
          uses.back() |= (i == heading_label(line) ? 1u : 0u) | (i + 3 >= line.size() ? 2u : 0u);
        if (field == text_field && (uses.back() & largest_detail) < largest_detail) ++uses.back();
      }
      begin += line.size() + 1;
    }
  };
  for (std::uint32_t page = 0; page < pages.size(); ++page) {
    for (const Entry& entry : pages[page].entries) {
      see(page, title_field, entry.title);
      see(page, text_field, entry.text);
      for (const std::string* text : {&entry.context, &entry.organisation, &entry.year})
        see(page, context_field, *text);
    }
  }
  return lists;
}

Lists collected(const std::vector<Page>& pages) {
  TokenCollector collector;
  for (std::uint32_t page = 0; page < pages.size(); ++page) collector.add(pages[page], page);
  const CollectedTokens tokens = collector.finish();
  Lists lists;
  std::pair<Token, std::size_t> last;
  for (const TokenList& list : tokens.lists()) {
    const std::pair<Token, std::size_t> key(list.token, list.field);
    REQUIRE((lists.empty() || last < key));
    last = key;
    const auto uses = tokens.uses(list);
    lists[key] = {uses.begin(), uses.end()};
  }
  return lists;
}

}  // namespace

TEST_CASE("tokens are collected in order, with all pages on which they stand") {
  CHECK((collected({}) == Lists()));
  std::vector<Entry> entries = make_corpus(3);
  entries.resize(200);
  entries.push_back({});
  entries.back().url = "often.html";
  for (int i = 0; i < 300; ++i) entries.back().text += "焊接\n𠮷野";
  const std::vector<Page> pages = pages_of(entries);
  CHECK((collected(pages) == lists_of(pages)));
}

TEST_CASE("tokens of more characters than any language has are in order too") {
  Entry entry;
  entry.url = "all.html";
  for (char32_t c = 0x3400; c < 0x30000; c += c < 0xD7FF || c > 0xE000 ? 1 : 0x801)
    entry.text += utf8(std::u32string(1, c));
  const std::vector<Page> pages = pages_of({entry});
  CHECK((collected(pages) == lists_of(pages)));
}
