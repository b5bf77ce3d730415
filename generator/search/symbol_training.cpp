#include "search/symbol_training.h"

#include <algorithm>
#include <numeric>

namespace nianbao::search {
namespace {

constexpr int rounds = 6;  // strings can double in each
constexpr std::size_t most_characters = 3000;
constexpr std::size_t most_strings = 1600;
constexpr std::size_t longest_string = 12;
constexpr std::uint32_t fewest_pairs = 3;  // in the sample, to be worth a look
constexpr double fewest_uses =
    6;  // a string costs about four letters in the table and saves one or two a use

struct Proposal {
  std::u32string text;
  std::uint64_t saving = 0;
};

/// How often each symbol is used, and each pair of neighbours.
struct Usage {
  std::vector<std::uint32_t> symbols;
  NumberMap pairs;
  std::vector<std::uint64_t> pair_keys;  ///< in order of appearance
};

using Symbols = std::vector<std::u32string>;

std::uint64_t pair_key(std::uint32_t left, std::uint32_t right) {
  return (std::uint64_t{left + 1} << 32) | right;
}

Usage count_usage(std::span<const std::u32string> sample, const Symbols& symbols) {
  SymbolTree tree;
  for (std::uint32_t i = 0; i < symbols.size(); ++i) tree.add(symbols[i], i);
  Usage usage;
  usage.symbols.resize(symbols.size());
  for (std::u32string_view text : sample) {
    SymbolTree::Match before;
    while (!text.empty()) {
      const SymbolTree::Match match = tree.longest(text);
      if (match.length > 0) ++usage.symbols[match.symbol];
      if (match.length > 0 && before.length > 0 && match.length + before.length <= longest_string) {
        const std::uint64_t key = pair_key(before.symbol, match.symbol);
        if (++usage.pairs.insert(key, 0) == fewest_pairs) usage.pair_keys.push_back(key);
      }
      text.remove_prefix(std::max<std::size_t>(match.length, 1));
      before = match;
    }
  }
  return usage;
}

/// Every character of the sample that is worth a code, the most frequent ones if there are too many; sorted.
Symbols characters_of(std::span<const std::u32string> sample, double scale) {
  std::vector<std::uint32_t> counts(0x110000);
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

std::vector<Proposal> proposals(const Usage& usage, const Symbols& symbols, std::size_t characters) {
  std::vector<Proposal> out;
  for (std::size_t i = characters; i < symbols.size(); ++i) {
    out.push_back({symbols[i], std::uint64_t{usage.symbols[i]} * (symbols[i].size() - 1)});
  }
  for (const std::uint64_t key : usage.pair_keys) {
    std::u32string text = symbols[(key >> 32) - 1] + symbols[key & 0xFFFFFFFF];
    const std::uint64_t saving = std::uint64_t{*usage.pairs.find(key)} * (text.size() - 1);
    out.push_back({std::move(text), saving});
  }
  return out;
}

/// The same string may come from several pairs: their savings add up.
void merge_equal(std::vector<Proposal>& list) {
  std::sort(list.begin(), list.end(), [](const Proposal& a, const Proposal& b) { return a.text < b.text; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    if (kept > 0 && list[kept - 1].text == list[i].text) {
      list[kept - 1].saving += list[i].saving;
    } else {
      if (kept != i) list[kept] = std::move(list[i]);
      ++kept;
    }
  }
  list.resize(kept);
}

Symbols next_symbols(const Usage& usage, Symbols symbols, std::size_t characters) {
  std::vector<Proposal> list = proposals(usage, symbols, characters);
  merge_equal(list);
  std::stable_sort(list.begin(), list.end(),
                   [](const Proposal& a, const Proposal& b) { return a.saving > b.saving; });
  symbols.resize(characters);
  for (std::size_t i = 0; i < std::min(list.size(), most_strings); ++i)
    symbols.push_back(std::move(list[i].text));
  return symbols;
}

/// Short strings first, so that long ones can be made of them.
void sort_strings(Symbols& symbols, std::size_t characters) {
  const auto begin = symbols.begin() + static_cast<std::ptrdiff_t>(characters);
  std::sort(begin, symbols.end(), [](const std::u32string& a, const std::u32string& b) {
    return a.size() != b.size() ? a.size() < b.size() : a < b;
  });
}

Symbols without_rare(const Usage& usage, const Symbols& symbols, std::size_t characters, double scale) {
  Symbols kept;
  for (std::size_t i = 0; i < symbols.size(); ++i) {
    if (i < characters || usage.symbols[i] * scale >= fewest_uses) kept.push_back(symbols[i]);
  }
  return kept;
}

std::vector<std::uint32_t> most_used(const Usage& usage, std::size_t count) {
  std::vector<std::uint32_t> order(usage.symbols.size());
  std::iota(order.begin(), order.end(), 0u);
  std::stable_sort(order.begin(), order.end(),
                   [&](std::uint32_t a, std::uint32_t b) { return usage.symbols[a] > usage.symbols[b]; });
  order.resize(std::min(order.size(), count));
  return order;
}

}  // namespace

SymbolTable train_symbols(std::span<const std::u32string> sample, double scale) {
  Symbols symbols = characters_of(sample, scale);
  const std::size_t characters = symbols.size();
  for (int round = 0; round < rounds; ++round) {
    const Usage usage = count_usage(sample, symbols);
    symbols = next_symbols(usage, std::move(symbols), characters);
  }
  symbols = without_rare(count_usage(sample, symbols), symbols, characters, scale);
  sort_strings(symbols, characters);
  const Usage usage = count_usage(sample, symbols);
  return SymbolTable(symbols, most_used(usage, SymbolTable::short_codes_for(symbols.size())));
}

}  // namespace nianbao::search
