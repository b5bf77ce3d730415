#pragma once

#include <cstdint>
#include <vector>

#include "search/bits.h"

/// Where one token stands: page numbers, apart for text, context and titles.
namespace nianbao::search {

/// How often a token stands in a page's text, in three grades: once, two or three times, more often.
constexpr std::uint8_t grade_of(std::uint32_t times) {
  if (times < 2) return 0;
  return times < 4 ? 1 : 2;
}

enum TitleEdge : std::uint8_t { inside_title = 0, begins_title = 1, ends_title = 2 };

/// A page, and the grade in its text or the edges of its title.
struct Posting {
  std::uint32_t page = 0;
  std::uint8_t detail = 0;

  bool operator==(const Posting&) const = default;
};

/// Growing page numbers, each once.
using PostingList = std::vector<Posting>;

struct TokenPostings {
  PostingList text;
  PostingList context;  ///< detail is always 0
  PostingList title;    ///< detail: TitleEdge bits

  bool operator==(const TokenPostings&) const = default;
};

void write_postings(BitWriter& out, const TokenPostings& postings, std::uint32_t page_count);
TokenPostings read_postings(BitReader& in, std::uint32_t page_count);

/// Pages that are in both; `keep` makes the new detail of the two.
template <typename Keep>
PostingList intersection(const PostingList& a, const PostingList& b, const Keep& keep) {
  PostingList out;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (i->page == j->page) {
      out.push_back({i->page, keep(i->detail, j->detail)});
      ++i, ++j;
    } else if (i->page < j->page) {
      ++i;
    } else {
      ++j;
    }
  }
  return out;
}

/// Pages that are in one or both; `join` makes the new detail of two.
template <typename Join>
PostingList combination(const PostingList& a, const PostingList& b, const Join& join) {
  PostingList out;
  out.reserve(a.size() + b.size());
  auto i = a.begin(), j = b.begin();
  while (i != a.end() && j != b.end()) {
    if (i->page == j->page) {
      out.push_back({i->page, join(i->detail, j->detail)});
      ++i, ++j;
    } else {
      out.push_back(i->page < j->page ? *i++ : *j++);
    }
  }
  out.insert(out.end(), i, a.end());
  out.insert(out.end(), j, b.end());
  return out;
}

}  // namespace nianbao::search
