#include "search/symbol_training.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <unordered_map>

#include "search/number_map.h"

namespace nianbao::search {
namespace {

constexpr std::size_t rounds = 16;
constexpr std::size_t most_characters = 3000;
constexpr std::size_t most_strings = 1600;
constexpr std::size_t longest_string = 24;
constexpr std::uint32_t fewest_pairs = 3;  // in the sample, to be worth a look
constexpr double fewest_uses = 6;  // a string costs about two letters in the table and saves one or two a use
constexpr std::uint32_t no_symbol = 0xFFFFFFFF;

using Symbols = std::vector<std::u32string>;

/// Every character of the sample that is worth a code, the most frequent ones if there are too many, and all
/// of `known`; sorted.
Symbols characters_of(std::span<const std::u32string> sample, double scale, std::u32string_view known) {
  std::vector<std::uint32_t> counts(0x110000);
  for (const char32_t c : known) counts[c] = std::numeric_limits<std::uint32_t>::max() / 2;
  for (const std::u32string& text : sample) {
    for (const char32_t c : text) ++counts[c];
  }
  std::vector<char32_t> found;
  for (char32_t c = 0; c < counts.size(); ++c) {
    if (counts[c] * scale >= 2) found.push_back(c);
  }
  std::stable_sort(found.begin(), found.end(), [&](char32_t a, char32_t b) { return counts[a] > counts[b]; });
  found.resize(std::min(found.size(), most_characters));
  std::sort(found.begin(), found.end());
  Symbols characters;
  for (const char32_t c : found) characters.emplace_back(1, c);
  return characters;
}

/// The sample in symbols, in which frequent neighbours become one symbol, round by round (byte pair encoding;
/// Gage 1994). So every string is made of two others.
class PairTraining {
 public:
  PairTraining(std::span<const std::u32string> sample, Symbols characters) : symbols_(std::move(characters)) {
    std::vector<std::uint32_t> numbers(0x110000, no_symbol);
    for (std::uint32_t i = 0; i < symbols_.size(); ++i) numbers[symbols_[i][0]] = i;
    for (const std::u32string& text : sample) {
      for (const char32_t c : text) sequence_.push_back(numbers[c]);
      sequence_.push_back(no_symbol);
    }
    parts_.resize(symbols_.size(), {no_symbol, no_symbol});
  }

  /// Makes up to so many new symbols; says how many it made.
  std::size_t make(std::size_t count, std::uint32_t fewest) {
    const std::vector<Pair> pairs = frequent_pairs(fewest);
    std::vector<std::uint8_t> roles(symbols_.size());
    NumberMap merged;
    std::size_t made = 0;
    for (const Pair& pair : pairs) {
      if (made == count) break;
      // One symbol cannot be taken by the neighbours on both sides: what it is in the more frequent pair, it
      // stays for this round.
      if (roles[pair.left] == is_right || roles[pair.right] == is_left) continue;
      roles[pair.left] = is_left;
      if (pair.left != pair.right) roles[pair.right] = is_right;
      const auto next = static_cast<std::uint32_t>(symbols_.size());
      const auto [known, is_new] = strings_.emplace(symbols_[pair.left] + symbols_[pair.right], next);
      merged.insert(key_of(pair.left, pair.right), known->second);
      if (!is_new) continue;
      symbols_.push_back(known->first);
      parts_.emplace_back(pair.left, pair.right);
      ++made;
    }
    merge(merged);
    return made;
  }

  /// Characters and strings that are used so often, and those that these are made of.
  Symbols without_rare(std::span<const std::uint32_t> uses, double fewest) const {
    std::vector<bool> kept(symbols_.size());
    for (std::size_t i = symbols_.size(); i > 0; --i) {
      const auto& [left, right] = parts_[i - 1];
      if (uses[i - 1] >= fewest || left == no_symbol) kept[i - 1] = true;
      if (kept[i - 1] && left != no_symbol) kept[left] = kept[right] = true;
    }
    Symbols out;
    for (std::size_t i = 0; i < symbols_.size(); ++i) {
      if (kept[i]) out.push_back(symbols_[i]);
    }
    return out;
  }

  const Symbols& symbols() const { return symbols_; }

 private:
  struct Pair {
    std::uint32_t left = 0, right = 0, count = 0;
  };
  enum Role : std::uint8_t { is_left = 1, is_right = 2 };

  static std::uint64_t key_of(std::uint32_t left, std::uint32_t right) {
    return (std::uint64_t{left + 1} << 32) | right;
  }

  /// The most frequent first.
  std::vector<Pair> frequent_pairs(std::uint32_t fewest) const {
    NumberMap counts;
    std::vector<Pair> pairs;
    for (std::size_t i = 1; i < sequence_.size(); ++i) {
      const std::uint32_t left = sequence_[i - 1], right = sequence_[i];
      if (left == no_symbol || right == no_symbol ||
          symbols_[left].size() + symbols_[right].size() > longest_string)
        continue;
      if (++counts.insert(key_of(left, right), 0) == fewest) pairs.push_back({left, right, 0});
    }
    for (Pair& pair : pairs) pair.count = *counts.find(key_of(pair.left, pair.right));
    std::sort(pairs.begin(), pairs.end(), [](const Pair& a, const Pair& b) {
      if (a.count != b.count) return a.count > b.count;
      return a.left != b.left ? a.left < b.left : a.right < b.right;
    });
    return pairs;
  }

  void merge(const NumberMap& merged) {
    std::size_t end = 0;
    for (std::size_t i = 0; i < sequence_.size(); ++i) {
      std::uint32_t symbol = sequence_[i];
      if (symbol != no_symbol && i + 1 < sequence_.size() && sequence_[i + 1] != no_symbol) {
        if (const std::uint32_t* together = merged.find(key_of(symbol, sequence_[i + 1]))) {
          symbol = *together;
          ++i;
        }
      }
      sequence_[end++] = symbol;
    }
    sequence_.resize(end);
  }

  Symbols symbols_;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> parts_;  ///< of each symbol; none of a character
  std::unordered_map<std::u32string, std::uint32_t> strings_;
  std::vector<std::uint32_t> sequence_;
};

/// How often each symbol is used where the longest one is taken at each place.
std::vector<std::uint32_t> count_uses(std::span<const std::u32string> sample, const Symbols& symbols) {
  const SymbolTree tree(symbols);
  std::vector<std::uint32_t> uses(symbols.size());
  for (std::u32string_view text : sample) {
    while (!text.empty()) {
      const SymbolTree::Match match = tree.longest(text);
      if (match.length > 0) ++uses[match.symbol];
      text.remove_prefix(std::max<std::size_t>(match.length, 1));
    }
  }
  return uses;
}

std::vector<std::uint32_t> most_used(const std::vector<std::uint32_t>& uses, std::size_t count) {
  std::vector<std::uint32_t> order(uses.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return uses[a] > uses[b]; });
  order.resize(std::min(order.size(), count));
  return order;
}

}  // namespace

SymbolTable train_symbols(std::span<const std::u32string> sample, double scale, std::u32string_view known) {
  const Symbols characters = characters_of(sample, scale, known);
  PairTraining training(sample, characters);
  std::size_t strings = 0;
  for (std::size_t round = 1; round <= rounds; ++round)
    strings += training.make(most_strings * round / rounds - strings, fewest_pairs);
  Symbols symbols = training.without_rare(count_uses(sample, training.symbols()), fewest_uses / scale);
  const auto first_string = symbols.begin() + static_cast<std::ptrdiff_t>(characters.size());
  symbols = in_levels(characters, {first_string, symbols.end()});
  return SymbolTable(symbols,
                     most_used(count_uses(sample, symbols), SymbolTable::short_codes_for(symbols.size())));
}

}  // namespace nianbao::search
