#include "search/lookup.h"

#include <algorithm>
#include <span>

namespace nianbao::search {
namespace {

constexpr std::size_t kibibyte = 1024 * 13 / 2;  // of letters, in bits
constexpr std::size_t budget = 16 * kibibyte;
constexpr std::size_t read_together = kibibyte, read_at_most = 4 * kibibyte;
constexpr std::size_t few_pages = 10;

/// What is loaded for a token: the lists of its first two characters.
Token loaded_for(Token token) { return pair_of(token); }

/// How many steps cost so much together; the first is taken at any price.
std::size_t steps_within(std::span<const Step> steps, std::size_t bits) {
  std::size_t end = 1, sum = steps.front().bits;
  while (end < steps.size() && sum + steps[end].bits <= bits) sum += steps[end++].bits;
  return end;
}

/// A token says something about the edges of the word only where it stands there.
void keep_edges(PostingList& titles, const Step& step) {
  const int kept = (step.begins ? begins_title : 0) | (step.ends ? ends_title : 0);
  for (Posting& posting : titles) posting.detail = static_cast<std::uint8_t>(posting.detail & kept);
}

}  // namespace

const Found& Lookup::find(const std::u32string& text) {
  if (const auto known = known_.find(text); known != known_.end()) return known->second.found;
  const WordPlan plan = plan_word(text);
  Word word;
  word.prefix = plan.prefix;
  word.exact = plan.exact;
  word.steps = steps_of(plan);
  read(word, steps_within(word.steps, read_together));
  if (!word.postings || word.found.hits.size() > few_pages)
    read(word, steps_within(word.steps, read_at_most));
  if (!word.postings) read(word, word.steps.size());
  return known_.emplace(text, std::move(word)).first->second.found;
}

bool Lookup::read_more(const std::u32string& text) {
  find(text);
  Word& word = known_.at(text);
  if (word.read == word.steps.size()) return false;
  read(word, word.read + steps_within(std::span(word.steps).subspan(word.read), read_at_most));
  return true;
}

void Lookup::rule_out(const std::u32string& text) {
  find(text);
  known_.at(text).found.hits.clear();
}

std::vector<Step> Lookup::steps_of(const WordPlan& plan) {
  if (plan.tokens.size() == 1) return {{plan.tokens.front()}};
  std::vector<std::size_t> costs;
  for (const Token token : plan.tokens) costs.push_back(store_.bits_of(token));
  std::vector<Step> steps;
  for (const std::size_t i : reading_order(plan, costs))
    steps.push_back({plan.tokens[i], i == 0, i + 1 == plan.tokens.size(), costs[i]});
  return steps;
}

void Lookup::read(Word& word, std::size_t end) {
  for (; word.read < end; ++word.read) {
    const Step& step = word.steps[word.read];
    auto next = word.prefix ? store_.find_prefix(step.token) : store_.find(step.token);
    loaded_.insert(loaded_for(step.token));
    word.complete = word.complete && next.has_value();
    if (!next) continue;
    keep_edges(next->title, step);
    if (word.postings)
      narrow(*word.postings, *next);
    else
      word.postings = std::move(next);
  }
  if (word.postings) word.found.hits = hits_of(*word.postings);
  word.found.certain = word.exact && word.complete;
}

std::size_t Lookup::cost(const std::u32string& text) {
  const std::vector<Step> steps = steps_of(plan_word(text));
  std::map<Token, Token> needed;
  for (std::size_t i = 0; i < steps_within(steps, read_at_most); ++i)
    needed[loaded_for(steps[i].token)] = steps[i].token;
  std::size_t bits = 0;
  for (const auto& [prefix, token] : needed) bits += loaded_.contains(prefix) ? 0 : store_.bits_of(token);
  return bits;
}

bool Lookup::can_afford(const std::u32string& text, bool at_any_price) {
  const std::size_t bits = cost(text);
  if (!at_any_price && spent_ + bits > budget) return false;
  spent_ += bits;
  return true;
}

}  // namespace nianbao::search
