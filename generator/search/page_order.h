#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "search/batch_store.h"
#include "search/facets.h"

/// All pages of an index in order, and where they lie in their batches.
namespace nianbao::search {

class PageOrder {
 public:
  /// The batches must stay; they are sorted by their first pages, so that what is taken from them one after
  /// the other comes nearly in the order of the pages.
  PageOrder(std::vector<StoredBatch>& batches, const BatchStore& store);

  std::uint32_t size() const { return static_cast<std::uint32_t>(places_.size()); }
  const std::vector<StoredBatch>& batches() const { return batches_; }
  /// For each page of a batch its number in the index.
  std::span<const std::uint32_t> numbers(std::size_t batch) const {
    return std::span(numbers_).subspan(firsts_[batch], firsts_[batch + 1] - firsts_[batch]);
  }
  std::vector<const Origin*> origins() const;
  /// The records of the pages from `first` to before `end`, as UTF-8.
  std::vector<std::string> records(std::uint32_t first, std::uint32_t end) const;

 private:
  struct Place {
    std::uint32_t batch = 0, page = 0;
  };

  const std::vector<StoredBatch>& batches_;
  const BatchStore& store_;
  std::vector<Place> places_;
  std::vector<std::uint32_t> firsts_;  ///< of each batch in numbers_
  std::vector<std::uint32_t> numbers_;
};

}  // namespace nianbao::search
