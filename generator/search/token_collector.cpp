#include "search/token_collector.h"

#include <algorithm>
#include <bit>
#include <numeric>

#include "search/bits.h"
#include "search/fold.h"
#include "search/heading_label.h"
#include "search/posting_list.h"

namespace nianbao::search {

/// Characters by their rank among those of a batch, from 1; 0 is no character. Tokens of ranks sort like
/// tokens of characters, and have half as many bits.
class CharacterRanks {
 public:
  void see(std::u32string_view text) {
    for (const char32_t c : text) {
      if (c < near_.size())
        near_[c] = 1, blocks_[c / block_size] = true;
      else
        far_.push_back(c);
    }
  }

  void close() {
    std::sort(far_.begin(), far_.end());
    far_.erase(std::unique(far_.begin(), far_.end()), far_.end());
    for (std::uint32_t block = 0; block < blocks_.size(); ++block) {
      for (std::uint32_t i = 0; blocks_[block] && i < block_size; ++i) {
        const char32_t c = block * block_size + i;
        if (near_[c] == 0) continue;
        near_[c] = static_cast<std::uint16_t>(characters_.size());
        characters_.push_back(c);
      }
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
  /// Surrogates stand in no text: that leaves fewer ranks than 16 bits have.
  std::vector<std::uint16_t> near_ = std::vector<std::uint16_t>(0x10000);
  static constexpr std::uint32_t block_size = 256;
  std::array<bool, 0x10000 / block_size> blocks_{};  ///< which have characters at all
  std::vector<char32_t> far_, characters_{0};
  std::uint32_t first_far_ = 0;
};

namespace {

constexpr int edge_bits = 2, field_bits = 2;

/// Places where tokens begin, each one number: the ranks of the token, the field, and then the place itself,
/// a page and its edges. So those of one list are neighbours once they are sorted.
class PackedUses {
 public:
  /// Of at most `most` uses; `rank_bits` have the ranks of a token, `place_bits` a page and its edges.
  PackedUses(std::size_t most, int rank_bits, int place_bits)
      : rank_bits_(rank_bits), place_bits_(place_bits), uses_(std::make_unique_for_overwrite<Use[]>(most)) {}

  static bool can_hold(int rank_bits, int place_bits) { return rank_bits + field_bits + place_bits <= 64; }

  void add(std::uint64_t ranks, Field field, std::uint32_t place) {
    uses_[size_++] = (ranks << field_bits | field) << place_bits_ | place;
  }

  /// By ranks, those of one token in the order in which they came; digit by digit, from the lowest on.
  void sort() {
    if (size_ == 0) return;
    constexpr int most_digit_bits = 11;
    const int passes = (rank_bits_ + most_digit_bits - 1) / most_digit_bits;
    const int digit_bits = (rank_bits_ + passes - 1) / passes;
    const std::uint64_t digits = std::uint64_t{1} << digit_bits;
    const auto digit_of = [&](Use use, int pass) {
      return use >> (place_bits_ + field_bits + pass * digit_bits) & (digits - 1);
    };
    std::vector<std::uint32_t> counts(static_cast<std::size_t>(passes) * digits);
    for (const Use use : uses()) {
      for (int pass = 0; pass < passes; ++pass)
        ++counts[static_cast<std::size_t>(pass) * digits + digit_of(use, pass)];
    }
    auto sorted = std::make_unique_for_overwrite<Use[]>(size_);
    for (int pass = 0; pass < passes; ++pass) {
      const auto begins = std::span(counts).subspan(static_cast<std::size_t>(pass) * digits, digits);
      std::exclusive_scan(begins.begin(), begins.end(), begins.begin(), 0u);
      for (const Use use : uses()) sorted[begins[digit_of(use, pass)]++] = use;
      uses_.swap(sorted);
    }
  }

  std::size_t size() const { return size_; }
  /// Ranks and field.
  std::uint64_t list(std::size_t i) const { return uses_[i] >> place_bits_; }
  std::uint32_t place(std::size_t i) const {
    return static_cast<std::uint32_t>(uses_[i] & ((std::uint64_t{1} << place_bits_) - 1));
  }

 private:
  using Use = std::uint64_t;
  std::span<const Use> uses() const { return {uses_.get(), size_}; }

  int rank_bits_, place_bits_;
  std::size_t size_ = 0;
  std::unique_ptr<Use[]> uses_;
};

/// The same for more different characters than any language has. Unicode has assigned fewer than 2^20, so
/// that three ranks and a field have 62 bits.
class WideUses {
 public:
  void add(std::uint64_t ranks, Field field, std::uint32_t place) {
    uses_.emplace_back(ranks << field_bits | field, place);
  }
  void sort() {
    std::stable_sort(uses_.begin(), uses_.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
  }
  std::size_t size() const { return uses_.size(); }
  std::uint64_t list(std::size_t i) const { return uses_[i].first; }
  std::uint32_t place(std::size_t i) const { return uses_[i].second; }

 private:
  std::vector<std::pair<std::uint64_t, std::uint32_t>> uses_;
};

/// The tokens of one line of a page, which begins behind its label.
template <typename Uses>
void see_line(std::u32string_view line, Field field, std::uint32_t page, const CharacterRanks& ranks,
              Uses& uses) {
  const std::size_t label = field == title_field ? heading_label(line) : 0;
  const int bits = ranks.bits();
  const std::uint64_t whole = (std::uint64_t{1} << 3 * bits) - 1;
  std::uint64_t token = 0;
  for (std::size_t i = 0; i < line.size() + 2; ++i) {
    token = (token << bits | (i < line.size() ? ranks.of(line[i]) : 0)) & whole;
    if (i < 2) continue;
    const auto edges = static_cast<std::uint32_t>((i == label + 2 ? begins_title : inside_title) |
                                                  (i + 1 >= line.size() ? ends_title : inside_title));
    uses.add(token, field, page << edge_bits | edges);
  }
}

/// A use of a token, as one that is the first on its page: page << detail_bits | detail.
std::uint32_t first_use(std::uint32_t place, Field field) {
  const std::uint32_t edges = place & ((1u << edge_bits) - 1);
  return place >> edge_bits << detail_bits |
         (field == title_field ? edges : static_cast<std::uint32_t>(field == text_field));
}

/// Two uses of a token on one page.
std::uint32_t joined(std::uint32_t use, std::uint32_t next, Field field) {
  const std::uint32_t counted = use + static_cast<std::uint32_t>((use & largest_detail) < largest_detail);
  return field == text_field ? counted : use | next;
}

}  // namespace

/// Sees the texts of all fields, the one behind the other.
template <typename Uses>
CollectedTokens TokenCollector::tokens(const CharacterRanks& ranks, Uses uses) const {
  for (std::uint32_t number = 0; number < token_fields; ++number) {
    const auto field = static_cast<Field>(number);
    const std::u32string_view texts = fields_[field].characters;
    std::size_t begin = 0;
    for (const auto& [page, end] : fields_[field].pages) {
      while (begin < end) {
        const std::size_t line_end = texts.find(U'\n', begin);
        if (line_end > begin) see_line(texts.substr(begin, line_end - begin), field, page, ranks, uses);
        begin = line_end + 1;
      }
    }
  }
  uses.sort();
  CollectedTokens out(uses.size());
  // Where a list or a page ends cannot be foretold: so nothing branches there. What is no new list is written
  // over by the next one.
  std::size_t lists = 0, end = 0;
  std::uint64_t last_list = ~std::uint64_t{0};
  std::uint32_t last_use = 0;
  for (std::size_t i = 0; i < uses.size(); ++i) {
    const std::uint64_t list = uses.list(i);
    const auto field = static_cast<Field>(list & ((1u << field_bits) - 1));
    const std::uint32_t use = first_use(uses.place(i), field);
    const bool is_new_list = list != last_list;
    const bool is_new_page = is_new_list || (last_use ^ use) >> detail_bits != 0;
    last_list = list;
    last_use = is_new_page ? use : joined(last_use, use, field);
    out.lists_[lists] = {list >> field_bits, field, static_cast<std::uint32_t>(end)};
    lists += is_new_list ? 1 : 0;
    end += is_new_page ? 1 : 0;
    out.uses_[end - 1] = last_use;
  }
  for (std::size_t i = 0; i < lists; ++i) out.lists_[i].token = ranks.token(out.lists_[i].token);
  out.lists_[lists] = {0, text_field, static_cast<std::uint32_t>(end)};
  out.list_count_ = lists;
  return out;
}

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
  append_folded(text, texts.characters, traditional_);
  texts.characters += U'\n';
  if (texts.pages.empty() || texts.pages.back().first != page) texts.pages.emplace_back(page, 0);
  texts.pages.back().second = texts.characters.size();
}

CollectedTokens TokenCollector::finish() const {
  CharacterRanks ranks;
  std::size_t most = 0;
  std::uint32_t last_page = 0;
  for (const Texts& texts : fields_) {
    ranks.see(texts.characters);
    most += texts.characters.size();
    if (!texts.pages.empty()) last_page = std::max(last_page, texts.pages.back().first);
  }
  ranks.close();
  const int rank_bits = 3 * ranks.bits(), place_bits = std::bit_width(last_page) + edge_bits;
  return PackedUses::can_hold(rank_bits, place_bits) ? tokens(ranks, PackedUses(most, rank_bits, place_bits))
                                                     : tokens(ranks, WideUses());
}

}  // namespace nianbao::search
