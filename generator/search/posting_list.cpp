#include "search/posting_list.h"

#include <algorithm>
#include <array>
#include <memory_resource>
#include <span>

namespace nianbao::search {
namespace {

using Numbers = std::vector<std::uint32_t>;

/// Most lists are short, and there are hundreds of thousands of them: their numbers lie on the stack.
class RoomForNumbers {
 public:
  using Numbers = std::pmr::vector<std::uint32_t>;
  Numbers numbers(std::size_t count) { return Numbers(count, &memory_); }

 private:
  std::array<std::byte, 512> room_;
  std::pmr::monotonic_buffer_resource memory_{room_.data(), room_.size()};
};

void write_counted(BitWriter& out, std::span<const std::uint32_t> numbers, std::size_t below) {
  out.put_number(static_cast<std::uint32_t>(numbers.size()));
  if (!numbers.empty()) out.put_set(numbers, 0, static_cast<std::uint32_t>(below - 1));
}

Numbers read_counted(BitReader& in, std::size_t below) {
  const std::uint32_t count = in.number();
  if (count > below) throw FormatError("a list longer than there are pages");
  return count == 0 ? Numbers{} : in.set(count, 0, static_cast<std::uint32_t>(below - 1));
}

void write_pages(BitWriter& out, const PostingList& list, std::uint32_t page_count) {
  RoomForNumbers room;
  auto pages = room.numbers(list.size());
  std::transform(list.begin(), list.end(), pages.begin(),
                 [](const Posting& posting) { return posting.page; });
  write_counted(out, pages, page_count);
}

PostingList read_pages(BitReader& in, std::uint32_t page_count) {
  PostingList list;
  for (const std::uint32_t page : read_counted(in, page_count)) list.push_back({page, 0});
  return list;
}

/// Places in `list`, from 0, whose detail satisfies `chosen`.
template <typename Chosen>
RoomForNumbers::Numbers places(RoomForNumbers& room, const PostingList& list, const Chosen& chosen) {
  auto out = room.numbers(list.size());
  std::size_t end = 0;
  for (std::size_t i = 0; i < list.size(); ++i) {
    out[end] = static_cast<std::uint32_t>(i);
    end += chosen(list[i].detail) ? 1 : 0;
  }
  out.resize(end);
  return out;
}

/// Grades are layers: which places are above grade 0, and which of those are above grade 1.
void write_grades(BitWriter& out, const PostingList& list) {
  RoomForNumbers room;
  const auto repeated = places(room, list, [](std::uint8_t grade) { return grade > 0; });
  write_counted(out, repeated, list.size());
  if (repeated.empty()) return;
  auto often = room.numbers(0);
  for (std::size_t i = 0; i < repeated.size(); ++i) {
    if (list[repeated[i]].detail > 1) often.push_back(static_cast<std::uint32_t>(i));
  }
  write_counted(out, often, repeated.size());
}

void read_grades(BitReader& in, PostingList& list) {
  const Numbers repeated = read_counted(in, list.size());
  for (const std::uint32_t place : repeated) list[place].detail = 1;
  if (repeated.empty()) return;
  for (const std::uint32_t place : read_counted(in, repeated.size())) list[repeated[place]].detail = 2;
}

void write_edge(BitWriter& out, const PostingList& list, TitleEdge edge) {
  RoomForNumbers room;
  write_counted(out, places(room, list, [edge](std::uint8_t edges) { return (edges & edge) != 0; }),
                list.size());
}

void read_edge(BitReader& in, PostingList& list, TitleEdge edge) {
  for (const std::uint32_t place : read_counted(in, list.size())) list[place].detail |= edge;
}

}  // namespace

void write_postings(BitWriter& out, const TokenPostings& postings, std::uint32_t page_count) {
  write_pages(out, postings.text, page_count);
  if (!postings.text.empty()) write_grades(out, postings.text);
  write_pages(out, postings.context, page_count);
  write_pages(out, postings.title, page_count);
  if (postings.title.empty()) return;
  write_edge(out, postings.title, begins_title);
  write_edge(out, postings.title, ends_title);
}

TokenPostings read_postings(BitReader& in, std::uint32_t page_count) {
  TokenPostings postings;
  postings.text = read_pages(in, page_count);
  if (!postings.text.empty()) read_grades(in, postings.text);
  postings.context = read_pages(in, page_count);
  postings.title = read_pages(in, page_count);
  if (postings.title.empty()) return postings;
  read_edge(in, postings.title, begins_title);
  read_edge(in, postings.title, ends_title);
  return postings;
}

}  // namespace nianbao::search
