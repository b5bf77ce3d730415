#include "search/pair_merge.h"

#include <algorithm>
#include <map>
#include <memory>
#include <numeric>

#include "search/number_map.h"
#include "search/shard.h"

namespace nianbao::search {
namespace {

constexpr std::uint64_t largest_range = 4u << 20, least_range = 256u << 10;  // bytes of batches
constexpr std::uint64_t usual_ranges = 16;                                   // of a small index

/// The lists of one range, in the numbers of the index.
class MergedTokens {
 public:
  explicit MergedTokens(std::size_t most_uses)
      : uses_(std::make_unique_for_overwrite<std::uint32_t[]>(most_uses)) {}

  void add(std::string_view bytes, std::span<const std::uint32_t> numbers) {
    see_tokens(
        bytes,
        [&](Token token, Field field) {
          const auto next = static_cast<std::uint32_t>(tokens_.size());
          const std::uint32_t number = numbers_.insert(token, next);
          if (number == next) tokens_.push_back({token, number});
          pieces_.push_back({number * token_fields + field, static_cast<std::uint32_t>(use_count_)});
        },
        [&](std::uint32_t page, std::uint32_t detail) {
          if (page >= numbers.size()) throw DamagedBytes();
          uses_[use_count_++] = numbers[page] << detail_bits | detail;
        });
  }

  std::vector<WrittenPair> pairs(std::uint32_t page_count, const DividedFrom& divided) {
    put_lists_together();
    std::sort(tokens_.begin(), tokens_.end(), [](const auto& a, const auto& b) { return a.token < b.token; });
    std::vector<WrittenPair> pairs;
    for (auto tokens = std::span<const Numbered>(tokens_); !tokens.empty();) {
      const auto of_character = beginning(tokens, [](Token token) { return first_of(token); });
      add_pairs(of_character, page_count, divided, pairs);
      tokens = tokens.subspan(of_character.size());
    }
    return pairs;
  }

 private:
  struct Numbered {
    Token token = 0;
    std::uint32_t number = 0;
  };
  struct Piece {
    std::uint32_t list = 0, begin = 0;  ///< in uses_, up to the next piece
  };

  /// Those in front for which `part` says the same as for the first.
  template <typename PartOf>
  static std::span<const Numbered> beginning(std::span<const Numbered> tokens, const PartOf& part) {
    const auto end = std::find_if(tokens.begin(), tokens.end(), [&](const Numbered& other) {
      return part(other.token) != part(tokens.front().token);
    });
    return tokens.first(static_cast<std::size_t>(end - tokens.begin()));
  }

  /// All pairs of one first character.
  void add_pairs(std::span<const Numbered> of_character, std::uint32_t page_count, const DividedFrom& divided,
                 std::vector<WrittenPair>& pairs) {
    const std::size_t first = pairs.size();
    std::size_t bits = 0;
    for (auto tokens = of_character; !tokens.empty();) {
      const auto of_pair = beginning(tokens, pair_of);
      pairs.push_back(pair_of_tokens(of_pair, page_count, divided.pair_bits));
      bits += pairs.back().sizes.empty() ? pairs.back().lists.size() : pairs.back().together.size();
      tokens = tokens.subspan(of_pair.size());
    }
    if (pairs.size() > first + 1 && bits >= divided.character_bits)
      divide_character(of_character, page_count, pairs, first);
  }

  /// The pair of the character alone, which comes first, gets what is known of all of its tokens.
  void divide_character(std::span<const Numbered> tokens, std::uint32_t page_count,
                        std::vector<WrittenPair>& pairs, std::size_t first) {
    const Token alone = make_token(first_of(tokens.front().token));
    if (pairs[first].pair != alone) {  // it ends no line
      WrittenPair pair;
      pair.pair = alone;
      pair.thirds = {0};
      write_postings(pair.lists, {}, page_count);
      pairs.insert(pairs.begin() + static_cast<std::ptrdiff_t>(first), std::move(pair));
    }
    pairs[first].sizes = {static_cast<std::uint32_t>(pairs[first].lists.size())};
    write_together(tokens, alone, page_count, pairs[first].together);
  }

  WrittenPair pair_of_tokens(std::span<const Numbered> tokens, std::uint32_t page_count,
                             std::size_t divided_bits) {
    WrittenPair pair;
    pair.pair = pair_of(tokens.front().token);
    pair.thirds.reserve(tokens.size());
    lists_.clear();
    sizes_.clear();
    for (const Numbered& token : tokens) {
      take_postings(token);
      pair.thirds.push_back(third_of(token.token));
      const std::size_t size_before = lists_.size();
      write_postings(lists_, postings_, page_count);
      sizes_.push_back(static_cast<std::uint32_t>(lists_.size() - size_before));
    }
    pair.lists = lists_;
    if (tokens.size() == 1 || pair.lists.size() < divided_bits) return pair;
    pair.sizes = sizes_;
    write_together(tokens, pair.pair, page_count, pair.together);
    return pair;
  }

  /// The postings of all these tokens as one; only `whole` tells where a title ends.
  void write_together(std::span<const Numbered> tokens, Token whole, std::uint32_t page_count,
                      BitWriter& out) {
    PostingsUnion together(page_count);
    for (const Numbered& token : tokens) {
      take_postings(token);
      if (token.token != whole) keep_begins(postings_.title);
      together.add(postings_);
    }
    write_postings(out, together.all(), page_count);
  }

  void take_postings(const Numbered& token) {
    PostingList* const lists[] = {&postings_.text, &postings_.context, &postings_.title};
    for (std::size_t field = 0; field < token_fields; ++field)
      take_list(token.number * token_fields + field, *lists[field]);
  }

  std::uint32_t end_of(std::size_t piece) const {
    return piece + 1 < pieces_.size() ? pieces_[piece + 1].begin : static_cast<std::uint32_t>(use_count_);
  }

  void put_lists_together() {
    begins_.assign(tokens_.size() * token_fields + 1, 0);
    for (std::size_t i = 0; i < pieces_.size(); ++i)
      begins_[pieces_[i].list + 1] += end_of(i) - pieces_[i].begin;
    std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
    std::vector<std::uint32_t> next = begins_;
    auto together = std::make_unique_for_overwrite<std::uint32_t[]>(use_count_);
    for (std::size_t i = 0; i < pieces_.size(); ++i) {
      std::uint32_t& to = next[pieces_[i].list];
      for (std::uint32_t from = pieces_[i].begin; from < end_of(i); ++from) together[to++] = uses_[from];
    }
    uses_ = std::move(together);
    pieces_ = {};
  }

  /// Two runs, the second from `second` on; what of the first one is before it stays where it is.
  static void merge(std::span<std::uint32_t> runs, std::size_t second) {
    const auto middle = runs.begin() + static_cast<std::ptrdiff_t>(second);
    std::inplace_merge(std::upper_bound(runs.begin(), middle, *middle), middle, runs.end());
  }

  /// What came from one batch is in order; pages of several batches may lie between each other. Most often
  /// all is in order, or two runs are; of more, neighbours become one until one is left.
  static void put_in_order(std::span<std::uint32_t> uses) {
    auto end = std::is_sorted_until(uses.begin(), uses.end());
    if (end == uses.end()) return;
    std::vector<std::size_t> ends;
    for (; end != uses.end(); end = std::is_sorted_until(end, uses.end()))
      ends.push_back(static_cast<std::size_t>(end - uses.begin()));
    ends.push_back(uses.size());
    while (ends.size() > 1) {
      std::size_t kept = 0, begin = 0;
      for (std::size_t i = 0; i < ends.size(); i += 2) {
        const std::size_t last = ends[std::min(i + 1, ends.size() - 1)];
        if (last > ends[i]) merge(uses.subspan(begin, last - begin), ends[i] - begin);
        ends[kept++] = begin = last;
      }
      ends.resize(kept);
    }
  }

  void take_list(std::size_t list, PostingList& to) {
    const auto uses = std::span(&uses_[begins_[list]], begins_[list + 1] - begins_[list]);
    put_in_order(uses);
    to.resize(uses.size());
    std::transform(uses.begin(), uses.end(), to.begin(), [](std::uint32_t use) {
      return Posting{use >> detail_bits, static_cast<std::uint8_t>(use & largest_detail)};
    });
  }

  NumberMap numbers_;
  std::vector<Numbered> tokens_;
  std::vector<Piece> pieces_;
  std::unique_ptr<std::uint32_t[]> uses_;
  std::size_t use_count_ = 0;
  std::vector<std::uint32_t> begins_;  ///< of each list, in uses_
  TokenPostings postings_;             ///< of the token that is being written
  BitWriter lists_;                    ///< of the pair that is being written
  std::vector<std::uint32_t> sizes_;   ///< of these
};

/// About what a pair takes in a shard: its lists, and its place in the directory.
std::size_t bits_of(const WrittenPair& pair) {
  return pair.together.size() + pair.lists.size() + 24 + 10 * pair.thirds.size() + 24 * pair.sizes.size();
}

}  // namespace

std::vector<SliceRange> slice_ranges(const PageOrder& pages) {
  std::map<std::uint32_t, std::uint64_t> sizes;
  std::uint64_t all = 0;
  for (const StoredBatch& batch : pages.batches()) {
    batch.head.see_slices([&](std::uint32_t slice, std::uint32_t size) {
      sizes[slice] += size;
      all += size;
    });
  }
  const std::uint64_t most = std::clamp(all / usual_ranges, least_range, largest_range);
  std::vector<SliceRange> ranges;
  std::uint64_t filled = 0;
  for (const auto& [slice, size] : sizes) {
    if (ranges.empty() || filled + size > most) {
      ranges.emplace_back(slice, slice + 1);
      filled = 0;
    }
    ranges.back().second = slice + 1;
    filled += size;
  }
  return ranges;
}

std::vector<WrittenPair> write_pairs(const PageOrder& pages, const BatchStore& store, SliceRange range,
                                     const DividedFrom& divided) {
  std::uint64_t bytes = 0;
  for (const StoredBatch& batch : pages.batches()) bytes += batch.head.tokens(range.first, range.second).size;
  MergedTokens merged(bytes);  // a use takes one at least
  for (std::size_t i = 0; i < pages.batches().size(); ++i) {
    const StoredBatch& batch = pages.batches()[i];
    const BatchPart part = batch.head.tokens(range.first, range.second);
    if (part.size > 0) merged.add(store.read(batch, part), pages.numbers(i));
  }
  return merged.pairs(pages.size(), divided);
}

std::vector<std::vector<WrittenPair>> ShardDivider::add(std::vector<WrittenPair> pairs) {
  std::vector<std::vector<WrittenPair>> full;
  for (WrittenPair& pair : pairs) {
    if (!shard_.empty() && bits_ + bits_of(pair) > shard_bits_) {
      full.push_back(std::move(shard_));
      shard_.clear();
      bits_ = 0;
    }
    bits_ += bits_of(pair);
    shard_.push_back(std::move(pair));
  }
  return full;
}

}  // namespace nianbao::search
