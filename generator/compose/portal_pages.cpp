#include "compose/portal_pages.h"

#include <algorithm>
#include <fmt/format.h>

#include "compose/addresses.h"
#include "compose/corrections_page.h"
#include "compose/json_ld.h"
#include "compose/major_pages.h"
#include "compose/name_index.h"
#include "compose/origin.h"
#include "compose/partner_page.h"
#include "text/escape.h"

namespace nianbao::compose {
namespace {

using model::Organisation;
using model::OrganisationKind;
using Parents = std::vector<const Organisation*>;

constexpr std::size_t most_suggestions = 4, most_new_reports = 8;

CardsView cards(const Portal& portal, std::string id, std::string_view key) {
  return {std::move(id), std::string(portal.strings[key]), "", {}};
}

std::string badge_of(const Portal& portal, const Organisation& organisation) {
  return organisation.notice.empty() ? "" : std::string(portal.strings["sample_data"]);
}

CardsView places(const Portal& portal) {
  CardsView view = cards(portal, "places", "places");
  model::for_each_organisation(portal.site.organisations, [&](const Organisation& place, const Parents&) {
    if (place.kind == OrganisationKind::school) return;
    view.cards.push_back({place.name, "", place.description, badge_of(portal, place),
                          organisation_page(place.address), counts_below(portal.strings, place)});
  });
  return view;
}

CardsView schools_with_reports(const Portal& portal) {
  CardsView view = cards(portal, "schools", "schools");
  model::for_each_organisation(portal.site.organisations,
                               [&](const Organisation& school, const Parents& parents) {
                                 if (school.kind != OrganisationKind::school || school.reports.empty())
                                   return;
                                 CardsView::Card& card = view.cards.emplace_back();
                                 card.title = school.name;
                                 card.subtitle = parents.empty() ? "" : parents.back()->name;
                                 card.badge = badge_of(portal, school);
                                 card.address = organisation_page(school.address);
                                 if (!school.type.empty()) card.facts.push_back(school.type);
                               });
  return view;
}

/// The newest report of each organisation, newest years first.
CardsView newest_reports(const Portal& portal) {
  std::vector<std::pair<int, CardsView::Card>> newest;
  model::for_each_organisation(portal.site.organisations, [&](const Organisation& issuer, const Parents&) {
    if (issuer.reports.empty()) return;
    const model::ReportSettings& report = issuer.reports.front();
    const std::string edition = report.edition.empty() ? std::to_string(report.year) : report.edition;
    newest.push_back(
        {report.year, {report.title, issuer.name, report.summary, edition, report_page(report.address), {}}});
  });
  std::stable_sort(newest.begin(), newest.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  CardsView view = cards(portal, "reports", "latest_reports");
  for (auto& [year, card] : newest) {
    if (view.cards.size() < most_new_reports) view.cards.push_back(std::move(card));
  }
  return view;
}

}  // namespace

std::vector<std::string> search_suggestions(const Portal& portal) {
  if (!portal.site.suggestions.empty()) return portal.site.suggestions;
  std::map<std::string, std::size_t> reports_of;
  for (const auto& [address, report] : portal.summaries) {
    for (const Major& major : report.majors) ++reports_of[major.name];
  }
  std::vector<std::pair<std::string, std::size_t>> majors(reports_of.begin(), reports_of.end());
  std::stable_sort(majors.begin(), majors.end(),
                   [](const auto& a, const auto& b) { return a.second > b.second; });
  std::vector<std::string> words;
  for (const auto& [name, count] : majors) {
    if (words.size() < most_suggestions) words.push_back(name);
  }
  return words;
}

Page portal_page(const Portal& portal) {
  Page page;
  page.kind = PageKind::portal;
  page.address = "index.html";
  page.title = portal.site.title;
  page.description = portal.site.description;
  page.json_ld = website_json_ld(portal.site);
  if (const std::string& description = portal.site.description; !description.empty())
    page.components.push_back(Html{fmt::format("<p>{}</p>", text::html(description)), description});
  if (const auto& above = portal.site.portal; !above.url.empty())
    page.components.push_back(
        Html{fmt::format("<p><a href=\"{}\">{}</a></p>", text::html(above.url),
                         text::html(portal.strings.format("part_of_portal", {above.title}))),
             ""});
  page.components.push_back(SearchView{search_suggestions(portal)});
  if (has_major_pages(portal))
    page.components.push_back(
        ListView{"majors",
                 std::string(portal.strings["majors_find"]),
                 {{0, "", std::string(portal.strings["majors_all"]), std::string(majors_address)}}});
  if (has_partner_page(portal))
    page.components.push_back(
        ListView{"partners",
                 std::string(portal.strings["partners"]),
                 {{0, "", std::string(portal.strings["partners_link"]), std::string(partners_address)}}});
  for (CardsView& view :
       std::vector<CardsView>{places(portal), schools_with_reports(portal), newest_reports(portal)}) {
    if (!view.cards.empty()) page.components.push_back(std::move(view));
  }
  if (const std::size_t corrections = count_corrections(portal); corrections > 0)
    page.components.push_back(
        ListView{"corrections",
                 std::string(portal.strings["corrections"]),
                 {{0, "", portal.strings.format("corrections_link", {std::to_string(corrections)}),
                   std::string(corrections_page_address)}}});
  return page;
}

Page search_page(const Portal& portal) {
  Page page = page_below_home(PageKind::search, "search.html", portal.strings, "search", "search");
  page.components.push_back(SearchView{search_suggestions(portal)});
  page.components.push_back(
      ListView{"names",
               std::string(portal.strings["name_index"]),
               {{0, "", std::string(portal.strings["name_index_of"]), std::string(name_index_address)}}});
  ListView schools{"index", std::string(portal.strings["search_index"]), {}};
  model::for_each_organisation(
      portal.site.organisations, [&](const Organisation& organisation, const Parents& parents) {
        schools.items.push_back({static_cast<int>(parents.size()), "", organisation.name,
                                 organisation_page(organisation.address)});
      });
  page.components.push_back(std::move(schools));
  return page;
}

Page not_found_page(const Portal& portal) {
  Page page;
  page.kind = PageKind::not_found;
  page.address = "404.html";
  page.title = portal.strings["not_found_title"];
  page.components.push_back(Html{fmt::format("<p>{}</p>", portal.strings["not_found_text"])});
  page.components.push_back(SearchView{{}});
  return page;
}

}  // namespace nianbao::compose
