#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "search/ranking.h"
#include "search/store.h"
#include "search/token.h"

namespace nianbao::search {

/// Where a string stands by the index alone.
struct Found {
  std::vector<WordHit> hits;
  bool certain = false;  ///< otherwise the pages may or may not have it: their texts decide
};

/// Looks strings up for one question, each once. What is looked for besides the words that were typed has a
/// budget of letters to load, so that a question of many frequent words stays cheap; it is counted from the
/// heads of the shards, and so the same for every reader.
class Lookup {
 public:
  explicit Lookup(Store& store) : store_(store) {}
  /// A token whose file cannot be had is left out: the others still narrow the pages, and the text decides.
  const Found& find(const std::u32string& text);
  std::size_t hits(const std::u32string& text) { return find(text).hits.size(); }

  /// Bits of the lists that `find` would have to load.
  std::size_t cost(const std::u32string& text);
  /// Whether the budget allows to look a string up; it is spent then.
  bool can_afford(const std::u32string& text);

  Store& store() { return store_; }

 private:
  Store& store_;
  std::map<std::u32string, Found> known_;
  std::set<Token> loaded_;  ///< prefixes
  std::size_t spent_ = 0;
};

}  // namespace nianbao::search
