#include "search/token_collector.h"

#include <algorithm>
#include <bit>

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

/// Places where tokens begin: the ranks of the characters of each token, and the page and edges of each
/// place.
class Uses {
 public:
  /// Of at most `most` uses; `rank_bits` have the ranks of a token, `use_bits` a page and its edges.
  Uses(std::size_t most, int rank_bits, int use_bits) : use_bits_(use_bits), rank_bits_(rank_bits) {
    if (is_packed()) {
      packed_.reserve(most);
    } else {
      wide_.reserve(most);
    }
  }

  void add(std::uint64_t ranks, std::uint32_t use) {
    if (is_packed())
      packed_.push_back(ranks << use_bits_ | use);
    else
      wide_.emplace_back(ranks, use);
  }

  /// By ranks, those of one token in the order in which they came.
  void sort() {
    if (is_packed())
      sort_digits();
    else
      std::stable_sort(wide_.begin(), wide_.end(),
                       [](const auto& a, const auto& b) { return a.first < b.first; });
  }

  std::size_t size() const { return is_packed() ? packed_.size() : wide_.size(); }
  std::uint64_t ranks(std::size_t i) const { return is_packed() ? packed_[i] >> use_bits_ : wide_[i].first; }
  std::uint32_t use(std::size_t i) const {
    if (!is_packed()) return wide_[i].second;
    return static_cast<std::uint32_t>(packed_[i] & ((std::uint64_t{1} << use_bits_) - 1));
  }

 private:
  /// Both in one number, but for more different characters than any language has.
  bool is_packed() const { return rank_bits_ + use_bits_ <= 64; }

  /// Digit by digit, from the lowest on.
  void sort_digits() {
    if (packed_.empty()) return;
    constexpr int most_digit_bits = 11;
    const int passes = (rank_bits_ + most_digit_bits - 1) / most_digit_bits;
    const int digit_bits = (rank_bits_ + passes - 1) / passes;
    const std::uint64_t last_digit = (std::uint64_t{1} << digit_bits) - 1;
    std::vector<std::uint64_t> sorted(packed_.size());
    for (int shift = use_bits_; shift < use_bits_ + rank_bits_; shift += digit_bits) {
      std::array<std::uint32_t, (1u << most_digit_bits) + 1> begins{};
      for (const std::uint64_t use : packed_) ++begins[(use >> shift & last_digit) + 1];
      for (std::size_t i = 0; i < last_digit; ++i) begins[i + 1] += begins[i];
      for (const std::uint64_t use : packed_) sorted[begins[use >> shift & last_digit]++] = use;
      packed_.swap(sorted);
    }
  }

  int use_bits_, rank_bits_;
  std::vector<std::uint64_t> packed_;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> wide_;
};

constexpr int edge_bits = 2;

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
    uses.add(token, page << edge_bits | edges);
  }
}

/// A use of a token, as one that is the first on its page: page << detail_bits | detail.
std::uint32_t first_use(std::uint32_t use, Field field) {
  const std::uint32_t page = use >> edge_bits << detail_bits;
  if (field == title_field) return page | (use & ((1u << edge_bits) - 1));
  return page | (field == text_field ? 1u : 0u);
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
  for (; next < uses.size() && uses.ranks(next) == token; ++next) {
    const std::uint32_t use = first_use(uses.use(next), field);
    if (out.size() > begin && (out.back() ^ use) >> detail_bits == 0)
      out.back() = joined(out.back(), use, field);
    else
      out.push_back(use);
  }
  return next;
}

/// Where tokens begin in texts that end in line breaks; `pages`: of each its number, and where its texts end.
Uses uses_in(std::u32string_view texts, std::span<const std::pair<std::uint32_t, std::size_t>> pages,
             Field field, const Ranks& ranks) {
  const std::uint32_t last_page = pages.empty() ? 0 : pages.back().first;
  Uses uses(texts.size(), 3 * ranks.bits(), std::bit_width(last_page) + edge_bits);
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
  std::vector<Uses> uses;
  for (const Field field : {text_field, context_field, title_field}) {
    uses.push_back(uses_in(fields_[field].characters, fields_[field].pages, field, ranks));
    uses.back().sort();
  }
  CollectedTokens out;
  std::array<std::size_t, token_fields> next{};
  while (true) {
    constexpr std::uint64_t none = ~std::uint64_t{0};
    std::uint64_t token = none;
    for (std::size_t field = 0; field < token_fields; ++field) {
      if (next[field] < uses[field].size()) token = std::min(token, uses[field].ranks(next[field]));
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
