#include "search/token.h"

#include <algorithm>
#include <numeric>

namespace nianbao::search {
namespace {

constexpr std::ptrdiff_t whole = 3;  // characters of a token

}  // namespace

Token token_at(std::u32string_view line, std::size_t at) {
  const auto next = [&](std::size_t i) { return i < line.size() ? line[i] : 0; };
  return make_token(line[at], next(at + 1), next(at + 2));
}

Token end_of_prefix(Token token) {
  if (third_of(token) != 0) return token + 1;
  if (second_of(token) != 0) return make_token(first_of(token), second_of(token) + 1);
  return make_token(first_of(token) + 1);
}

WordPlan plan_word(std::u32string_view word) {
  constexpr std::size_t most_for_all = 8;
  if (word.size() <= whole) return {{token_at(word, 0)}, {0}, word.size() < whole, true};
  WordPlan plan;
  const std::size_t last = word.size() - whole;
  const auto add = [&](std::size_t place) {
    plan.tokens.push_back(token_at(word, place));
    plan.places.push_back(place);
  };
  for (std::size_t i = 0; i < last; i += word.size() <= most_for_all ? 1 : 2) add(i);
  add(last);
  return plan;
}

std::vector<std::size_t> reading_order(const WordPlan& plan, const std::vector<std::size_t>& costs) {
  std::vector<std::size_t> numbers(plan.tokens.size()), order;
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  std::stable_sort(numbers.begin(), numbers.end(),
                   [&](std::size_t a, std::size_t b) { return costs[a] < costs[b]; });
  std::vector<bool> covered(plan.places.back() + whole);
  for (const std::size_t number : numbers) {
    const auto first = covered.begin() + static_cast<std::ptrdiff_t>(plan.places[number]);
    if (std::all_of(first, first + whole, [](bool is) { return is; })) continue;
    std::fill(first, first + whole, true);
    order.push_back(number);
  }
  return order;
}

}  // namespace nianbao::search
