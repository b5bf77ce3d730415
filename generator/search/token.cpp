#include "search/token.h"

namespace nianbao::search {

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
  constexpr std::size_t whole = 3;
  if (word.size() <= whole) return {{token_at(word, 0)}, word.size() < whole, true};
  WordPlan plan;
  const std::size_t last = word.size() - whole;
  for (std::size_t i = 0; i < last; i += 2) plan.tokens.push_back(token_at(word, i));
  plan.tokens.push_back(token_at(word, last));
  return plan;
}

}  // namespace nianbao::search
