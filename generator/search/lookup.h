#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "search/ranking.h"
#include "search/store.h"
#include "search/token.h"

namespace nianbao::search {

/// A token of a word, to be looked up.
struct Step {
  Token token = 0;
  bool begins = true, ends = true;  ///< the word begins or ends with it
  std::size_t bits = 0;             ///< of the lists that are loaded for it
};

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
  /// Reads the lists that cost least, and further ones as long as many pages are left and the lists are
  /// small: the texts of the pages decide anyway. So it does where a token's file cannot be had.
  const Found& find(const std::u32string& text);
  /// Reads the next of the lists that `find` left out, or some small ones; false when there is none.
  bool read_more(const std::u32string& text);
  /// The texts have shown that the string stands nowhere.
  void rule_out(const std::u32string& text);
  std::size_t hits(const std::u32string& text) { return find(text).hits.size(); }

  /// Bits of the lists that `find` would have to load at the most.
  std::size_t cost(const std::u32string& text);
  /// Whether the budget allows to look a string up; it is spent then. `at_any_price`: it is, and need not
  /// last.
  bool can_afford(const std::u32string& text, bool at_any_price = false);

  Store& store() { return store_; }

 private:
  struct Word {
    bool prefix = false, exact = false, complete = true;
    std::vector<Step> steps;
    std::size_t read = 0;  ///< how many of them
    std::optional<TokenPostings> postings;
    Found found;
  };

  std::vector<Step> steps_of(const WordPlan& plan);
  void read(Word& word, std::size_t end);

  Store& store_;
  std::map<std::u32string, Word> known_;
  std::set<Token> loaded_;  ///< prefixes
  std::size_t spent_ = 0;
};

}  // namespace nianbao::search
