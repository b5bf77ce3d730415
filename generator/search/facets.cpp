#include "search/facets.h"

#include <algorithm>
#include <set>

#include "search/bits.h"
#include "search/fold.h"
#include "search/ranking.h"

namespace nianbao::search {
namespace {

constexpr char32_t list_separator = 0x1E, name_separator = 0x1F;
constexpr std::uint32_t most_runs = 1u << 22;

using Names = std::vector<std::string>;

std::uint32_t place_of(const Names& names, const std::string& name) {
  return static_cast<std::uint32_t>(std::lower_bound(names.begin(), names.end(), name) - names.begin());
}

std::vector<std::string> split_kinds(const std::string& kinds) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin < kinds.size();) {
    const std::size_t end = std::min(kinds.find(' ', begin), kinds.size());
    out.push_back(kinds.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

bool contains(const Names& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

bool meets(const Names& chosen, const std::string& name) { return chosen.empty() || contains(chosen, name); }

bool meets_one(const Names& chosen, const Names& names) {
  return chosen.empty() || std::any_of(names.begin(), names.end(),
                                       [&](const std::string& name) { return contains(chosen, name); });
}

Names read_names(std::u32string_view text) {
  Names names;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(name_separator, begin), text.size());
    names.push_back(utf8(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return names;
}

std::vector<FacetCount> sorted(const std::map<std::string, std::size_t>& counts) {
  std::vector<FacetCount> out;
  for (const auto& [value, pages] : counts) {
    if (!value.empty() && pages > 0) out.push_back({value, pages});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const FacetCount& a, const FacetCount& b) { return a.pages > b.pages; });
  return out;
}

}  // namespace

FacetTable facets_of(std::span<const Origin* const> origins) {
  std::set<std::string> names[facets];
  const auto is_new = [&](std::size_t i) { return i == 0 || *origins[i - 1] != *origins[i]; };
  for (std::size_t i = 0; i < origins.size(); ++i) {
    if (!is_new(i)) continue;
    names[city_facet].insert(origins[i]->city);
    names[school_facet].insert(origins[i]->school);
    names[year_facet].insert(origins[i]->year);
    names[kind_facet].insert(origins[i]->kinds);
  }
  const auto list = [&](Facet facet) { return Names(names[facet].begin(), names[facet].end()); };
  FacetTable table{list(city_facet), list(school_facet), list(year_facet), list(kind_facet), {}};
  for (std::size_t i = 0; i < origins.size(); ++i) {
    const Origin& origin = *origins[i];
    if (is_new(i)) {
      table.runs.push_back({0, place_of(table.cities, origin.city), place_of(table.schools, origin.school),
                            place_of(table.years, origin.year), place_of(table.kinds, origin.kinds)});
    }
    table.runs.back().end = static_cast<std::uint32_t>(i) + 1;
  }
  return table;
}

std::u32string write_facet_names(const FacetTable& table) {
  std::u32string out;
  for (const Names* names : {&table.cities, &table.schools, &table.years, &table.kinds}) {
    if (names != &table.cities) out += list_separator;
    for (const std::string& name : *names)
      out += (&name == names->data() ? U"" : std::u32string(1, name_separator)) + code_points(name);
  }
  return out;
}

/// A run is mostly of the same year and school as the one before.
std::string write_facet_runs(const FacetTable& table) {
  BitWriter out;
  out.put_number(static_cast<std::uint32_t>(table.runs.size()));
  Run before;
  for (const Run& run : table.runs) {
    out.put_number(run.end - before.end - 1);
    const bool same = run.year == before.year && run.city == before.city && run.school == before.school;
    out.put(same, 1);
    if (!same) {
      out.put_below(run.year, static_cast<std::uint32_t>(table.years.size()));
      out.put_below(run.city, static_cast<std::uint32_t>(table.cities.size()));
      out.put_below(run.school, static_cast<std::uint32_t>(table.schools.size()));
    }
    out.put_below(run.kinds, static_cast<std::uint32_t>(table.kinds.size()));
    before = run;
  }
  return out.characters();
}

FacetTable read_facets(std::u32string_view names, std::string_view runs, std::uint32_t page_count) {
  std::vector<Names> lists;
  for (std::size_t begin = 0; begin <= names.size();) {
    const std::size_t end = std::min(names.find(list_separator, begin), names.size());
    lists.push_back(read_names(names.substr(begin, end - begin)));
    begin = end + 1;
  }
  if (lists.size() != facets) throw FormatError("lists of facets that are cut off");
  FacetTable table{lists[0], lists[1], lists[2], lists[3], {}};
  BitReader in(runs);
  const auto place = [&](const Names& list) {
    const std::uint32_t at = in.below(static_cast<std::uint32_t>(list.size()));
    if (at >= list.size()) throw FormatError("a facet that cannot be");
    return at;
  };
  const std::uint32_t count = in.number();
  if (count > most_runs) throw FormatError("more runs than there can be");
  Run run;
  for (std::uint32_t i = 0; i < count; ++i) {
    run.end += in.number() + 1;
    if (in.get(1) == 0) {
      run.year = place(table.years);
      run.city = place(table.cities);
      run.school = place(table.schools);
    }
    run.kinds = place(table.kinds);
    table.runs.push_back(run);
  }
  if (run.end != page_count) throw FormatError("runs that end elsewhere");
  return table;
}

FacetFilter::FacetFilter(const FacetTable& table, const Filter& filter) : table_(table) {
  std::vector<bool> kinds;
  for (const std::string& set : table.kinds) kinds.push_back(meets_one(filter.kinds, split_kinds(set)));
  for (const Run& run : table.runs) {
    misses_.push_back(
        static_cast<std::uint8_t>((meets(filter.cities, table.cities[run.city]) ? 0 : 1 << city_facet) |
                                  (meets(filter.schools, table.schools[run.school]) ? 0 : 1 << school_facet) |
                                  (meets(filter.years, table.years[run.year]) ? 0 : 1 << year_facet) |
                                  (kinds[run.kinds] ? 0 : 1 << kind_facet)));
  }
}

std::vector<bool> FacetFilter::passes(std::span<const std::uint32_t> pages) const {
  std::vector<bool> out;
  std::size_t run = 0;
  for (const std::uint32_t page : pages) {
    while (table_.runs[run].end <= page) ++run;
    out.push_back(misses_[run] == 0);
  }
  return out;
}

std::vector<int> FacetFilter::weights(std::span<const std::uint32_t> pages) const {
  std::vector<int> weights, out;
  for (const std::string& kinds : table_.kinds) weights.push_back(weight_of_kinds(kinds));
  std::size_t run = 0;
  for (const std::uint32_t page : pages) {
    while (table_.runs[run].end <= page) ++run;
    out.push_back(weights[table_.runs[run].kinds]);
  }
  return out;
}

FacetCounts FacetFilter::count(std::span<const std::uint32_t> pages) const {
  std::map<std::string, std::size_t> counts[facets];
  std::size_t run = 0;
  const auto counted = [&](Facet facet) { return (misses_[run] & ~(1u << facet)) == 0; };
  for (const std::uint32_t page : pages) {
    while (table_.runs[run].end <= page) ++run;
    const Run& from = table_.runs[run];
    if (counted(city_facet)) ++counts[city_facet][table_.cities[from.city]];
    if (counted(school_facet)) ++counts[school_facet][table_.schools[from.school]];
    if (counted(year_facet)) ++counts[year_facet][table_.years[from.year]];
    if (!counted(kind_facet)) continue;
    for (const std::string& kind : split_kinds(table_.kinds[from.kinds])) ++counts[kind_facet][kind];
  }
  return {sorted(counts[city_facet]), sorted(counts[school_facet]), sorted(counts[year_facet]),
          sorted(counts[kind_facet])};
}

}  // namespace nianbao::search
