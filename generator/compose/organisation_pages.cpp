#include "compose/organisation_pages.h"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <tuple>

#include "compose/addresses.h"
#include "compose/chart_files.h"
#include "compose/city_figures.h"
#include "compose/compare_page.h"
#include "compose/indicator_pages.h"
#include "compose/json_ld.h"
#include "compose/origin.h"
#include "compose/plain_facts.h"
#include "compose/school_trends.h"
#include "text/escape.h"

namespace nianbao::compose {
namespace {

using model::Organisation;
using model::OrganisationKind;

class OrganisationHome {
 public:
  OrganisationHome(const Portal& portal, const Organisation& organisation,
                   const std::vector<const Organisation*>& parents)
      : portal_(portal), strings_(portal.strings), organisation_(organisation), parents_(parents) {}

  Page make() {
    const bool school = organisation_.kind == OrganisationKind::school;
    page_.kind = school ? PageKind::school : PageKind::city;
    page_.address = organisation_page(organisation_.address);
    page_.title = page_.organisation = organisation_.name;
    std::vector<const Organisation*> line = parents_;
    line.push_back(&organisation_);
    std::tie(page_.city, page_.school) = city_and_school(line);
    page_.description = organisation_.description;
    page_.notice = organisation_.notice;
    page_.json_ld = organisation_json_ld(organisation_, portal_.site);
    page_.breadcrumb.push_back({std::string(strings_["home"]), "index.html"});
    for (const Organisation* parent : parents_)
      page_.breadcrumb.push_back({parent->name, organisation_page(parent->address)});
    if (!organisation_.description.empty()) add_text(organisation_.description);
    school ? add_school() : add_city();
    add_facts();
    add_contact();
    return std::move(page_);
  }

 private:
  void add_text(const std::string& text) {
    for (auto& segment : markdown::Document::parse(text).render())
      page_.components.push_back(Html{std::move(segment.html), std::move(segment.text)});
  }

  /// A part of the home that the list of its parts leads to.
  template <typename View>
  void add_section(View view, std::string_view name = {}) {
    page_.page_contents.push_back(
        {"", name.empty() ? view.title : std::string(name), page_.address + "#" + view.id});
    page_.components.push_back(std::move(view));
  }

  void add_heading(std::string_view id, std::string_view key) {
    page_.page_contents.push_back({"", std::string(strings_[key]), fmt::format("{}#{}", page_.address, id)});
    page_.components.push_back(SectionHeading{2, "", text::html(strings_[key]), std::string(id)});
  }

  /// The number to call stands in the list of the home's parts: nobody has to look for it.
  void add_contact() {
    if (organisation_.contact.empty()) return;
    ContactView contact = contact_view(organisation_);
    contact.id = "contact";
    contact.title = strings_["contact"];
    const auto& phones = organisation_.contact.phones;
    const std::string call =
        phones.empty() ? "" : fmt::format("{} {}", strings_["phone"], phones.front().number);
    add_section(std::move(contact), call);
  }

  void add_facts() {
    FactsView view{"facts", std::string(strings_["about"]), {}};
    const auto add = [&](std::string_view key, const std::string& value) {
      if (!value.empty()) view.facts.emplace_back(strings_[key], value);
    };
    add("type", organisation_.type);
    add("code", organisation_.code);
    add("founded", organisation_.founded > 0 ? std::to_string(organisation_.founded) : "");
    add("level", joined(organisation_.level));
    add("aliases", joined(organisation_.aliases));
    add("name_en", organisation_.name_en);
    if (!view.facts.empty()) add_section(std::move(view));
  }

  std::string joined(const std::vector<std::string>& items) const {
    return fmt::format("{}", fmt::join(items, strings_["list_joiner"]));
  }

  void add_school() {
    if (organisation_.reports.empty()) {
      page_.components.push_back(NoteView{"note", fmt::format("<p>{}</p>", strings_["no_report_yet"])});
      return;
    }
    add_figures(school_figures(portal_, organisation_), "figures");
    add_plain_facts(plain_facts_of_school(portal_, organisation_, city()), city());
    std::vector<ChartView> charts = destination_charts(portal_, organisation_);
    for (ChartView& chart : trend_charts(portal_, organisation_, city())) charts.push_back(std::move(chart));
    add_charts("trends", std::move(charts));
    add_way_to_compare();
    add_majors();
    add_reports();
    add_cases();
  }

  /// What a school is looked at beside; null when it stands alone.
  const Organisation* city() const { return parents_.empty() ? portal_.city_elsewhere : parents_.back(); }

  void add_figures(KeyFiguresView figures, std::string id) {
    figures.id = std::move(id);
    if (!figures.items.empty()) add_section(std::move(figures));
  }

  void add_plain_facts(const std::vector<PlainFact>& facts, const Organisation* city) {
    if (facts.empty()) return;
    page_.page_contents.push_back(
        {"", std::string(strings_["in_plain_words"]), page_.address + "#in-plain-words"});
    page_.components.push_back(plain_facts_view(portal_, facts, city, "in-plain-words", page_.address));
  }

  void add_way_to_compare() {
    if (city() == nullptr || !has_compare_page(portal_, *city())) return;
    const std::string words(strings_[place_key(*city(), "compare_this")]);
    const std::string way = way_to_compare(portal_, page_.address, *city(), organisation_);
    if (way.empty()) return;
    page_.components.push_back(
        Html{fmt::format("<p><a href=\"{}\">{}</a></p>", text::html(way), text::html(words)), words});
  }

  void add_charts(std::string_view key, std::vector<ChartView> charts) {
    if (!charts.empty()) add_heading(key, key);
    const ChartOrigin origin{organisation_.address,
                             strings_.format("title_of_year", {organisation_.name, portal_.site.title}),
                             organisation_.notice, portal_.site.png};
    for (ChartView& chart : charts) {
      chart.files = chart_file_addresses(chart, origin);
      for (Download& file : chart_files(chart, origin)) page_.files.push_back(std::move(file));
      page_.components.push_back(std::move(chart));
    }
  }

  void add_city() {
    KeyFiguresView printed = school_figures(portal_, organisation_);
    printed.title = strings_[place_key(organisation_, "city_printed")];
    add_figures(std::move(printed), "figures");
    add_figures(city_figures(portal_, organisation_), "sums");
    add_plain_facts(plain_facts_of_city(portal_, organisation_), &organisation_);
    add_indicators();
    add_charts("comparison", school_charts(portal_, organisation_));
    add_children("cities", "all_cities", false);
    add_children("schools", "all_schools", true);
    add_reports();
    add_cases();
  }

  void add_indicators() {
    if (!has_indicator_pages(portal_, organisation_)) return;
    ListView list{"indicators",
                  std::string(strings_[place_key(organisation_, "indicators")]),
                  {{0, "", std::string(strings_[place_key(organisation_, "indicators_link")]),
                    indicators_page(organisation_.address)}}};
    if (has_compare_page(portal_, organisation_))
      list.items.push_back(
          {0, "", std::string(strings_["compare_link"]), compare_page(organisation_.address)});
    add_section(std::move(list));
  }

  void add_reports() {
    CardsView view{"reports", std::string(strings_["reports"]), "", {}};
    for (const auto& settings : organisation_.reports) {
      const auto found = portal_.summaries.find(settings.address);
      if (found == portal_.summaries.end()) continue;
      const ReportSummary& report = found->second;
      const bool feature = report.kind == model::ReportKind::feature;
      CardsView::Card card{report.title,
                           report.edition,
                           report.summary,
                           std::to_string(report.year),
                           report_page(report.address),
                           {}};
      if (feature) card.badge = fmt::format("{} · {}", report.year, strings_["feature"]);
      if (report.chapters > 0) card.facts.push_back(strings_.count("count_chapters", report.chapters));
      if (report.cases_count > 0) card.facts.push_back(strings_.count("count_cases", report.cases_count));
      if (report.tables > 0) card.facts.push_back(strings_.count("count_tables", report.tables));
      if (report.charts > 0) card.facts.push_back(strings_.count("count_charts", report.charts));
      view.cards.push_back(std::move(card));
    }
    if (!view.cards.empty()) add_section(std::move(view));
  }

  void add_children(std::string_view id, std::string_view key, bool schools) {
    CardsView view{std::string(id), std::string(strings_[key]), "", {}};
    for (const Organisation& child : organisation_.children) {
      if ((child.kind == OrganisationKind::school) == schools) view.cards.push_back(organisation_card(child));
    }
    if (!view.cards.empty()) add_section(std::move(view));
  }

  CardsView::Card organisation_card(const Organisation& child) {
    CardsView::Card card{child.name, child.type, "", "", organisation_page(child.address), child.level};
    if (child.kind != OrganisationKind::school) card.facts = counts_below(strings_, child);
    const auto newest = std::find_if(child.reports.begin(), child.reports.end(),
                                     [](const auto& r) { return r.kind == model::ReportKind::report; });
    if (newest == child.reports.end()) {
      card.badge = child.kind == OrganisationKind::school ? std::string(strings_["no_report_yet_short"]) : "";
      return card;
    }
    card.badge = std::to_string(newest->year);
    const auto found = portal_.summaries.find(newest->address);
    if (found == portal_.summaries.end()) return card;
    for (const KeyFigureValue& figure : found->second.figures) {
      if (figure.indicator == "students" || figure.indicator == "graduates" ||
          figure.indicator == "placement_rate") {
        card.facts.push_back(fmt::format("{} {}{}", figure.label, figure.value, figure.unit));
      }
    }
    return card;
  }

  const ReportSummary* newest_with(auto has) const {
    for (const auto& settings : organisation_.reports) {
      const auto found = portal_.summaries.find(settings.address);
      if (found != portal_.summaries.end() && has(found->second)) return &found->second;
    }
    return nullptr;
  }

  void add_majors() {
    const ReportSummary* report = newest_with([](const ReportSummary& r) { return !r.majors.empty(); });
    if (report == nullptr) return;
    add_heading("majors", "majors");
    TableView view;
    view.id = "majors-table";
    view.title =
        strings_.format("majors_of", {std::to_string(report->year), std::to_string(report->majors.size())});
    TableBand& band = view.grid.bands.emplace_back();
    const std::pair<std::string_view, std::string Major::*> columns[] = {
        {"major_name", &Major::name},         {"major_code", &Major::code},
        {"major_category", &Major::category}, {"major_class", &Major::major_class},
        {"department", &Major::department},   {"duration", &Major::duration},
        {"features", &Major::features}};
    TableRow& header = band.header.emplace_back();
    std::vector<std::string Major::*> shown;
    for (const auto& [key, member] : columns) {
      const bool used = std::any_of(report->majors.begin(), report->majors.end(),
                                    [member = member](const Major& m) { return !(m.*member).empty(); });
      if (!used) continue;
      shown.push_back(member);
      header.cells.push_back({std::string(strings_[key]), {}, 1, 1, true, false, ""});
    }
    for (const Major& major : report->majors) {
      TableRow& row = band.body.emplace_back();
      for (const auto member : shown)
        row.cells.push_back({major.*member, {}, 1, 1, member == &Major::name, false, ""});
    }
    page_.components.push_back(std::move(view));
  }

  void add_cases() {
    const ReportSummary* report = newest_with([](const ReportSummary& r) { return !r.cases.empty(); });
    if (report == nullptr) return;
    CardsView view{"cases", std::string(strings_["cases"]), fmt::format("{}", report->edition), {}};
    constexpr std::size_t shown = 6;
    for (const CaseSummary& item : report->cases) {
      if (view.cards.size() == shown) break;
      view.cards.push_back({item.title, item.organisation, item.summary, item.label, item.address, {}});
    }
    if (report->cases.size() > shown)
      view.more = {strings_.format("all_cases", {std::to_string(report->cases.size())}),
                   lists_page(report->address) + "#cases"};
    add_section(std::move(view));
  }

  const Portal& portal_;
  const text::Strings& strings_;
  const Organisation& organisation_;
  const std::vector<const Organisation*>& parents_;
  Page page_;
};

}  // namespace

std::vector<std::string> counts_below(const text::Strings& strings, const Organisation& organisation) {
  std::size_t schools = 0, reports = organisation.reports.size();
  model::for_each_organisation(organisation.children, [&](const Organisation& one, const auto&) {
    schools += one.kind == OrganisationKind::school;
    reports += one.reports.size();
  });
  return {strings.count("count_schools", schools), strings.count("count_reports", reports)};
}

std::string page_of_city(const Portal& portal, std::string address) {
  if (portal.city_elsewhere == nullptr) return address;
  const std::string& base = portal.site.portal.url;
  return base.empty() ? "" : base + address;
}

Page organisation_page_of(const Portal& portal, const Organisation& organisation,
                          const std::vector<const Organisation*>& parents) {
  return OrganisationHome(portal, organisation, parents).make();
}

}  // namespace nianbao::compose
