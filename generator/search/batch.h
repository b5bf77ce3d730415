#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/bytes.h"
#include "search/page_record.h"
#include "search/token.h"
#include "search/token_collector.h"

/// A batch: some pages, most often those of one report, as they wait for the index they become a part of. It
/// holds their records, names and tokens, numbered by itself, so that it stays what it is when other pages
/// change.
namespace nianbao::search {

/// Pages cut into spans that each make a batch; where they are cut depends on the pages alone.
std::vector<std::span<const Page>> batches_of(std::span<const Page> pages);

class BatchWriter {
 public:
  /// `pages` are in the order of pages_of; they must stay.
  explicit BatchWriter(std::span<const Page> pages);
  /// 32 hexadecimal digits that change whenever anything of the pages does, or the bytes of a batch.
  std::string key() const;
  std::string bytes(std::string_view key) const;

 private:
  std::string head(const std::set<char32_t>& traditional) const;
  std::string names() const;

  std::span<const Page> pages_;
  std::string records_;
  std::vector<std::size_t> record_sizes_;
};

/// Whether these are the bytes of the batch with this key, as they were written.
bool is_sound(std::string_view batch, std::string_view key);

/// Where the parts of a batch lie in its bytes.
struct BatchPart {
  std::uint64_t begin = 0, size = 0;
};

/// What is known of a batch while its bytes lie elsewhere.
class BatchHead {
 public:
  /// Reads what stands before names, records and tokens; throws DamagedBytes. The bytes need not stay.
  explicit BatchHead(std::string_view batch);

  std::uint32_t page_count() const { return static_cast<std::uint32_t>(pages_.size()); }
  std::uint32_t entry_count() const { return entry_count_; }
  std::uint64_t text_size() const { return text_size_; }
  const std::vector<char32_t>& traditional() const { return traditional_; }
  const std::vector<Origin>& origins() const { return origins_; }
  std::uint32_t origin_of(std::uint32_t page) const { return pages_[page].origin; }
  std::string_view url_of(std::uint32_t page) const;
  std::uint32_t record_size(std::uint32_t page) const;

  BatchPart names() const { return names_; }
  /// The records of pages that follow each other.
  BatchPart records(std::uint32_t first, std::uint32_t count) const;
  /// The tokens of the slices from `first` to before `end`.
  BatchPart tokens(std::uint32_t first, std::uint32_t end) const;
  /// Calls `see(slice, bytes)` for each slice that is here.
  template <typename See>
  void see_slices(const See& see) const {
    for (std::size_t i = 0; i + 1 < slices_.size(); ++i)
      see(slices_[i].number, slices_[i + 1].begin - slices_[i].begin);
  }

 private:
  struct PagePlace {
    std::uint32_t origin = 0, url_begin = 0, record_begin = 0;
  };
  struct Slice {
    std::uint32_t number = 0, begin = 0;
  };

  std::uint32_t entry_count_ = 0, records_size_ = 0;
  std::uint64_t text_size_ = 0;
  std::vector<char32_t> traditional_;
  std::vector<Origin> origins_;
  std::vector<PagePlace> pages_;
  std::string urls_;
  std::vector<Slice> slices_;  ///< growing; the last one is the end
  BatchPart names_, records_, tokens_;
};

/// Calls `see(name, how many entries it stands on)` for the bytes of BatchHead::names.
template <typename See>
void see_names(std::string_view bytes, const See& see) {
  for (ByteReader in(bytes); !in.at_end();) {
    const std::string_view name = in.string();
    see(name, in.number());
  }
}

/// Calls `see_list(token, field)` and then `see_use(page, detail)` for each page of the list: numbers of the
/// batch, grades and edges. The bytes are those of BatchHead::tokens.
template <typename SeeList, typename SeeUse>
void see_tokens(std::string_view bytes, const SeeList& see_list, const SeeUse& see_use) {
  ByteReader in(bytes);
  const auto see_uses = [&](std::uint32_t count) {
    for (std::uint32_t page = 0; count > 0; --count) {
      const std::uint32_t step_and_detail = in.number();
      page += step_and_detail >> 2;
      see_use(page, step_and_detail & 3);
    }
  };
  while (!in.at_end()) {
    Token token = 0;
    for (std::uint32_t count = in.number(); count > 0; --count) {
      token += in.varint();
      const std::uint64_t lists = in.varint();
      if (lists >> 2 > 0) see_list(token, text_field), see_uses(static_cast<std::uint32_t>(lists >> 2));
      if ((lists & 2) != 0) see_list(token, context_field), see_uses(in.number());
      if ((lists & 1) != 0) see_list(token, title_field), see_uses(in.number());
    }
  }
}

}  // namespace nianbao::search
