#include "search/token_collector.h"

#include <algorithm>
#include <bit>

#include "search/bits.h"
#include "search/fold.h"
#include "search/heading_label.h"
#include "search/posting_list.h"

namespace nianbao::search {

/// Characters by their rank among those of a batch, from 1; 0 is no character, and so is a line break. Tokens
/// of ranks sort like tokens of characters, and have half as many bits.
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
    near_[U'\n'] = 0;
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

constexpr int field_bits = 2;

/// Places where tokens begin, each one number: the ranks of the token, the field, and then the place itself,
/// a page and a detail. So those of one list are neighbours once they are sorted.
class PackedUses {
 public:
  /// Of at most `most` uses; `rank_bits` have the ranks of a token, `place_bits` a place.
  PackedUses(std::size_t most, int rank_bits, int place_bits)
      : rank_bits_(rank_bits),
        place_bits_(place_bits),
        first_(most),
        end_(most),
        uses_(std::make_unique_for_overwrite<Use[]>(most)) {}

  static bool can_hold(int rank_bits, int place_bits) { return rank_bits + field_bits + place_bits <= 64; }

  /// In front of those that came before.
  void add(std::uint64_t ranks, Field field, std::uint32_t place) {
    uses_[--first_] = ranks << (field_bits + place_bits_) | (Use{field} << place_bits_ | place);
  }

  /// By ranks, those of one token in the order in which they lie; digit by digit, from the lowest on.
  void sort() {
    if (size() == 0) return;
    constexpr int most_digit_bits = 11;
    const int passes = (rank_bits_ + most_digit_bits - 1) / most_digit_bits;
    const int digit_bits = (rank_bits_ + passes - 1) / passes;
    const std::uint64_t last_digit = (std::uint64_t{1} << digit_bits) - 1;
    const int first_bit = place_bits_ + field_bits;
    auto sorted = std::make_unique_for_overwrite<Use[]>(end_);
    for (int shift = first_bit; shift < first_bit + rank_bits_; shift += digit_bits) {
      const std::span<const Use> uses(&uses_[first_], size());
      std::array<std::uint32_t, (1u << most_digit_bits) + 1> begins{};
      for (const Use use : uses) ++begins[(use >> shift & last_digit) + 1];
      for (std::size_t i = 0; i < last_digit; ++i) begins[i + 1] += begins[i];
      Use* const to = &sorted[first_];
      for (const Use use : uses) to[begins[use >> shift & last_digit]++] = use;
      uses_.swap(sorted);
    }
  }

  std::size_t size() const { return end_ - first_; }
  /// Ranks and field.
  std::uint64_t list(std::size_t i) const { return uses_[first_ + i] >> place_bits_; }
  std::uint32_t place(std::size_t i) const {
    return static_cast<std::uint32_t>(uses_[first_ + i] & ((std::uint64_t{1} << place_bits_) - 1));
  }

 private:
  using Use = std::uint64_t;

  int rank_bits_, place_bits_;
  std::size_t first_, end_;
  std::unique_ptr<Use[]> uses_;
};

/// The same for more different characters than any language has. Unicode has assigned fewer than 2^20, so
/// that three ranks and a field have 62 bits.
class WideUses {
 public:
  void add(std::uint64_t ranks, Field field, std::uint32_t place) {
    uses_.emplace_back(ranks << field_bits | field, place);
  }
  void sort() { std::sort(uses_.begin(), uses_.end()); }
  std::size_t size() const { return uses_.size(); }
  std::uint64_t list(std::size_t i) const { return uses_[i].first; }
  std::uint32_t place(std::size_t i) const { return uses_[i].second; }

 private:
  std::vector<std::pair<std::uint64_t, std::uint32_t>> uses_;
};

/// The tokens of some lines, each closed by a break, from the last one on: a character stands before the two
/// it begins a token with.
template <typename Uses>
void see_lines(std::u32string_view lines, Field field, std::uint32_t place, const CharacterRanks& ranks,
               Uses& uses) {
  const int bits = ranks.bits();
  std::uint64_t token = 0;
  for (std::size_t i = lines.size(); i > 0; --i) {
    const std::uint64_t rank = ranks.of(lines[i - 1]);
    token = rank == 0 ? 0 : token >> bits | rank << 2 * bits;
    if (rank != 0) uses.add(token, field, place);
  }
}

/// The same of titles, with the edges of each one.
template <typename Uses>
void see_titles(std::u32string_view titles, std::uint32_t page, const CharacterRanks& ranks, Uses& uses) {
  for (std::size_t begin = 0; begin < titles.size();) {
    const std::size_t end = titles.find(U'\n', begin);
    const std::u32string_view title = titles.substr(begin, end - begin);
    const std::size_t label = heading_label(title);
    std::uint64_t token = 0;
    for (std::size_t i = title.size(); i > 0; --i) {
      token = token >> ranks.bits() | std::uint64_t{ranks.of(title[i - 1])} << 2 * ranks.bits();
      const auto edges = static_cast<std::uint32_t>((i - 1 == label ? begins_title : inside_title) |
                                                    (i + 2 >= title.size() ? ends_title : inside_title));
      uses.add(token, title_field, page << detail_bits | edges);
    }
    begin = end + 1;
  }
}

/// Two uses of a token on one page.
std::uint32_t joined(std::uint32_t use, std::uint32_t next, Field field) {
  const std::uint32_t counted = use + static_cast<std::uint32_t>((use & largest_detail) < largest_detail);
  return field == text_field ? counted : use | next;
}

/// `b` where `is` holds, else `a`; no branch, where it could not be foretold.
constexpr std::uint32_t choose(bool is, std::uint32_t a, std::uint32_t b) {
  return a ^ ((a ^ b) & (0u - static_cast<std::uint32_t>(is)));
}

}  // namespace

/// Sees the texts of all fields from the last one on.
template <typename Uses>
CollectedTokens TokenCollector::tokens(const CharacterRanks& ranks, Uses uses) const {
  for (std::uint32_t number = token_fields; number > 0; --number) {
    const auto field = static_cast<Field>(number - 1);
    const auto& [characters, pages] = fields_[field];
    for (std::size_t i = pages.size(); i > 0; --i) {
      const std::size_t begin = i == 1 ? 0 : pages[i - 2].second;
      const std::uint32_t page = pages[i - 1].first;
      const auto lines = std::u32string_view(characters).substr(begin, pages[i - 1].second - begin);
      if (field == title_field)
        see_titles(lines, page, ranks, uses);
      else
        see_lines(lines, field, page << detail_bits | (field == text_field ? 1u : 0u), ranks, uses);
    }
  }
  uses.sort();
  CollectedTokens out(uses.size());
  // What is no new list is written over by the next one.
  std::uint32_t lists = 0, end = 0, last_use = 0;
  std::uint64_t last_list = ~std::uint64_t{0};
  for (std::size_t i = 0; i < uses.size(); ++i) {
    const std::uint64_t list = uses.list(i);
    const auto field = static_cast<Field>(list & ((1u << field_bits) - 1));
    const std::uint32_t use = uses.place(i);
    const bool is_new_list = list != last_list;
    const bool is_new_page = is_new_list | ((last_use ^ use) >> detail_bits != 0);
    last_list = list;
    last_use = choose(is_new_page, joined(last_use, use, field), use);
    out.lists_[lists] = {list >> field_bits, field, end};
    lists += is_new_list ? 1 : 0;
    end += is_new_page ? 1 : 0;
    out.uses_[end - 1] = last_use;
  }
  for (std::size_t i = 0; i < lists; ++i) out.lists_[i].token = ranks.token(out.lists_[i].token);
  out.lists_[lists] = {0, text_field, end};
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
  const int rank_bits = 3 * ranks.bits(), place_bits = std::bit_width(last_page) + detail_bits;
  return PackedUses::can_hold(rank_bits, place_bits) ? tokens(ranks, PackedUses(most, rank_bits, place_bits))
                                                     : tokens(ranks, WideUses());
}

}  // namespace nianbao::search
