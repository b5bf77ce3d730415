#include "search/suggestions.h"

#include <algorithm>
#include <map>

#include "search/han.h"

namespace nianbao::search {
namespace {

constexpr std::size_t most_suggestions = 3;
constexpr std::size_t most_tried = 6;  // words with another character, to be looked up
constexpr std::size_t most_ways = 8;   // to read a word
constexpr std::size_t longest_word_read = 8;

using Weighed = std::map<std::u32string, std::uint64_t>;

std::vector<std::u32string> heaviest(const Weighed& weighed) {
  std::vector<std::pair<std::u32string, std::uint64_t>> all(weighed.begin(), weighed.end());
  std::stable_sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::u32string> out;
  for (const auto& [text, weight] : all) out.push_back(text);
  out.resize(std::min(out.size(), most_tried));
  return out;
}

/// Names stand somewhere, and so do all their parts.
std::vector<std::u32string> read_the_same(const std::u32string& word, Lookup& lookup) {
  Weighed found;
  if (word.size() > longest_word_read || !std::all_of(word.begin(), word.end(), is_han)) return {};
  std::vector<std::vector<std::string>> readings;
  for (const char32_t c : word) readings.push_back(lookup.store().readings(c));
  for (const Typed& typed : readings_of_word(readings)) {
    for (const ReadName& name : lookup.store().names(typed.letters, {typed.initials})) {
      if (name.text.size() == word.size() && name.whole == word.size()) found[name.text] += name.weight;
    }
  }
  return heaviest(found);
}

constexpr std::size_t seen_around = 3;  // characters that are known to stand together

/// Words with another character than the first, as far as three characters around it are known to stand.
std::vector<std::u32string> nearly_the_same(const std::u32string& word, Lookup& lookup) {
  Weighed found;
  const auto add = [&](std::size_t at, char32_t c, std::size_t hits) {
    std::u32string text = word;
    text[at] = c;
    found[text] += hits;
  };
  const std::size_t last = word.size() - 1;
  for (std::size_t i = 0; i < last; ++i) {
    if (!lookup.can_afford(word.substr(i, 1))) continue;
    lookup.store().see_followers(word[i], [&](Token token, std::size_t hits) {
      const char32_t second = second_of(token), third = third_of(token);
      if (i + 1 == last && word.size() == 2) add(1, second, hits);
      if (i + 2 <= last && third == word[i + 2] && second != word[i + 1]) add(i + 1, second, hits);
      if (i + 2 == last && second == word[i + 1] && third != 0) add(last, third, hits);
    });
  }
  return heaviest(found);
}

}  // namespace

std::vector<Typed> readings_of_word(const std::vector<std::vector<std::string>>& readings) {
  std::vector<Typed> ways{{}};
  for (std::size_t i = 0; i < readings.size(); ++i) {
    std::vector<Typed> longer;
    for (const Typed& way : ways) {
      for (const std::string& reading : readings[i]) {
        if (longer.size() == most_ways) break;
        const Initials initials =
            i > 1 ? way.initials : way.initials * 26 + static_cast<Initials>(reading[0] - 'a');
        longer.push_back({way.letters + reading, initials});
      }
    }
    ways = std::move(longer);
  }
  return ways;
}

std::vector<std::u32string> suggestions_for(const std::u32string& word, Lookup& lookup) {
  std::vector<std::u32string> out;
  if (word.size() < 2 || !std::any_of(word.begin(), word.end(), is_han)) return out;
  // What is known to stand is not looked up: the lists of a frequent word are long.
  const auto take = [&](const std::vector<std::u32string>& candidates, bool are_known) {
    for (const std::u32string& candidate : candidates) {
      if (out.size() == most_suggestions || candidate == word) continue;
      if (std::find(out.begin(), out.end(), candidate) != out.end()) continue;
      if (are_known || lookup.hits(candidate) > 0) out.push_back(candidate);
    }
  };
  take(read_the_same(word, lookup), true);
  if (out.empty() && word.size() <= longest_word_read)
    take(nearly_the_same(word, lookup), word.size() <= seen_around);
  return out;
}

}  // namespace nianbao::search
