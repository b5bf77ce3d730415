#include "compose/partner_page.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "compose/addresses.h"
#include "compose/json_ld.h"
#include "text/collation.h"
#include "text/escape.h"

namespace nianbao::compose {
namespace {

bool names_partners(const ReportSummary& report) {
  return !report.partners.empty() || !report.services.empty();
}

class PartnerPage {
 public:
  explicit PartnerPage(const Portal& portal) : portal_(portal), strings_(portal.strings) {
    model::for_each_organisation(portal.site.organisations, [&](const model::Organisation& one, const auto&) {
      if (const ReportSummary* report = newest_partners(portal, one)) schools_.emplace_back(&one, report);
    });
  }

  std::optional<Page> make() {
    if (schools_.empty()) return std::nullopt;
    Page page;
    page.kind = PageKind::partners;
    page.address = partners_address;
    page.title = strings_["partners"];
    page.description = strings_["partners_description"];
    page.breadcrumb = {{std::string(strings_["home"]), "index.html"}};
    page.components.push_back(Html{fmt::format("<p>{}</p>", text::html(page.description)), page.description});
    add_enterprises(page);
    add_services(page);
    for (const auto& [school, report] : schools_) add_contact(page, *school);
    return page;
  }

 private:
  void add_enterprises(Page& page) const {
    std::map<std::string, CardsView::Card> cards;
    for (const auto& [school, report] : schools_) {
      for (const Partner& partner : report->partners) {
        CardsView::Card& card = cards[partner.name];
        card.title = partner.name;
        if (card.address.empty()) card.address = partner.address;
        card.badge = std::to_string(report->year);
        if (card.subtitle.find(school->name) == std::string::npos)
          card.subtitle += (card.subtitle.empty() ? "" : "、") + school->name;
        card.facts.insert(card.facts.end(), partner.facts.begin(), partner.facts.end());
      }
    }
    const text::PinyinOrder order;
    CardsView view{"enterprises", std::string(strings_["partners_enterprises"]), "", {}};
    for (auto& [name, card] : cards) view.cards.push_back(std::move(card));
    std::stable_sort(view.cards.begin(), view.cards.end(),
                     [&](const auto& a, const auto& b) { return order(a.title, b.title); });
    if (!view.cards.empty()) page.components.push_back(std::move(view));
  }

  void add_services(Page& page) const {
    ListView list{"services", std::string(strings_["partners_services"]), {}};
    for (const auto& [school, report] : schools_) {
      for (const auto& [title, address] : report->services)
        list.items.push_back({0, school->name, title, address});
    }
    if (!list.items.empty()) page.components.push_back(std::move(list));
  }

  void add_contact(Page& page, const model::Organisation& school) const {
    if (school.contact.empty()) return;
    ContactView contact = contact_view(school);
    contact.title = strings_.format("contact_of", {school.name});
    page.components.push_back(std::move(contact));
  }

  const Portal& portal_;
  const text::Strings& strings_;
  std::vector<std::pair<const model::Organisation*, const ReportSummary*>> schools_;
};

}  // namespace

const ReportSummary* newest_partners(const Portal& portal, const model::Organisation& school) {
  for (const auto& settings : school.reports) {
    const auto found = portal.summaries.find(settings.address);
    if (found != portal.summaries.end() && names_partners(found->second)) return &found->second;
  }
  return nullptr;
}

bool has_partner_page(const Portal& portal) {
  return std::any_of(portal.summaries.begin(), portal.summaries.end(),
                     [](const auto& report) { return names_partners(report.second); });
}

std::optional<Page> partner_page(const Portal& portal) { return PartnerPage(portal).make(); }

}  // namespace nianbao::compose
