#include "search/facets.h"

#include <algorithm>
#include <set>

#include "search/bits.h"
#include "search/fold.h"
#include "search/ranking.h"

namespace nianbao::search {
namespace {

constexpr char32_t list_separator = 0x1E, name_separator = 0x1F;

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

/// For each name what words in it are worth.
std::vector<int> values_of(const Names& names, const std::vector<Word>& words) {
  std::vector<int> values;
  for (const std::string& name : names) {
    const std::u32string folded = fold(code_points(name));
    int value = 0;
    for (const Word& word : words) {
      const bool stands = std::any_of(word.forms.begin(), word.forms.end(), [&](const std::u32string& form) {
        return folded.find(form) != std::u32string::npos;
      });
      value += stands ? word.rarity * named_value : 0;
    }
    values.push_back(value);
  }
  return values;
}

/// The runs of one year, city and school, most often a report. Reports are alike: what kinds of pages they
/// have, and nearly how many of each, is told by the difference from the one before.
struct Report {
  std::uint32_t year = 0, city = 0, school = 0;
  std::vector<std::uint32_t> kinds, lengths;  ///< of each run: place of its kinds, growing, and its pages
};

std::vector<Report> reports_of(std::span<const Run> runs) {
  std::vector<Report> reports;
  std::uint32_t begin = 0;
  for (const Run& run : runs) {
    const bool goes_on = !reports.empty() && reports.back().year == run.year &&
                         reports.back().city == run.city && reports.back().school == run.school &&
                         reports.back().kinds.back() < run.kinds;
    if (!goes_on) reports.push_back({run.year, run.city, run.school, {}, {}});
    reports.back().kinds.push_back(run.kinds);
    reports.back().lengths.push_back(run.end - begin);
    begin = run.end;
  }
  return reports;
}

void write_kinds(BitWriter& out, const std::vector<std::uint32_t>& kinds) {
  out.put_number(static_cast<std::uint32_t>(kinds.size() - 1));
  std::uint32_t least = 0;
  for (const std::uint32_t kind : kinds) {
    out.put_number(kind - least);
    least = kind + 1;
  }
}

/// Growing places; the bits they take are at least as many.
std::vector<std::uint32_t> read_kinds(BitReader& in) {
  std::vector<std::uint32_t> kinds;
  std::uint64_t least = 0;
  for (std::uint64_t left = std::uint64_t{in.number()} + 1; left > 0; --left) {
    const std::uint64_t kind = least + in.number();
    if (kind >= 0xFFFFFFFF) throw FormatError("a facet that cannot be");
    kinds.push_back(static_cast<std::uint32_t>(kind));
    least = kind + 1;
  }
  return kinds;
}

/// Differences as numbers from 0: 0, −1, 1, −2, 2 …
std::uint32_t zigzag(std::uint32_t value, std::uint32_t before) {
  return value >= before ? 2 * (value - before) : 2 * (before - value) - 1;
}

/// 0 for what is less than 1.
std::uint32_t unzigzag(std::uint32_t number, std::uint32_t before) {
  const std::uint32_t half = number / 2 + number % 2;
  if (number % 2 == 0) return before + half;
  return half < before ? before - half : 0;
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

std::string write_facet_runs(const FacetTable& table) {
  const std::vector<Report> reports = reports_of(table.runs);
  BitWriter out;
  out.put_number(static_cast<std::uint32_t>(reports.size()));
  Report before;
  for (const Report& report : reports) {
    const bool follows = !before.lengths.empty() && report.year == before.year &&
                         report.city == before.city && report.school > before.school;
    out.put(follows, 1);
    if (follows) {
      out.put_number(report.school - before.school - 1);
    } else {
      out.put_below(report.year, static_cast<std::uint32_t>(table.years.size()));
      out.put_below(report.city, static_cast<std::uint32_t>(table.cities.size()));
      out.put_below(report.school, static_cast<std::uint32_t>(table.schools.size()));
    }
    const bool is_alike = report.kinds == before.kinds;
    out.put(is_alike, 1);
    if (!is_alike) write_kinds(out, report.kinds);
    for (std::size_t i = 0; i < report.lengths.size(); ++i)
      out.put_number(zigzag(report.lengths[i], is_alike ? before.lengths[i] : 0));
    before = report;
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
  Report report;
  std::uint32_t end = 0;
  for (std::uint32_t left = in.number(); left > 0; --left) {
    if (in.get(1) != 0) {
      report.school += in.number() + 1;
    } else {
      report.year = place(table.years);
      report.city = place(table.cities);
      report.school = place(table.schools);
    }
    if (in.get(1) == 0) {
      report.kinds = read_kinds(in);
      report.lengths.assign(report.kinds.size(), 0);
    }
    if (report.school >= table.schools.size() || report.kinds.empty() ||
        report.kinds.back() >= table.kinds.size())
      throw FormatError("a facet that cannot be");
    for (std::size_t i = 0; i < report.kinds.size(); ++i) {
      report.lengths[i] = unzigzag(in.number(), report.lengths[i]);
      if (report.lengths[i] == 0 || report.lengths[i] > page_count - end)
        throw FormatError("a run of a length that cannot be");
      end += report.lengths[i];
      table.runs.push_back({end, report.city, report.school, report.year, report.kinds[i]});
    }
  }
  if (end != page_count) throw FormatError("runs that end elsewhere");
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

std::vector<int> FacetFilter::named(std::span<const std::uint32_t> pages,
                                    const std::vector<Word>& words) const {
  const std::vector<int> schools = values_of(table_.schools, words), cities = values_of(table_.cities, words);
  std::vector<int> out;
  std::size_t run = 0;
  for (const std::uint32_t page : pages) {
    while (table_.runs[run].end <= page) ++run;
    const Run& from = table_.runs[run];
    out.push_back(table_.schools[from.school].empty() ? cities[from.city] : schools[from.school]);
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
