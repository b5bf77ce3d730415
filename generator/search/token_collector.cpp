#include "search/token_collector.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "search/bits.h"
#include "search/fold.h"
#include "search/heading_label.h"
#include "search/posting_list.h"

namespace nianbao::search {
namespace {

/// Characters by their rank among those of a batch, from 1; 0 is no character. Tokens of ranks sort like
/// tokens of characters, and have half as many bits.
class Ranks {
 public:
  void see(std::u32string_view text) {
    for (const char32_t c : text) {
      if (c < near_.size())
        near_[c] = 1;
      else
        far_.push_back(c);
    }
  }

  void close() {
    std::sort(far_.begin(), far_.end());
    far_.erase(std::unique(far_.begin(), far_.end()), far_.end());
    for (char32_t c = 0; c < near_.size(); ++c) {
      if (near_[c] == 0) continue;
      near_[c] = static_cast<std::uint32_t>(characters_.size());
      characters_.push_back(c);
    }
    first_far_ = static_cast<std::uint32_t>(characters_.size());
    characters_.insert(characters_.end(), far_.begin(), far_.end());
  }

  int bits() const { return std::bit_width(characters_.size() - 1); }
  Token token(std::uint64_t ranks) const {
    const std::uint64_t last = (std::uint64_t{1} << bits()) - 1;
    return make_token(characters_[ranks >> 2 * bits()], characters_[ranks >> bits() & last],
                      characters_[ranks & last]);
  }
  std::uint32_t of(char32_t c) const {
    if (c < near_.size()) return near_[c];
    return first_far_ +
           static_cast<std::uint32_t>(std::lower_bound(far_.begin(), far_.end(), c) - far_.begin());
  }

 private:
  std::vector<std::uint32_t> near_ = std::vector<std::uint32_t>(0x10000);
  std::vector<char32_t> far_, characters_{0};
  std::uint32_t first_far_ = 0;
};

/// Places where tokens begin.
struct Uses {
  std::vector<std::uint64_t> ranks;           ///< of the characters of each token
  std::vector<std::uint32_t> page_and_edges;  ///< in the same order

  /// By ranks, those of one token in the order in which they came; `bits` have the ranks.
  void sort(int bits) {
    const int number_bits = std::bit_width(ranks.size());
    if (bits + number_bits > 64) return sort_by_comparing();
    for (std::size_t i = 0; i < ranks.size(); ++i) ranks[i] = ranks[i] << number_bits | i;
    sort_digits(number_bits, bits);
    std::vector<std::uint32_t> sorted(ranks.size());
    for (std::size_t i = 0; i < ranks.size(); ++i) {
      sorted[i] = page_and_edges[ranks[i] & ((std::uint64_t{1} << number_bits) - 1)];
      ranks[i] >>= number_bits;
    }
    page_and_edges = std::move(sorted);
  }

 private:
  /// Digit by digit, from the lowest on.
  void sort_digits(int first_bit, int bits) {
    constexpr int digit_bits = 11;
    constexpr std::size_t digits = 1u << digit_bits;
    std::vector<std::uint64_t> sorted(ranks.size());
    for (int shift = first_bit; shift < first_bit + bits; shift += digit_bits) {
      std::array<std::uint32_t, digits + 1> begins{};
      for (const std::uint64_t rank : ranks) ++begins[(rank >> shift & (digits - 1)) + 1];
      for (std::size_t i = 0; i < digits; ++i) begins[i + 1] += begins[i];
      for (const std::uint64_t rank : ranks) sorted[begins[rank >> shift & (digits - 1)]++] = rank;
      ranks.swap(sorted);
    }
  }

  /// For more different characters than any language has.
  void sort_by_comparing() {
    std::vector<std::size_t> order(ranks.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return ranks[a] < ranks[b]; });
    Uses sorted;
    for (const std::size_t i : order) {
      sorted.ranks.push_back(ranks[i]);
      sorted.page_and_edges.push_back(page_and_edges[i]);
    }
    *this = std::move(sorted);
  }
};

/// The tokens of one line of a page, which begins behind its label.
void see_line(std::u32string_view line, std::size_t label, std::uint32_t page, const Ranks& ranks,
              Uses& uses) {
  const int bits = ranks.bits();
  const std::uint64_t whole = (std::uint64_t{1} << 3 * bits) - 1;
  std::uint64_t token = 0;
  for (std::size_t i = 0; i < line.size() + 2; ++i) {
    token = (token << bits | (i < line.size() ? ranks.of(line[i]) : 0)) & whole;
    if (i < 2) continue;
    const auto edges = static_cast<std::uint32_t>((i == label + 2 ? begins_title : inside_title) |
                                                  (i + 1 >= line.size() ? ends_title : inside_title));
    uses.ranks.push_back(token);
    uses.page_and_edges.push_back(page << detail_bits | edges);
  }
}

/// A use of a token, as one that is the first on its page.
std::uint32_t first_use(std::uint32_t use, Field field) {
  if (field == title_field) return use;
  return (use & ~largest_detail) | (field == text_field ? 1u : 0u);
}

/// Two uses of a token on one page.
std::uint32_t joined(std::uint32_t use, std::uint32_t next, Field field) {
  if (field == title_field) return use | next;
  return field == text_field && (use & largest_detail) < largest_detail ? use + 1 : use;
}

/// The list of a token, whose uses begin at `next`; says where those of the one behind it begin.
std::size_t put_list(const Uses& uses, std::size_t next, std::uint64_t token, Field field,
                     std::vector<std::uint32_t>& out) {
  const std::size_t begin = out.size();
  for (; next < uses.ranks.size() && uses.ranks[next] == token; ++next) {
    const std::uint32_t use = uses.page_and_edges[next];
    if (out.size() > begin && (out.back() ^ use) >> detail_bits == 0)
      out.back() = joined(out.back(), use, field);
    else
      out.push_back(first_use(use, field));
  }
  return next;
}

/// Where tokens begin in texts that end in line breaks; `pages`: of each its number, and where its texts end.
Uses uses_in(std::u32string_view texts, std::span<const std::pair<std::uint32_t, std::size_t>> pages,
             Field field, const Ranks& ranks) {
  Uses uses;
  uses.ranks.reserve(texts.size());
  uses.page_and_edges.reserve(texts.size());
  std::size_t begin = 0;
  for (const auto& [page, end] : pages) {
    while (begin < end) {
      const std::size_t line_end = texts.find(U'\n', begin);
      if (line_end > begin) {
        const std::u32string_view line = texts.substr(begin, line_end - begin);
        see_line(line, field == title_field ? heading_label(line) : 0, page, ranks, uses);
      }
      begin = line_end + 1;
    }
  }
  return uses;
}

}  // namespace

void TokenCollector::add(const Page& page, std::uint32_t number) {
  const Entry* previous = nullptr;
  for (const Entry& entry : page.entries) {
    add(title_field, entry.title, number);
    add(text_field, entry.text, number);
    for (std::string Entry::*const field : {&Entry::context, &Entry::organisation, &Entry::year}) {
      if (previous == nullptr || previous->*field != entry.*field) add(context_field, entry.*field, number);
    }
    previous = &entry;
  }
}

void TokenCollector::add(Field field, std::string_view text, std::uint32_t page) {
  Texts& texts = fields_[field];
  append_folded(text, texts.characters);
  texts.characters += U'\n';
  if (texts.pages.empty() || texts.pages.back().first != page) texts.pages.emplace_back(page, 0);
  texts.pages.back().second = texts.characters.size();
}

CollectedTokens TokenCollector::finish() {
  Ranks ranks;
  for (const Texts& texts : fields_) ranks.see(texts.characters);
  ranks.close();
  std::array<Uses, token_fields> uses;
  for (std::size_t field = 0; field < token_fields; ++field) {
    uses[field] = uses_in(fields_[field].characters, fields_[field].pages, static_cast<Field>(field), ranks);
    uses[field].sort(3 * ranks.bits());
  }
  CollectedTokens out;
  std::array<std::size_t, token_fields> next{};
  while (true) {
    constexpr std::uint64_t none = ~std::uint64_t{0};
    std::uint64_t token = none;
    for (std::size_t field = 0; field < token_fields; ++field) {
      if (next[field] < uses[field].ranks.size()) token = std::min(token, uses[field].ranks[next[field]]);
    }
    for (std::uint32_t field = 0; token != none && field < token_fields; ++field) {
      out.begins_.push_back(static_cast<std::uint32_t>(out.uses_.size()));
      next[field] = put_list(uses[field], next[field], token, static_cast<Field>(field), out.uses_);
    }
    if (token == none) break;
    out.tokens_.push_back(ranks.token(token));
  }
  out.begins_.push_back(static_cast<std::uint32_t>(out.uses_.size()));
  return out;
}

}  // namespace nianbao::search
