#include "theme/table_html.h"

#include "default_theme.h"
#include "sample_pages.h"

using namespace nianbao;
using namespace nianbao::tests;

namespace {

std::string printed(const compose::TableGrid& grid) {
  std::string out;
  theme::append_table(out, grid, "表 1 学校", default_theme()->strings());
  return out;
}

bool has(const std::string& html, const std::string& part) { return html.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("headers have a scope, spans are kept, figures and their headers stand right") {
  const auto html = printed(sample::wide_table().grid);
  CHECK(has(html, "<section class=\"table-region wide\" tabindex=\"0\" aria-label=\"表 1 学校\">"));
  CHECK(has(html, "<th rowspan=\"2\" scope=\"col\" class=\"naming\">指标</th>"));
  CHECK(has(html, "<th colspan=\"2\" scope=\"colgroup\">满意度</th>"));
  CHECK(has(html, "<th scope=\"col\" class=\"number\">2023 年</th>"));
  CHECK(has(html, "<th scope=\"row\" class=\"naming\">在校生满意度</th>"));
  CHECK(has(html, "<td class=\"number\">96.80</td>"));
}

TEST_CASE("levels, totals and states have their classes, missing values their words") {
  const auto html = printed(sample::wide_table().grid);
  CHECK(has(html, "<tr class=\"level-1\">"));
  CHECK(has(html, "<tr class=\"level-2\">"));
  CHECK(has(html, "<tr class=\"total\">"));
  CHECK(has(html, "<td class=\"number missing\"><span class=\"visually-hidden\">未公布</span></td>"));
  CHECK(has(html,
            "<td class=\"number not-applicable\">-<span class=\"visually-hidden\">（不适用）</span></td>"));
  CHECK(has(html, "<td class=\"number approximate\">约94</td>"));
  CHECK(has(html, "<td class=\"number withheld\">保密</td>"));
  CHECK(has(html, "<ul class=\"legend\"><li>“-”表示不适用</li>"));
}

TEST_CASE("a cell below a span is counted in its own column") {
  const auto html = printed(sample::small_table().grid);
  CHECK(has(html, "<th rowspan=\"2\" scope=\"rowgroup\" class=\"naming\">机电工程系</th>"));
  CHECK(has(html, "<tr><td class=\"long\">数控技术应用（660103）</td><td>市级特色专业</td></tr>"));
  CHECK(has(html, "<td class=\"long\"><ul><li>省级品牌专业</li><li>1+X 证书试点</li></ul></td>"));
}

TEST_CASE("stacked bands are tables of their own in one region") {
  const auto html = printed(sample::stacked_form().grid);
  CHECK(has(html, "</tbody></table>\n<table class=\"roomy\"><thead>"));
  CHECK(html.find("<section") == html.rfind("<section"));
}

TEST_CASE("an empty grid is an empty region") {
  CHECK(has(printed({}), "aria-label=\"表 1 学校\">\n</section>"));
}
