#include "compose/major_pages.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <set>

#include "compose/addresses.h"
#include "compose/city_aggregates.h"
#include "compose/fingerprint.h"
#include "compose/origin.h"
#include "compose/partner_page.h"
#include "text/collation.h"
#include "text/escape.h"
#include "text/utf8.h"

namespace nianbao::compose {
namespace {

constexpr std::size_t shortest_name = 2, most_cases = 12, most_partners = 24;

/// A school's newest report that lists its majors.
const ReportSummary* newest_majors(const Portal& portal, const model::Organisation& organisation) {
  for (const auto& settings : organisation.reports) {
    const auto found = portal.summaries.find(settings.address);
    if (found != portal.summaries.end() && !found->second.majors.empty()) return &found->second;
  }
  return nullptr;
}

bool is_code(std::string_view code) {
  return !code.empty() && std::all_of(code.begin(), code.end(), [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  });
}

void give_addresses(std::vector<MajorEntry>& entries) {
  std::set<std::string> taken;
  for (MajorEntry& entry : entries) {
    const auto coded = std::find_if(entry.offers.begin(), entry.offers.end(),
                                    [](const MajorOffer& offer) { return is_code(offer.major->code); });
    std::string name = coded == entry.offers.end() ? "m" + fingerprint({entry.name}) : coded->major->code;
    if (!taken.insert(name).second) taken.insert(name = "m" + fingerprint({entry.name}));
    entry.address = fmt::format("majors/{}.html", name);
  }
}

/// The commonest of what the schools state, the first of equals.
std::string stated(const MajorEntry& entry, std::string Major::*member) {
  std::string best;
  std::ptrdiff_t most = 0;
  for (const MajorOffer& offer : entry.offers) {
    const std::string& text = offer.major->*member;
    const auto count = std::count_if(entry.offers.begin(), entry.offers.end(),
                                     [&](const MajorOffer& other) { return other.major->*member == text; });
    if (!text.empty() && count > most) best = text, most = count;
  }
  return best;
}

class MajorPage {
 public:
  MajorPage(const Portal& portal, const MajorEntry& entry, const MajorAddresses& addresses)
      : portal_(portal), strings_(portal.strings), entry_(entry), addresses_(addresses) {}

  Page make() {
    Page page;
    page.kind = PageKind::major;
    page.address = entry_.address;
    page.title = entry_.name;
    page.description =
        strings_.format("major_offered_by", {entry_.name, std::to_string(entry_.offers.size())});
    page.breadcrumb = {{std::string(strings_["home"]), "index.html"},
                       {std::string(strings_["majors_all"]), std::string(majors_address)}};
    page.components.push_back(Html{fmt::format("<p>{}</p>", text::html(page.description)), page.description});
    add_facts(page);
    add_schools(page);
    add_partners(page);
    add_cases(page);
    return page;
  }

 private:
  void add_facts(Page& page) const {
    FactsView view{"facts", std::string(strings_["major_facts"]), {}};
    const std::pair<std::string_view, std::string Major::*> facts[] = {{"major_code", &Major::code},
                                                                       {"major_category", &Major::category},
                                                                       {"major_class", &Major::major_class},
                                                                       {"duration", &Major::duration}};
    for (const auto& [key, member] : facts) {
      if (std::string text = stated(entry_, member); !text.empty())
        view.facts.emplace_back(strings_[key], std::move(text));
    }
    if (std::string kinds = cooperation(); !kinds.empty())
      view.facts.emplace_back(strings_["cooperation_kinds"], std::move(kinds));
    if (!view.facts.empty()) page.components.push_back(std::move(view));
  }

  void add_schools(Page& page) const {
    CardsView view{
        "schools", std::string(strings_["major_schools"]), std::string(strings_["major_schools_note"]), {}};
    for (const MajorOffer& offer : entry_.offers) {
      CardsView::Card card;
      card.title = offer.school->name;
      card.subtitle = offer.place == nullptr ? "" : offer.place->name;
      card.text = offer.major->features;
      card.badge = std::to_string(offer.report->year);
      card.address = organisation_page(offer.school->address) + "#majors";
      const auto fact = [&](std::string_view key, const std::string& value) {
        if (!value.empty()) card.facts.push_back(fmt::format("{} {}", strings_[key], value));
      };
      if (!offer.several) {
        fact("major_students", offer.major->students);
        fact("major_enrolled", offer.major->enrolled);
      }
      fact("duration", offer.major->duration);
      fact("department", offer.major->department);
      if (const auto& phones = offer.school->contact.phones; !phones.empty())
        card.details.push_back(
            {std::string(strings_["phone"]), {{phones.front().number, "tel:" + phones.front().number}}});
      view.cards.push_back(std::move(card));
    }
    page.components.push_back(std::move(view));
  }

  /// The major's full name and the shorter ones.
  std::vector<std::string> names_of_major() const {
    std::vector<std::string> names = short_major_names(entry_.name);
    names.push_back(entry_.name);
    return names;
  }

  /// Whether a row is about the major: by its column of majors, or else by anything it says.
  bool is_about_major(const NamedFacts& row, const std::vector<std::string>& names) const {
    const auto has_column = std::find_if(row.facts.begin(), row.facts.end(), [](const RowFact& fact) {
      return fact.about == RowFact::About::majors;
    });
    if (has_column != row.facts.end()) {
      const std::vector<std::string> majors = named_in(has_column->value);
      return std::any_of(majors.begin(), majors.end(), [&](const std::string& major) {
        return std::find(names.begin(), names.end(), major) != names.end();
      });
    }
    return std::any_of(row.facts.begin(), row.facts.end(), [&](const RowFact& fact) {
      return std::any_of(names.begin(), names.end(),
                         [&](const std::string& name) { return fact.value.find(name) != std::string::npos; });
    });
  }

  /// Enterprises of which a school says that they have to do with the major; of the others, where they are
  /// listed.
  void add_partners(Page& page) const {
    const std::vector<std::string> names = names_of_major();
    CardsView view{"partners", std::string(strings_["partners_enterprises"]), "", {}};
    bool listed = false;
    for (const MajorOffer& offer : entry_.offers) {
      const ReportSummary* report = newest_partners(portal_, *offer.school);
      if (report == nullptr) continue;
      listed = true;
      for (const Partner& partner : report->partners) {
        if (!is_about_major(partner, names) || view.cards.size() == most_partners) continue;
        CardsView::Card& card = view.cards.emplace_back();
        card = {partner.name, offer.school->name, "", std::to_string(report->year), partner.address, {}};
        card.details = row_details(partner, addresses_);
        for (CardsView::Detail& detail : card.details) {
          for (Link& value : detail.values) {
            if (value.address == entry_.address) value.address.clear();
          }
        }
      }
    }
    if (!view.cards.empty()) page.components.push_back(std::move(view));
    if (listed)
      page.components.push_back(
          ListView{"all-partners",
                   std::string(strings_["partners"]),
                   {{0, "", std::string(strings_["partners_link"]), std::string(partners_address)}}});
  }

  /// Kinds of cooperation in which the major is taught, each once.
  std::string cooperation() const {
    const std::vector<std::string> names = names_of_major();
    std::vector<std::string> kinds;
    for (const MajorOffer& offer : entry_.offers) {
      const ReportSummary* report = newest_partners(portal_, *offer.school);
      if (report == nullptr) continue;
      for (const Partner& partner : report->partners) {
        if (!is_about_major(partner, names)) continue;
        for (std::string& kind : kinds_of_cooperation(partner)) {
          if (std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) kinds.push_back(std::move(kind));
        }
      }
    }
    return fmt::format("{}", fmt::join(kinds, strings_["list_joiner"]));
  }

  /// Cases of these schools whose title or summary names the major.
  void add_cases(Page& page) const {
    const std::vector<std::string> names = names_of_major();
    CardsView view{"cases", std::string(strings_["major_cases"]), "", {}};
    for (const MajorOffer& offer : entry_.offers) {
      for (const CaseSummary& one : offer.report->cases) {
        const bool named = std::any_of(names.begin(), names.end(), [&](const std::string& name) {
          return one.title.find(name) != std::string::npos || one.summary.find(name) != std::string::npos;
        });
        if (named && view.cards.size() < most_cases)
          view.cards.push_back({one.title, offer.school->name, one.summary, one.label, one.address, {}});
      }
    }
    if (!view.cards.empty()) page.components.push_back(std::move(view));
  }

  const Portal& portal_;
  const text::Strings& strings_;
  const MajorEntry& entry_;
  const MajorAddresses& addresses_;
};

/// All majors by category; the schools are counted, not ranked.
Page list_page(const Portal& portal, const std::vector<MajorEntry>& entries) {
  const text::Strings& strings = portal.strings;
  Page page = page_below_home(PageKind::majors, majors_address, strings, "majors_all", "majors_all");
  std::map<std::string, ListView> categories;
  for (const MajorEntry& entry : entries) {
    std::string category = stated(entry, &Major::category);
    ListView& list = categories[category];
    list.title = category.empty() ? std::string(strings["majors_uncategorised"]) : category;
    list.items.push_back(
        {0, "", with_brackets(portal, entry.name, strings.count("count_schools", entry.offers.size())),
         entry.address});
  }
  std::size_t number = 0;
  for (auto& [category, list] : categories) {
    list.id = fmt::format("category-{}", ++number);
    page.components.push_back(std::move(list));
  }
  return page;
}

}  // namespace

std::vector<std::string> short_major_names(std::string_view name) {
  static constexpr std::array<std::string_view, 22> endings = {
      "技术应用",   "技术与应用", "运用与维修", "应用与维护", "运行与维护", "服务与管理",
      "制造与检测", "加工与维护", "制造与维修", "设计与制作", "与管理",     "与维修",
      "与维护",     "与应用",     "制作",       "施工",       "维修",       "服务",
      "事务",       "管理",       "应用",       "技术"};
  std::vector<std::string> names;
  for (std::string_view rest = name; !rest.empty();) {
    const auto ending = std::find_if(endings.begin(), endings.end(), [&](std::string_view e) {
      return rest.ends_with(e) &&
             text::count_code_points(rest.substr(0, rest.size() - e.size())) >= shortest_name;
    });
    if (ending == endings.end()) break;
    rest.remove_suffix(ending->size());
    names.emplace_back(rest);
  }
  return names;
}

std::vector<MajorEntry> major_entries(const Portal& portal) {
  const text::PinyinOrder order;
  std::map<std::string, MajorEntry> by_name;
  model::for_each_organisation(portal.site.organisations, [&](const model::Organisation& organisation,
                                                              const auto& parents) {
    const ReportSummary* report = newest_majors(portal, organisation);
    if (report == nullptr) return;
    for (const Major& major : report->majors) {
      MajorEntry& entry = by_name[major.name];
      entry.name = major.name;
      const bool again = !entry.offers.empty() && entry.offers.back().school == &organisation;
      if (again)
        entry.offers.back().several = true;
      else
        entry.offers.push_back({&organisation, parents.empty() ? nullptr : parents.back(), report, &major});
    }
  });
  std::vector<MajorEntry> entries;
  for (auto& [name, entry] : by_name) entries.push_back(std::move(entry));
  std::stable_sort(entries.begin(), entries.end(),
                   [&](const MajorEntry& a, const MajorEntry& b) { return order(a.name, b.name); });
  give_addresses(entries);
  return entries;
}

bool has_major_pages(const Portal& portal) {
  return std::any_of(portal.summaries.begin(), portal.summaries.end(),
                     [](const auto& report) { return !report.second.majors.empty(); });
}

std::vector<Page> major_pages(const Portal& portal) {
  const std::vector<MajorEntry> entries = major_entries(portal);
  std::vector<Page> pages;
  if (entries.empty()) return pages;
  const MajorAddresses addresses = major_addresses(entries);
  for (const MajorEntry& entry : entries) pages.push_back(MajorPage(portal, entry, addresses).make());
  pages.push_back(list_page(portal, entries));
  return pages;
}

}  // namespace nianbao::compose
