#include "compose/partner_page.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>
#include <map>
#include <set>

#include "compose/addresses.h"
#include "compose/json_ld.h"
#include "compose/origin.h"
#include "text/collation.h"
#include "text/escape.h"
#include "text/initial_letters.h"

namespace nianbao::compose {
namespace {

constexpr std::size_t most_offers = 10;
constexpr std::size_t least_for_letters = 20;  ///< below that a list is seen at a glance

bool names_partners(const ReportSummary& report) {
  return !report.partners.empty() || !report.services.empty();
}

/// With whom an enterprise works, and how.
struct Cooperations {
  std::vector<std::string> schools, kinds;

  void add(const std::string& school, const std::vector<std::string>& more_kinds) {
    add_new(schools, school);
    for (const std::string& kind : more_kinds) add_new(kinds, kind);
  }

  /// "2 所学校：订单班、学徒制"; a single school by its name.
  std::string in_short(const text::Strings& strings) const {
    const std::string who = schools.size() == 1 ? schools[0] : strings.count("count_schools", schools.size());
    if (kinds.empty()) return who;
    return fmt::format("{}{}{}", who, strings["colon"], fmt::join(kinds, strings["list_joiner"]));
  }

 private:
  static void add_new(std::vector<std::string>& to, const std::string& one) {
    if (std::find(to.begin(), to.end(), one) == to.end()) to.push_back(one);
  }
};

class PartnerPage {
 public:
  explicit PartnerPage(const Portal& portal) : portal_(portal), strings_(portal.strings) {
    model::for_each_organisation(portal.site.organisations, [&](const model::Organisation& one, const auto&) {
      if (const ReportSummary* report = newest_partners(portal, one)) schools_.emplace_back(&one, report);
    });
  }

  std::optional<Page> make() {
    if (schools_.empty()) return std::nullopt;
    Page page =
        page_below_home(PageKind::partners, partners_address, strings_, "partners", "partners_description");
    page.components.push_back(Html{fmt::format("<p>{}</p>", text::html(page.description)), page.description});
    add_kinds(page);
    add_enterprises(page);
    add_services(page);
    add_contacts(page);
    return page;
  }

 private:
  template <typename View>
  static void add_section(Page& page, View view) {
    page.page_contents.push_back({"", view.title, page.address + "#" + view.id});
    page.components.push_back(std::move(view));
  }

  CardsView::Detail school_link(const model::Organisation& school) const {
    return {std::string(strings_["school"]), {{school.name, organisation_page(school.address)}}};
  }

  /// 现代学徒制: the schools that name it, in the order of the schools.
  void add_kinds(Page& page) const {
    std::map<std::string, std::vector<std::string>> schools_by_kind;
    for (const auto& [school, report] : schools_) {
      for (const Partner& partner : report->partners) {
        for (const std::string& kind : kinds_of_cooperation(partner)) {
          auto& schools = schools_by_kind[kind];
          if (schools.empty() || schools.back() != short_name(*school))
            schools.push_back(short_name(*school));
        }
      }
    }
    FactsView view{"cooperation", std::string(strings_["cooperation_kinds"]), {}};
    for (const auto& [kind, schools] : schools_by_kind)
      view.facts.emplace_back(kind, fmt::format("{}", fmt::join(schools, strings_["list_joiner"])));
    const text::PinyinOrder order;
    std::stable_sort(view.facts.begin(), view.facts.end(),
                     [&](const auto& a, const auto& b) { return order(a.first, b.first); });
    if (!view.facts.empty()) add_section(page, std::move(view));
  }

  void add_enterprises(Page& page) const {
    const MajorAddresses majors = major_addresses(major_entries(portal_));
    std::map<std::string, CardsView::Card> cards;
    std::map<std::string, Cooperations> cooperations;
    for (const auto& [school, report] : schools_) {
      std::set<std::string> named;
      for (const Partner& partner : report->partners) {
        cooperations[partner.name].add(short_name(*school), kinds_of_cooperation(partner));
        CardsView::Card& card = cards[partner.name];
        card.title = partner.name;
        if (card.address.empty()) card.address = partner.address;
        card.badge = std::to_string(report->year);
        const bool again = !named.insert(partner.name).second;
        if (!again) {
          card.details.push_back(school_link(*school));
          card.details.back().begins = card.details.size() > 1;
        }
        add_row(card, row_details(partner, majors), again);
      }
    }
    const text::PinyinOrder order;
    CardsView view{"enterprises", std::string(strings_["partners_enterprises"]), "", {}, {}, true};
    for (auto& [name, card] : cards) {
      card.subtitle = cooperations.at(name).in_short(strings_);
      view.cards.push_back(std::move(card));
    }
    std::stable_sort(view.cards.begin(), view.cards.end(),
                     [&](const auto& a, const auto& b) { return order(a.title, b.title); });
    if (view.cards.size() >= least_for_letters) add_letters(view, page.address);
    if (!view.cards.empty()) add_section(page, std::move(view));
  }

  static void add_letters(CardsView& view, const std::string& address) {
    const text::InitialLetters letters;
    std::set<std::string> known;
    for (CardsView::Card& card : view.cards) {
      const std::string letter = letters.of(card.title);
      if (!known.insert(letter).second) continue;
      card.id = view.id + (letter == "#" ? "-other" : "-" + letter);
      view.letters.push_back({letter, address + "#" + card.id});
    }
  }

  /// Rows of one cell each, of one column, are one line: "培训人数 3470 395".
  static void add_row(CardsView::Card& card, std::vector<CardsView::Detail> row, bool again) {
    if (again && row.size() == 1 && card.details.back().name == row.front().name) {
      std::ranges::move(row.front().values, std::back_inserter(card.details.back().values));
      return;
    }
    if (again && !row.empty()) row.front().begins = true;
    std::ranges::move(row, std::back_inserter(card.details));
  }

  /// A card for each table; of a long one its beginning.
  void add_services(Page& page) const {
    CardsView view{"services", std::string(strings_["partners_services"]), "", {}, {}, true};
    for (const auto& [school, report] : schools_) {
      for (const Service& service : report->services) {
        CardsView::Card& card = view.cards.emplace_back();
        card.title = service.title;
        card.address = service.address;
        card.badge = std::to_string(report->year);
        card.subtitle = short_name(*school);
        card.details.push_back(school_link(*school));
        for (const NamedFacts& offer : service.offers) {
          if (card.details.size() > most_offers) break;
          CardsView::Detail& detail = card.details.emplace_back(CardsView::Detail{offer.name, {}});
          for (const RowFact& fact : offer.facts) detail.values.push_back({fact.value, ""});
        }
        if (service.offers.size() > most_offers)
          card.details.push_back(
              {std::string(strings_["offers_left"]),
               {{strings_.format("offers_count", {std::to_string(service.offers.size() - most_offers)}),
                 service.address}}});
        add_phones(card, *school);
      }
    }
    if (!view.cards.empty()) add_section(page, std::move(view));
  }

  void add_phones(CardsView::Card& card, const model::Organisation& school) const {
    const std::size_t before = card.details.size();
    for (const auto& phone : school.contact.phones)
      card.details.push_back({phone.label.empty() ? std::string(strings_["phone"]) : phone.label,
                              {{phone.number, "tel:" + phone.number}}});
    if (card.details.size() > before) card.details[before].begins = before > 0;
  }

  void add_contacts(Page& page) const {
    CardsView view{"contacts", std::string(strings_["partners_contacts"]), "", {}};
    for (const auto& [school, report] : schools_) {
      if (school->contact.empty()) continue;
      const ContactView contact = contact_view(*school);
      CardsView::Card& card = view.cards.emplace_back();
      card.title = school->name;
      card.address = organisation_page(school->address);
      add_phones(card, *school);
      const auto line = [&](std::string_view key, const std::string& value, const std::string& address) {
        if (!value.empty()) card.details.push_back({std::string(strings_[key]), {{value, address}}});
      };
      line("address", contact.address, "");
      line("email", contact.email, "mailto:" + contact.email);
    }
    if (!view.cards.empty()) add_section(page, std::move(view));
  }

  const Portal& portal_;
  const text::Strings& strings_;
  std::vector<std::pair<const model::Organisation*, const ReportSummary*>> schools_;
};

}  // namespace

std::vector<std::string> kinds_of_cooperation(const NamedFacts& row) {
  for (const RowFact& fact : row.facts) {
    if (fact.about == RowFact::About::cooperation) return named_in(fact.value);
  }
  return {};
}

MajorAddresses major_addresses(const std::vector<MajorEntry>& entries) {
  MajorAddresses addresses;
  for (const MajorEntry& entry : entries) addresses.emplace(entry.name, entry.address);
  return addresses;
}

std::vector<CardsView::Detail> row_details(const NamedFacts& row, const MajorAddresses& majors) {
  std::vector<CardsView::Detail> details;
  for (const RowFact& fact : row.facts) {
    CardsView::Detail& detail = details.emplace_back(CardsView::Detail{fact.name, {}});
    if (fact.about == RowFact::About::anything) {
      detail.values.push_back({fact.value, ""});
      continue;
    }
    for (std::string& name : named_in(fact.value)) {
      const auto major = fact.about == RowFact::About::majors ? majors.find(name) : majors.end();
      detail.values.push_back({std::move(name), major == majors.end() ? "" : major->second});
    }
  }
  return details;
}

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
