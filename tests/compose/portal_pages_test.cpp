#include "compose/portal_pages.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "compose/corrections_page.h"
#include "compose/major_pages.h"
#include "compose/name_index.h"
#include "compose/partner_page.h"
#include "composed.h"
#include "printed.h"

using namespace nianbao;
using namespace nianbao::tests;

namespace {

const std::string majors_table =
    "专业代码,专业名称,学制\n660102,机械加工技术,三年\n660103,数控技术应用,三年\n";

/// A portal of the school "a" with its report, as far as the homes need it.
class HomeProject : public Composed {
 public:
  explicit HomeProject(const Files& files = {}) : Composed(files) {
    summaries.emplace(report.settings.address, compose::summarise(context(), site.catalogue));
  }

  compose::Portal portal() { return {site, summaries, strings, sink}; }
  compose::Page school() {
    const model::Organisation& city = site.organisations[0];
    return compose::organisation_page_of(portal(), city.children[0], {&city});
  }

  compose::Summaries summaries;
};

/// "places 丙市; schools 甲学校 (丙市)": titles of all cards, with what stands below them.
std::string cards(const compose::Page& page) {
  std::string out;
  for (const auto& component : page.components) {
    const auto* view = std::get_if<compose::CardsView>(&component);
    if (view == nullptr) continue;
    out += (out.empty() ? "" : "; ") + view->id;
    for (const auto& card : view->cards) {
      out += " " + card.title;
      if (!card.subtitle.empty()) out += " (" + card.subtitle + ")";
    }
  }
  return out;
}

template <typename View>
const View* first(const compose::Page& page) {
  for (const auto& component : page.components) {
    if (const auto* view = std::get_if<View>(&component)) return view;
  }
  return nullptr;
}

}  // namespace

TEST_CASE("The portal shows places, schools that report, and the newest reports") {
  HomeProject home(Files{{"content/c/b/school.toml", "name = \"乙学校\"\n"},
                         {"content/c/report/report.toml", "title = \"丙市年报\"\nyear = 2024\n"}});
  CHECK(cards(compose::portal_page(home.portal())) ==
        "places 丙市; schools 甲学校 (丙市); reports 丙市年报 (丙市) 甲校年报 (甲学校)");
}

TEST_CASE("What is said to be no real school says so on the portal's cards") {
  HomeProject home(Files{{"content/c/city.toml", "name = \"丙市\"\nnotice = \"示例数据\"\n"}});
  const compose::Page page = compose::portal_page(home.portal());
  const auto* places = first<compose::CardsView>(page);
  REQUIRE(places != nullptr);
  CHECK(places->cards[0].badge == "sample_data");
}

TEST_CASE("The search is suggested with the portal's words, or with its majors") {
  const Files majors = {{"report.toml", settings + "majors = \"m\"\n"}, {"data/m.csv", majors_table}};
  HomeProject home(majors);
  CHECK(compose::search_suggestions(home.portal()) ==
        std::vector<std::string>{"数控技术应用", "机械加工技术"});
  home.site.suggestions = {"升学率"};
  CHECK(compose::search_suggestions(home.portal()) == std::vector<std::string>{"升学率"});
  CHECK(compose::search_suggestions(HomeProject().portal()).empty());
}

TEST_CASE("The search page and the page of lost addresses work without a report") {
  HomeProject home;
  const compose::Page search = compose::search_page(home.portal());
  const auto* names = first<compose::ListView>(search);
  REQUIRE(names != nullptr);
  REQUIRE(names->items.size() == 1);
  CHECK(names->items[0].address == "names.html");
  const auto* index = std::get_if<compose::ListView>(&search.components.back());
  REQUIRE(index != nullptr);
  REQUIRE(index->items.size() == 2);
  CHECK(index->items[1].address == "c/a/index.html");
  CHECK(compose::not_found_page(home.portal()).address == "404.html");
}

TEST_CASE(
    "The index has places, schools and majors under the letters of their pinyin, each with where it "
    "belongs") {
  HomeProject home(Files{{"report.toml", settings + "majors = \"m\"\n"}, {"data/m.csv", majors_table}});
  const compose::Page page = compose::name_index_page(home.portal());
  std::string shown;
  for (const compose::Component& component : page.components) {
    const auto& list = std::get<compose::ListView>(component);
    shown += list.title + ":";
    for (const auto& item : list.items)
      shown += " " + item.label + " " + item.title + " " + item.address + ";";
  }
  CHECK(
      shown ==
      "B: name_place 丙市 c/index.html;"
      "J: name_major 机械加工技术（甲学校） c/a/index.html#majors; name_school 甲学校（丙市） c/a/index.html;"
      "S: name_major 数控技术应用（甲学校） c/a/index.html#majors;");
  REQUIRE(page.page_contents.size() == 3);
  CHECK(page.page_contents[0].address == "names.html#letter-B");
}

TEST_CASE("A school's home shows its majors with the columns that are filled in") {
  HomeProject home(Files{{"report.toml", settings + "majors = \"m\"\n"}, {"data/m.csv", majors_table}});
  const compose::Page page = home.school();
  const auto* table = first<compose::TableView>(page);
  REQUIRE(table != nullptr);
  REQUIRE(table->grid.bands.size() == 1);
  CHECK(table->grid.bands[0].header[0].cells.size() == 3);
  CHECK(table->grid.bands[0].body.size() == 2);
  CHECK(table->grid.bands[0].body[1].cells[0].text == "数控技术应用");
}

TEST_CASE("A school's home leads to its telephone") {
  HomeProject home(
      Files{{"content/c/a/school.toml",
             "name = \"甲学校\"\n[contact]\nphones = [{ label = \"招生\", number = \"0416-1\" }]\n"}});
  const compose::Page page = home.school();
  REQUIRE_FALSE(page.page_contents.empty());
  CHECK(page.page_contents.back().title == "phone 0416-1");
  CHECK(page.page_contents.back().address == "c/a/index.html#contact");
}

TEST_CASE("A school without a report says so") {
  HomeProject home(Files{{"content/c/b/school.toml", "name = \"乙学校\"\n"}});
  const model::Organisation& city = home.site.organisations[0];
  const compose::Page page = compose::organisation_page_of(home.portal(), city.children[1], {&city});
  const auto* note = first<compose::NoteView>(page);
  REQUIRE(note != nullptr);
  CHECK(note->html == "<p>no_report_yet</p>");
}

/// "合作专业 机械加工技术→majors/660102.html"; a line that begins something new has a "|" before it.
std::string details(const compose::CardsView::Card& card) {
  std::string out;
  for (const auto& detail : card.details) {
    out += (out.empty() ? "" : "; ") + std::string(detail.begins ? "| " : "") + detail.name;
    for (const auto& value : detail.values)
      out += " " + value.text + (value.address.empty() ? "" : "→" + value.address);
  }
  return out;
}

TEST_CASE("Enterprises stand with their schools and what is said of them, by pinyin") {
  HomeProject project(
      {{"report.toml", tests::settings + "partners = [\"firms\"]\nservices = [\"exams\"]\n"},
       {"data/firms.csv",
        "序号,合作企业,合作方式,岗位（个）\n1,中车公司,订单班、学徒制,20\n2,安泰公司,-,\n3,中车公司,,30\n"},
       {"data/exams.csv", "等级,工种,认定（人次）\n高级,电工,260\n"},
       {"data/exams.toml", "title = \"技能认定\"\n"}});
  const auto page = compose::partner_page(project.portal());
  REQUIRE(page.has_value());
  CHECK(page->address == "partners/index.html");
  CHECK(cards(*page).find("enterprises 安泰公司") != std::string::npos);
  const auto* kinds = first<compose::FactsView>(*page);
  REQUIRE(kinds != nullptr);
  REQUIRE(kinds->facts.size() == 2);
  CHECK(kinds->facts[0].first == "订单班");
  const auto* view = std::get_if<compose::CardsView>(&page->components.at(2));
  REQUIRE(view != nullptr);
  REQUIRE(view->cards.size() == 2);
  CHECK(details(view->cards[0]) == "school 甲学校→c/a/index.html");
  CHECK(details(view->cards[1]) == "school 甲学校→c/a/index.html; 合作方式 订单班 学徒制; 岗位 20个 30个");
  CHECK(view->folded);
  CHECK(view->cards[0].subtitle == "甲校");
  CHECK(view->cards[1].subtitle == "甲校colon订单班list_joiner学徒制");
  CHECK(view->letters.empty());
  const auto* services = std::get_if<compose::CardsView>(&page->components.at(3));
  REQUIRE(services != nullptr);
  CHECK(services->cards.at(0).title == "技能认定");
  CHECK(details(services->cards.at(0)) == "school 甲学校→c/a/index.html; 电工 高级 260人次");
}

TEST_CASE(
    "The kinds of cooperation of an enterprise with several schools stand once, and letters lead through "
    "many") {
  std::string firms = "合作企业,合作方式\n中车公司,订单班\n";
  for (int i = 1; i <= 18; ++i) firms += fmt::format("安泰{}公司,\n", i);
  HomeProject project({{"report.toml", tests::settings + "partners = [\"firms\"]\n"},
                       {"data/firms.csv", firms + "3号公司,\n"},
                       {"content/c/b/school.toml", "name = \"乙学校\"\n"},
                       {"content/c/b/2023/report.toml", tests::settings}});
  project.summaries["c/b/2023"] = project.summaries.at("c/a/2023");
  auto& partners = project.summaries.at("c/b/2023").partners;
  partners = {partners.front()};
  partners[0].facts.at(0).value = "学徒制、订单班";
  const auto page = compose::partner_page(project.portal());
  REQUIRE(page.has_value());
  const auto* view = first<compose::CardsView>(*page);
  REQUIRE(view != nullptr);
  REQUIRE(view->cards.size() == 20);
  CHECK(view->cards.back().title == "中车公司");
  CHECK(view->cards.back().subtitle == "count_schoolscolon订单班list_joiner学徒制");
  std::string letters;
  for (const compose::Link& letter : view->letters) letters += letter.text + " " + letter.address + "; ";
  CHECK(letters ==
        "# partners/index.html#enterprises-other; A partners/index.html#enterprises-A; "
        "Z partners/index.html#enterprises-Z; ");
  CHECK(view->cards.back().id == "enterprises-Z");
  CHECK(view->cards[0].id == "enterprises-other");
  CHECK(view->cards[2].id.empty());
}

TEST_CASE("Of a long table of services the card shows the beginning, how many are left, and whom to call") {
  std::string exams = "工种,人次\n";
  for (int i = 1; i <= 12; ++i) exams += fmt::format("工种{},{}\n", i, i * 10);
  HomeProject project(
      {{"report.toml", tests::settings + "services = [\"exams\"]\n"},
       {"data/exams.csv", exams},
       {"content/c/a/school.toml", "name = \"甲学校\"\n[contact]\nphones = [{ number = \"0416-1\" }]\n"}});
  const auto page = compose::partner_page(project.portal());
  REQUIRE(page.has_value());
  const auto* services = std::get_if<compose::CardsView>(&page->components.at(1));
  REQUIRE(services != nullptr);
  const std::string said = details(services->cards.at(0));
  CHECK(said.find("工种10 100") != std::string::npos);
  CHECK(said.find("工种11") == std::string::npos);
  CHECK(said.ends_with("; offers_left offers_count→c/a/2023/index.html; | phone 0416-1→tel:0416-1"));
}

TEST_CASE("A portal whose reports name no partner has no page of them") {
  HomeProject project;
  CHECK_FALSE(compose::partner_page(project.portal()).has_value());
}

TEST_CASE("A major has one page with every school that offers it, also under shorter names") {
  HomeProject project(
      {{"report.toml", "majors = \"majors\"\n" + tests::settings}, {"data/majors.csv", majors_table}});
  const auto entries = compose::major_entries(project.portal());
  REQUIRE(entries.size() == 2);
  CHECK(entries[0].name + " " + entries[0].address == "机械加工技术 majors/660102.html");
  CHECK(entries[1].offers.size() == 1);
  CHECK(compose::major_pages(project.portal()).size() == 3);
  CHECK(compose::short_major_names("数控技术应用") == std::vector<std::string>{"数控"});
  CHECK(compose::short_major_names("新能源汽车运用与维修") == std::vector<std::string>{"新能源汽车"});
  CHECK(compose::short_major_names("护理").empty());
}

TEST_CASE("The page of a major says whom to call at each school, with a link that calls") {
  HomeProject project(
      {{"report.toml", "majors = \"majors\"\n" + tests::settings},
       {"data/majors.csv", majors_table},
       {"content/c/a/school.toml", "name = \"甲学校\"\n[contact]\nphones = [{ number = \"0416-1\" }]\n"}});
  const auto pages = compose::major_pages(project.portal());
  const auto page = std::ranges::find(pages, std::string("majors/660102.html"),
                                      [](const auto& one) { return one.address; });
  REQUIRE(page != pages.end());
  const auto* schools = first<compose::CardsView>(*page);
  REQUIRE(schools != nullptr);
  CHECK(details(schools->cards.at(0)) == "phone 0416-1→tel:0416-1");
}

TEST_CASE("The page of a major names the enterprises that have to do with it") {
  HomeProject project({{"report.toml", "majors = \"majors\"\npartners = [\"firms\"]\n" + tests::settings},
                       {"data/majors.csv", majors_table},
                       {"data/firms.csv",
                        "合作企业,合作专业,合作方式\n中车公司,机械加工、机械加工技术,订单班\n安泰公司,护理,"
                        "机械加工学徒制\n"}});
  std::string said;
  for (const compose::Page& page : compose::major_pages(project.portal())) {
    if (page.address != "majors/660102.html") continue;
    for (const auto& component : page.components) {
      if (const auto* view = std::get_if<compose::CardsView>(&component);
          view != nullptr && view->id == "partners") {
        for (const auto& card : view->cards) said += card.title + "|" + details(card) + ";";
      }
      if (const auto* facts = std::get_if<compose::FactsView>(&component); facts != nullptr)
        said += facts->facts.back().first + " " + facts->facts.back().second + ";";
      if (const auto* list = std::get_if<compose::ListView>(&component); list != nullptr)
        said += list->items.at(0).address;
    }
  }
  CHECK(said ==
        "cooperation_kinds 订单班;中车公司|合作专业 机械加工 机械加工技术; 合作方式 "
        "订单班;partners/index.html");
}

TEST_CASE(
    "What reports correct stands on one page, the organisation that corrected last first, newest years "
    "first") {
  HomeProject project({{"content/c/b/school.toml", "name = \"乙学校\"\n"},
                       {"content/c/b/2024/report.toml", "title = \"乙校年报\"\nyear = 2024\n"},
                       {"content/c/b/2023/report.toml", "title = \"乙校旧报\"\nyear = 2023\n"}});
  CHECK_FALSE(compose::corrections_page(project.portal()).has_value());
  const auto correct = [&](const std::string& address, const std::string& date) {
    compose::ReportSummary& report = project.summaries[address];
    report.address = address, report.title = address, report.year = 2023;
    report.corrections = {{date, "毕业生", address + "/tables/t.html", "1530", "1533", "漏计", {}, {}}};
  };
  correct("c/a/2023", "2025-01-01"), correct("c/b/2023", "2024-05-05"), correct("c/b/2024", "2026-03-02");
  const auto page = compose::corrections_page(project.portal());
  REQUIRE(page.has_value());
  std::string said;
  for (const auto& component : page->components) {
    if (const auto* heading = std::get_if<compose::SectionHeading>(&component)) said += heading->html + ": ";
    if (const auto* table = std::get_if<compose::TableView>(&component))
      said += table->address + " " + printed(table->grid);
  }
  const std::string header = "*date | *corrected | *before_correction | *after_correction | *reason\n---\n";
  const auto row = [&](const std::string& date) {
    return header + date + " | 毕业生 | 1530 | 1533 | 漏计\n";
  };
  CHECK(said == "乙学校: c/b/2024/index.html#corrections " + row("2026-03-02") +
                    "c/b/2023/index.html#corrections " + row("2024-05-05") +
                    "甲学校: c/a/2023/index.html#corrections " + row("2025-01-01"));
  const compose::Page home = compose::portal_page(project.portal());
  const auto* list = first<compose::ListView>(home);
  REQUIRE(list != nullptr);
  CHECK(list->items.at(0).address == "corrections.html");
}
