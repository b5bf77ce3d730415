#include "search/lookup.h"

namespace nianbao::search {
namespace {

constexpr std::size_t budget = 16 * 1024 * 13 / 2;  // bits: 16 KiB of letters

/// What is loaded for a token: the lists of its first two characters.
Token loaded_for(Token token) { return pair_of(token); }

}  // namespace

const Found& Lookup::find(const std::u32string& text) {
  if (const auto known = known_.find(text); known != known_.end()) return known->second;
  const WordPlan plan = plan_word(text);
  std::optional<TokenPostings> found;
  bool complete = true;
  for (const Token token : plan.tokens) {
    auto next = plan.prefix ? store_.find_prefix(token) : store_.find(token);
    loaded_.insert(loaded_for(token));
    complete = complete && next.has_value();
    if (next && found) narrow(*found, *next);
    if (next && !found) found = std::move(next);
  }
  Found result{found ? hits_of(*found) : std::vector<WordHit>{}, plan.exact && complete};
  return known_.emplace(text, std::move(result)).first->second;
}

std::size_t Lookup::cost(const std::u32string& text) {
  std::set<Token> needed;
  for (const Token token : plan_word(text).tokens) needed.insert(loaded_for(token));
  std::size_t bits = 0;
  for (const Token prefix : needed) bits += loaded_.contains(prefix) ? 0 : store_.bits_of(prefix);
  return bits;
}

bool Lookup::can_afford(const std::u32string& text) {
  const std::size_t bits = cost(text);
  if (spent_ + bits > budget) return false;
  spent_ += bits;
  return true;
}

}  // namespace nianbao::search
