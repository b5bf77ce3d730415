#include "compose/name_index.h"

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "compose/addresses.h"
#include "compose/origin.h"
#include "text/collation.h"
#include "text/initial_letters.h"

namespace nianbao::compose {
namespace {

struct Named {
  std::string_view kind;  ///< key of the word for it
  std::string name, place, address;
};

class NameCollector {
 public:
  explicit NameCollector(const Portal& portal) : portal_(portal) {}

  std::vector<Named> run() {
    model::for_each_organisation(portal_.site.organisations,
                                 [&](const model::Organisation& organisation, const auto& parents) {
                                   add(organisation, parents.empty() ? "" : parents.back()->name);
                                 });
    return std::move(names_);
  }

 private:
  void add(const model::Organisation& organisation, const std::string& place) {
    const bool is_school = organisation.kind == model::OrganisationKind::school;
    const std::string home = organisation_page(organisation.address);
    names_.push_back({is_school ? "name_school" : "name_place", organisation.name, place, home});
    bool has_majors = false, has_figures = false;
    for (const auto& settings : organisation.reports) {
      const auto found = portal_.summaries.find(settings.address);
      if (found == portal_.summaries.end()) continue;
      const ReportSummary& report = found->second;
      for (const CaseSummary& item : report.cases)
        names_.push_back({"name_case", item.title, organisation.name, item.address});
      if (!has_majors) add_majors(report, organisation.name, home + "#majors");
      if (!has_figures) add_figures(report, organisation.name);
      has_majors = has_majors || !report.majors.empty();
      has_figures = has_figures || !report.figures.empty();
    }
  }

  void add_majors(const ReportSummary& report, const std::string& place, const std::string& address) {
    std::set<std::string_view> known;  // a major may have a row for each of its directions
    for (const Major& major : report.majors) {
      if (known.insert(major.name).second) names_.push_back({"name_major", major.name, place, address});
    }
  }

  void add_figures(const ReportSummary& report, const std::string& place) {
    for (const KeyFigureValue& figure : report.figures) {
      if (!figure.address.empty()) names_.push_back({"name_indicator", figure.label, place, figure.address});
    }
  }

  const Portal& portal_;
  std::vector<Named> names_;
};

}  // namespace

Page name_index_page(const Portal& portal) {
  Page page =
      page_below_home(PageKind::names, name_index_address, portal.strings, "name_index", "name_index");
  page.breadcrumb.push_back({std::string(portal.strings["search"]), "search.html"});
  const text::PinyinOrder order;
  const text::InitialLetters letters;
  std::map<std::string, std::vector<std::pair<std::string, Named>>> by_letter;
  for (Named& named : NameCollector(portal).run()) {
    std::string key = order.sort_key(named.name);
    by_letter[letters.of(named.name)].emplace_back(std::move(key), std::move(named));
  }
  for (auto& [letter, names] : by_letter) {
    std::stable_sort(names.begin(), names.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    ListView list{letter == "#" ? "letter-other" : "letter-" + letter, letter, {}};
    for (const auto& [key, named] : names)
      list.items.push_back(
          {0, std::string(portal.strings[named.kind]),
           named.place.empty() ? named.name : fmt::format("{}（{}）", named.name, named.place),
           named.address});
    page.page_contents.push_back({"", letter, page.address + "#" + list.id});
    page.components.push_back(std::move(list));
  }
  return page;
}

}  // namespace nianbao::compose
