#include "search/page_order.h"

#include <algorithm>

#include "search/index_file.h"

namespace nianbao::search {
namespace {

/// Within a batch the pages are in order, so that its first one says where it begins.
void sort_batches(std::vector<StoredBatch>& batches) {
  std::sort(batches.begin(), batches.end(), [](const StoredBatch& a, const StoredBatch& b) {
    return comes_before(a.head.origins().front(), a.head.url_of(0), b.head.origins().front(),
                        b.head.url_of(0));
  });
}

}  // namespace

PageOrder::PageOrder(std::vector<StoredBatch>& batches, const BatchStore& store)
    : batches_(batches), store_(store) {
  sort_batches(batches);
  for (std::uint32_t batch = 0; batch < batches.size(); ++batch) {
    firsts_.push_back(static_cast<std::uint32_t>(places_.size()));
    for (std::uint32_t page = 0; page < batches[batch].head.page_count(); ++page)
      places_.push_back({batch, page});
  }
  firsts_.push_back(size());
  if (places_.size() > most_pages) throw std::length_error("more pages than an index can hold");
  std::sort(places_.begin(), places_.end(), [&](const Place& a, const Place& b) {
    if (a.batch == b.batch) return a.page < b.page;
    const BatchHead &in_a = batches[a.batch].head, &in_b = batches[b.batch].head;
    return comes_before(in_a.origins()[in_a.origin_of(a.page)], in_a.url_of(a.page),
                        in_b.origins()[in_b.origin_of(b.page)], in_b.url_of(b.page));
  });
  numbers_.resize(places_.size());
  for (std::uint32_t number = 0; number < places_.size(); ++number)
    numbers_[firsts_[places_[number].batch] + places_[number].page] = number;
}

std::vector<const Origin*> PageOrder::origins() const {
  std::vector<const Origin*> origins;
  origins.reserve(places_.size());
  for (const Place& place : places_) {
    const BatchHead& head = batches_[place.batch].head;
    origins.push_back(&head.origins()[head.origin_of(place.page)]);
  }
  return origins;
}

std::vector<std::string> PageOrder::records(std::uint32_t first, std::uint32_t end) const {
  std::vector<std::string> records;
  while (first < end) {
    const Place begin = places_[first];
    std::uint32_t count = 1;
    while (first + count < end && places_[first + count].batch == begin.batch &&
           places_[first + count].page == begin.page + count)
      ++count;
    const StoredBatch& batch = batches_[begin.batch];
    const std::string bytes = store_.read(batch, batch.head.records(begin.page, count));
    for (std::size_t i = 0, at = 0; i < count; ++i) {
      const std::size_t size = batch.head.record_size(begin.page + static_cast<std::uint32_t>(i));
      records.push_back(bytes.substr(at, size));
      at += size;
    }
    first += count;
  }
  return records;
}

}  // namespace nianbao::search
