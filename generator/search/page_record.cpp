#include "search/page_record.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "search/bits.h"
#include "search/fold.h"

namespace nianbao::search {
namespace {

constexpr char32_t entry_separator = 0x1E;
constexpr char32_t field_separator = 0x1F;
constexpr char32_t like_before = 0x10;

constexpr std::size_t field_count = 7;
constexpr std::u32string RecordEntry::*fields[field_count] = {
    &RecordEntry::anchor, &RecordEntry::title, &RecordEntry::context, &RecordEntry::organisation,
    &RecordEntry::year,   &RecordEntry::kind,  &RecordEntry::text};

std::string_view address_of(const std::string& url) { return std::string_view(url).substr(0, url.find('#')); }

std::array<std::string_view, field_count> values_of(const Entry& e) {
  return {std::string_view(e.url).substr(address_of(e.url).size()),
          e.title,
          e.context,
          e.organisation,
          e.year,
          e.kind,
          e.text};
}

void replace_controls(std::string& text, bool keep_lines) {
  const char kept = keep_lines ? '\n' : ' ';
  for (char& c : text) c = static_cast<unsigned char>(c) < 0x20 && c != kept ? ' ' : c;
}

void replace_controls(Entry& entry) {
  for (std::string* field : {&entry.url, &entry.title, &entry.context, &entry.organisation, &entry.year,
                             &entry.kind, &entry.city, &entry.school}) {
    replace_controls(*field, false);
  }
  replace_controls(entry.text, true);
}

bool entry_before(const Entry& a, const Entry& b) {
  const std::string_view address_a = address_of(a.url), address_b = address_of(b.url);
  if (const int order = address_a.compare(address_b); order != 0) return order < 0;
  if (const int order = a.url.compare(b.url); order != 0) return order < 0;
  return values_of(a) < values_of(b);
}

void complete_origin(Page& page) {
  std::set<std::string> kinds;
  for (const Entry& entry : page.entries) {
    page.origin.year = std::max(page.origin.year, entry.year);
    if (!entry.kind.empty()) kinds.insert(entry.kind);
  }
  for (const std::string& kind : kinds) page.origin.kinds += (page.origin.kinds.empty() ? "" : " ") + kind;
  page.origin.city = page.entries.front().city;
  page.origin.school = page.entries.front().school;
}

std::vector<std::u32string_view> split(std::u32string_view text, char32_t separator) {
  std::vector<std::u32string_view> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

RecordEntry read_entry(std::u32string_view text, const RecordEntry* previous) {
  const auto parts = split(text, field_separator);
  if (parts.size() != field_count) throw FormatError("an entry with other fields");
  RecordEntry entry;
  for (std::size_t i = 0; i < field_count; ++i) {
    const bool same = previous != nullptr && parts[i] == std::u32string_view(&like_before, 1);
    entry.*fields[i] = same ? previous->*fields[i] : std::u32string(parts[i]);
  }
  return entry;
}

/// The address, then entries.
PageRecord record_of_parts(std::span<const std::u32string_view> parts) {
  PageRecord record;
  record.url = parts.front();
  for (const std::u32string_view part : parts.subspan(1)) {
    record.entries.push_back(read_entry(part, record.entries.empty() ? nullptr : &record.entries.back()));
  }
  return record;
}

}  // namespace

std::vector<Page> pages_of(std::vector<Entry> entries) {
  std::vector<Entry*> order;  // an entry is large: none is moved but to its page
  for (Entry& entry : entries) {
    replace_controls(entry);
    order.push_back(&entry);
  }
  const auto before = [](const Entry* a, const Entry* b) { return entry_before(*a, *b); };
  if (!std::is_sorted(order.begin(), order.end(), before)) std::sort(order.begin(), order.end(), before);
  std::vector<Page> pages;
  for (std::size_t begin = 0, end = 0; begin < order.size(); begin = end) {
    const std::string address(address_of(order[begin]->url));
    while (end < order.size() && address_of(order[end]->url) == address) ++end;
    pages.push_back({address, {}, {}});
    pages.back().entries.reserve(end - begin);
    for (std::size_t i = begin; i < end; ++i) pages.back().entries.push_back(std::move(*order[i]));
  }
  for (Page& page : pages) complete_origin(page);
  std::sort(pages.begin(), pages.end(),
            [](const Page& a, const Page& b) { return comes_before(a.origin, a.url, b.origin, b.url); });
  return pages;
}

bool comes_before(const Origin& a, std::string_view url_a, const Origin& b, std::string_view url_b) {
  if (a.year != b.year) return a.year > b.year;
  return std::tie(a.city, a.school, a.kinds, url_a) < std::tie(b.city, b.school, b.kinds, url_b);
}

std::string record_text(const Page& page) {
  std::string out = page.url;
  const Entry* previous = nullptr;
  for (const Entry& entry : page.entries) {
    const auto values = values_of(entry);
    for (std::size_t i = 0; i < field_count; ++i) {
      out += static_cast<char>(i == 0 ? entry_separator : field_separator);
      const bool same = previous != nullptr && !values[i].empty() && values[i] == values_of(*previous)[i];
      if (same)
        out += static_cast<char>(like_before);
      else
        out += values[i];
    }
    previous = &entry;
  }
  return out;
}

std::u32string write_record(const Page& page) { return code_points(record_text(page)); }

PageRecord read_record(std::u32string_view text) {
  const auto parts = split(text, entry_separator);
  PageRecord record = record_of_parts(parts);
  if (record.entries.empty()) throw FormatError("a page without entries");
  return record;
}

PageRecord read_record_beginning(std::u32string_view text) {
  auto parts = split(text, entry_separator);
  if (parts.size() > 1 && split(parts.back(), field_separator).size() < field_count) parts.pop_back();
  return record_of_parts(parts);
}

}  // namespace nianbao::search
