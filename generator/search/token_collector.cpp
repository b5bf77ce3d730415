#include "search/token_collector.h"

#include <algorithm>
#include <bit>

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
      : rank_bits_(rank_bits), place_bits_(place_bits), uses_(most) {}

  static bool can_hold(int rank_bits, int place_bits) { return rank_bits + field_bits + place_bits <= 64; }

  void add(std::uint64_t ranks, Field field, std::uint32_t place) {
    uses_[size_++] = (ranks << field_bits | field) << place_bits_ | place;
  }

  /// By ranks, those of one token in the order in which they came; digit by digit, from the lowest on.
  void sort() {
    uses_.resize(size_);
    if (uses_.empty()) return;
    constexpr int most_digit_bits = 11;
    const int passes = (rank_bits_ + most_digit_bits - 1) / most_digit_bits;
    const int digit_bits = (rank_bits_ + passes - 1) / passes, first_bit = place_bits_ + field_bits;
    const std::uint64_t last_digit = (std::uint64_t{1} << digit_bits) - 1;
    std::vector<std::uint64_t> sorted(uses_.size());
    for (int shift = first_bit; shift < first_bit + rank_bits_; shift += digit_bits) {
      std::array<std::uint32_t, (1u << most_digit_bits) + 1> begins{};
      for (const std::uint64_t use : uses_) ++begins[(use >> shift & last_digit) + 1];
      for (std::size_t i = 0; i < last_digit; ++i) begins[i + 1] += begins[i];
      for (const std::uint64_t use : uses_) sorted[begins[use >> shift & last_digit]++] = use;
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
  int rank_bits_, place_bits_;
  std::size_t size_ = 0;
  std::vector<std::uint64_t> uses_;
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
  const std::uint32_t page = place >> edge_bits << detail_bits;
  if (field == title_field) return page | (place & ((1u << edge_bits) - 1));
  return page | (field == text_field ? 1u : 0u);
}

/// Two uses of a token on one page.
std::uint32_t joined(std::uint32_t use, std::uint32_t next, Field field) {
  if (field == title_field) return use | next;
  return field == text_field && (use & largest_detail) < largest_detail ? use + 1 : use;
}

/// Puts the list of a token in a field behind `end`; its uses begin at `next`. Says where those of the list
/// behind it begin.
template <typename Uses>
std::size_t put_list(const Uses& uses, std::size_t next, std::uint64_t token, Field field,
                     std::span<std::uint32_t> out, std::size_t& end) {
  const std::uint64_t list = token << field_bits | field;
  const std::size_t begin = end;
  for (; next < uses.size() && uses.list(next) == list; ++next) {
    const std::uint32_t use = first_use(uses.place(next), field);
    if (end > begin && (out[end - 1] ^ use) >> detail_bits == 0)
      out[end - 1] = joined(out[end - 1], use, field);
    else
      out[end++] = use;
  }
  return next;
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
  CollectedTokens out;
  out.uses_.resize(uses.size());
  std::size_t end = 0;
  for (std::size_t next = 0; next < uses.size();) {
    const std::uint64_t token = uses.list(next) >> field_bits;
    out.tokens_.push_back(ranks.token(token));
    for (std::uint32_t field = 0; field < token_fields; ++field) {
      out.begins_.push_back(static_cast<std::uint32_t>(end));
      next = put_list(uses, next, token, static_cast<Field>(field), out.uses_, end);
    }
  }
  out.begins_.push_back(static_cast<std::uint32_t>(end));
  out.uses_.resize(end);
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
  append_folded(text, texts.characters);
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
