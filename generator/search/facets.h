#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "search/examination.h"
#include "search/page_record.h"
#include "search/search.h"

/// Where the pages of an index come from. Pages are numbered so that those of one year, city, school and set
/// of kinds follow each other: a run. So counting needs no more than the runs, whose number grows with the
/// reports.
namespace nianbao::search {

enum Facet : std::size_t { city_facet, school_facet, year_facet, kind_facet };
inline constexpr std::size_t facets = 4;

struct Run {
  std::uint32_t end = 0;                                    ///< first page behind it
  std::uint32_t city = 0, school = 0, year = 0, kinds = 0;  ///< places in the lists of the table
};

struct FacetTable {
  std::vector<std::string> cities, schools, years;  ///< growing; the empty name is one of them
  std::vector<std::string> kinds;                   ///< sets of kinds, joined by spaces
  std::vector<Run> runs;
};

/// `origins`: of every page, in the order of the pages.
FacetTable facets_of(std::span<const Origin* const> origins);

/// The lists as one text, then the runs as bits.
std::u32string write_facet_names(const FacetTable& table);
std::string write_facet_runs(const FacetTable& table);
/// Throws FormatError.
FacetTable read_facets(std::u32string_view names, std::string_view runs, std::uint32_t page_count);

/// Which pages a filter lets through, and what they come from.
class FacetFilter {
 public:
  FacetFilter(const FacetTable& table, const Filter& filter);
  /// `pages` grow.
  std::vector<bool> passes(std::span<const std::uint32_t> pages) const;
  /// What the score of each page is worth by its kinds (ranking.h).
  std::vector<int> weights(std::span<const std::uint32_t> pages) const;
  /// What each page's score has more for words in the name of its school, or of its city where it has no
  /// school.
  std::vector<int> named(std::span<const std::uint32_t> pages, const std::vector<Word>& words) const;
  FacetCounts count(std::span<const std::uint32_t> pages) const;

 private:
  const FacetTable& table_;
  std::vector<std::uint8_t> misses_;  ///< for each run a bit for each facet whose choice it does not meet
};

}  // namespace nianbao::search
