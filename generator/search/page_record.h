#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/search.h"

/// What is kept of a page to show and to check results: its entries, as one text that the symbol table
/// shortens.
namespace nianbao::search {

/// What a page can be chosen by.
struct Origin {
  std::string city, school;
  std::string year;   ///< the latest of its entries
  std::string kinds;  ///< of its entries, each once, growing, with spaces between them

  bool operator==(const Origin&) const = default;
};

/// The entries that share an address up to "#", sorted by the whole address.
struct Page {
  std::string url;  ///< without anchor
  Origin origin;
  std::vector<Entry> entries;
};

/// Entries as pages: the latest year first, then by city, school, kinds and address. The order of `entries`
/// does not matter. Control characters in them become spaces.
std::vector<Page> pages_of(std::vector<Entry> entries);

/// Whether a page comes before another in an index.
bool comes_before(const Origin& a, std::string_view url_a, const Origin& b, std::string_view url_b);

/// url, then for each entry a separator and its fields; a field like that of the entry before is one mark.
std::string record_text(const Page& page);
std::u32string write_record(const Page& page);

/// An entry of a record; `anchor` begins with "#" or is empty.
struct RecordEntry {
  std::u32string anchor, title, context, organisation, year, kind, text;
};

struct PageRecord {
  std::u32string url;
  std::vector<RecordEntry> entries;
};

/// Throws FormatError when it is no such text.
PageRecord read_record(std::u32string_view text);
/// Of a text that is cut off somewhere: its entries, the last one only if its last field begins; maybe none.
PageRecord read_record_beginning(std::u32string_view text);

}  // namespace nianbao::search
