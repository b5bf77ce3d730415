#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "search/page_order.h"
#include "search/shard.h"

/// The tokens of all batches as the pairs of shards. What is held at once is a range of slices, not the
/// index.
namespace nianbao::search {

using SliceRange = std::pair<std::uint32_t, std::uint32_t>;  ///< the first, and the one behind the last

/// Ranges that follow each other and hold all tokens, of about the same size each, which is bounded.
std::vector<SliceRange> slice_ranges(const PageOrder& pages);

/// From how many bits on pairs and characters get postings of their own, so that not all of their lists are
/// loaded to tell where they stand.
struct DividedFrom {
  std::size_t pair_bits = 0;       ///< of the lists of its tokens
  std::size_t character_bits = 0;  ///< of what tells where its pairs stand
};

/// The pairs of a range, growing.
std::vector<WrittenPair> write_pairs(const PageOrder& pages, const BatchStore& store, SliceRange range,
                                     const DividedFrom& divided);

/// Puts pairs that come in order side by side until a shard is full.
class ShardDivider {
 public:
  explicit ShardDivider(std::size_t shard_letters) : shard_bits_(shard_letters * 13 / 2) {}
  /// Shards that are full now.
  std::vector<std::vector<WrittenPair>> add(std::vector<WrittenPair> pairs);
  /// The last one; empty when there is none.
  std::vector<WrittenPair> rest() { return std::move(shard_); }

 private:
  std::size_t shard_bits_, bits_ = 0;
  std::vector<WrittenPair> shard_;
};

}  // namespace nianbao::search
