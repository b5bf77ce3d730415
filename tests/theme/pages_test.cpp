#include <set>
#include <thread>

#include "default_theme.h"
#include "sample_pages.h"
#include "support/golden.h"
#include "theme/probe.h"

using namespace nianbao;
using namespace nianbao::tests;

namespace {

const compose::Page& page_at(const std::vector<compose::Page>& pages, std::string_view address) {
  const auto found =
      std::find_if(pages.begin(), pages.end(), [&](const auto& page) { return page.address == address; });
  REQUIRE(found != pages.end());
  return *found;
}

/// The same page with a stand-in for the pictures, which have golden files of their own.
compose::Page without_pictures(compose::Page page) {
  for (auto& component : page.components)
    if (auto* chart = std::get_if<compose::ChartView>(&component))
      chart->svg = "<svg class=\"chart-svg\"></svg>";
  return page;
}

bool has(const std::string& html, const std::string& part) { return html.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("a chapter and a report's title page as they have been reviewed") {
  const auto pages = sample::pages();
  for (const auto& [address, file] : {std::pair{"shili/first/2023/talents.html", "chapter.html"},
                                      std::pair{"shili/first/2023/index.html", "report.html"}}) {
    INFO(address);
    CHECK(equals_golden(std::filesystem::path(NIANBAO_SOURCE_DIR) / "tests/golden/theme" / file,
                        default_theme()->render(without_pictures(page_at(pages, address)), sample::frame())));
  }
}

TEST_CASE("the made-up portal has a page of each kind, and each says its kind") {
  std::set<std::string> kinds;
  for (const auto& page : sample::pages()) {
    const auto html = default_theme()->render(page, sample::frame());
    const auto at = html.find("data-page-kind=\"") + 16;
    kinds.insert(html.substr(at, html.find('"', at) - at));
    CHECK(has(html, "<html lang=\"zh-CN\">"));
    CHECK(has(html, "<main id=\"main\""));
  }
  CHECK(kinds.size() == 14);
}

TEST_CASE("absolute addresses stand in a page only when the portal has one") {
  auto frame = sample::frame();
  const auto page = page_at(sample::pages(), "shili/first/2023/talents.html");
  const auto without = default_theme()->render(page, frame);
  CHECK_FALSE(has(without, "canonical"));
  CHECK(has(without, "href=\"../../../feed.xml\""));
  frame.base_url = "https://example.org/portal";
  const auto with = default_theme()->render(page, frame);
  CHECK(has(with,
            "<link rel=\"canonical\" href=\"https://example.org/portal/shili/first/2023/talents.html\">"));
}

TEST_CASE("a page carries the scripts it needs and no others") {
  const auto pages = sample::pages();
  const auto script = [&](std::string_view address, const char* name) {
    return has(default_theme()->render(page_at(pages, address), sample::frame()), name);
  };
  CHECK(script("shili/first/2023/talents.html", "assets/chart-view.js"));
  CHECK_FALSE(script("shili/first/2023/preface.html", "assets/chart-view.js"));
  CHECK(script("search.html", "assets/search.js"));
  CHECK(script("search.html", "id=\"search-strings\""));
  CHECK_FALSE(script("index.html", "assets/search.js"));
}

TEST_CASE("the library of the interactive view is named only where it is part of the site") {
  auto frame = sample::frame();
  const auto page = page_at(sample::pages(), "shili/first/2023/talents.html");
  CHECK(has(default_theme()->render(page, frame), "data-library=\"../../../assets/chart.js/chart.umd.js\""));
  CHECK(has(default_theme()->render(page, frame), "chart-switch"));
  frame.interactive_charts = false;
  const auto without = default_theme()->render(page, frame);
  CHECK_FALSE(has(without, "data-library"));
  CHECK_FALSE(has(without, "chart-switch"));
  CHECK(has(without, "assets/chart-view.js"));  // takes the picture along as PNG
}

TEST_CASE("a chart names the files it can be taken along with; a built PNG takes the place of the button") {
  auto page = page_at(sample::pages(), "shili/first/2023/charts/staff-age.html");
  const auto drawn = default_theme()->render(page, sample::frame());
  CHECK(has(drawn, "data-script=\"staff-age.js?v=1\""));
  CHECK(has(drawn, "<a href=\"staff-age.svg\" download>SVG</a>"));
  CHECK(has(drawn, "<a href=\"staff-age.csv\" download>CSV</a>"));
  CHECK(has(drawn, "<button type=\"button\" class=\"chart-png\" hidden>"));
  CHECK(has(drawn, "<a href=\"../embed/staff-age.html\">"));
  std::get<compose::ChartView>(page.components.front()).files.png = "shili/first/2023/charts/staff-age.png";
  const auto built = default_theme()->render(page, sample::frame());
  CHECK(has(built, "<a href=\"staff-age.png\" download>PNG</a>"));
  CHECK_FALSE(has(built, "chart-png"));
}

TEST_CASE("a page for other sites is hidden from search engines, names the page it shows and has no header") {
  auto frame = sample::frame();
  frame.base_url = "https://example.org/";
  const auto html =
      default_theme()->render(page_at(sample::pages(), "shili/first/2023/embed/staff-age.html"), frame);
  CHECK(has(html, "<meta name=\"robots\" content=\"noindex\">"));
  CHECK(has(html,
            "<link rel=\"canonical\" href=\"https://example.org/shili/first/2023/charts/staff-age.html\">"));
  CHECK(has(html, "https://example.org/shili/first/2023/embed/staff-age.html</span>"));
  CHECK(has(html, "<a href=\"../talents.html#staff-age\" target=\"_top\">"));
  CHECK(has(html, "<table"));
  CHECK_FALSE(has(html, "site-header"));
  CHECK_FALSE(has(html, "staff-age.html\">嵌入"));
}

TEST_CASE("patterns for print stand once on a page with charts and nowhere else") {
  const auto pages = sample::pages();
  const auto count = [&](const char* address) {
    const auto html = default_theme()->render(page_at(pages, address), sample::frame());
    std::size_t found = 0;
    for (auto at = html.find("id=\"chart-pattern-2\""); at != std::string::npos;
         at = html.find("id=\"chart-pattern-2\"", at + 1))
      ++found;
    return found;
  };
  CHECK(count("shili/first/2023/talents.html") == 1);
  CHECK(count("shili/first/2023/embed/staff-age.html") == 1);
  CHECK(count("shili/first/2023/preface.html") == 0);
}

TEST_CASE("a chart without published data prints the sentence and nothing else") {
  compose::Page page;
  page.components = {sample::unpublished_chart()};
  const auto html = default_theme()->render(page, sample::frame());
  CHECK(has(html, "该报告未公布此图数据"));
  CHECK_FALSE(has(html, "<svg"));
  CHECK_FALSE(has(html, "chart-switch"));
}

TEST_CASE("the sentence below a chart says which language it is in") {
  auto frame = sample::frame();
  frame.lang = "en";
  for (const auto& [finding, lang] :
       {std::pair{"Median 98.01%, Range 95.98–98.99%", "en"}, std::pair{"本地就业最多。", "zh-CN"}}) {
    compose::Page page = page_at(sample::pages(), "shili/first/2023/talents.html");
    for (auto& component : page.components) {
      auto* chart = std::get_if<compose::ChartView>(&component);
      if (chart != nullptr) chart->finding = finding, chart->finding_is_ours = false;
    }
    const auto html = default_theme("en")->render(page, frame);
    CHECK(has(html, "<p class=\"finding\" lang=\"" + std::string(lang) + "\">" + finding));
  }
}

TEST_CASE("a folded card opens without a script and links to its source inside; letters lead to the cards") {
  compose::CardsView view{"firms", "企业", "", {}, {}, true, {{"Z", "partners/index.html#firms-Z"}}};
  view.cards.push_back(
      {"中车公司", "甲学校：订单班", "", "2025", "a/t.html", {}, {{"岗位", {{"20个", ""}}}}, "firms-Z"});
  compose::Page page = page_at(sample::pages(), "shili/first/2023/talents.html");
  page.address = "partners/index.html";
  page.components = {view};
  const auto folded = default_theme()->render(page, sample::frame());
  CHECK(has(folded, "<section class=\"cards folded\" id=\"firms\">"));
  CHECK(has(folded, "<a href=\"#firms-Z\">Z</a>"));
  CHECK(has(folded,
            "<li class=\"card\" id=\"firms-Z\">\n<details>\n<summary><span class=\"badge\">2025</span> "
            "<h3>中车公司</h3> <span class=\"card-subtitle\">甲学校：订单班</span></summary>"));
  CHECK(folded.find("</summary>") < folded.find("<a href=\"../a/t.html\">"));
  CHECK(folded.find("<a href=\"../a/t.html\">") < folded.find("</details>\n</li>"));
  view.folded = false;
  page.components = {view};
  const auto open = default_theme()->render(page, sample::frame());
  CHECK(has(open, "<h3><a href=\"../a/t.html\">中车公司</a></h3>"));
  CHECK_FALSE(has(open, "<li class=\"card\" id=\"firms-Z\">\n<details>"));
}

TEST_CASE("many threads print the same bytes as one") {
  const auto theme = default_theme();
  const auto pages = sample::pages();
  std::vector<std::string> expected(pages.size());
  for (std::size_t i = 0; i < pages.size(); ++i) expected[i] = theme->render(pages[i], sample::frame());
  std::vector<std::thread> threads;
  std::vector<int> different(8);
  for (int& count : different)
    threads.emplace_back([&] {
      for (int round = 0; round < 10; ++round)
        for (std::size_t i = 0; i < pages.size(); ++i)
          count += theme->render(pages[i], sample::frame()) != expected[i];
    });
  for (auto& thread : threads) thread.join();
  CHECK(different == std::vector<int>(8));
}
