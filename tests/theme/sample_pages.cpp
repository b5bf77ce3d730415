#include "sample_pages.h"

namespace sample {

using namespace nianbao::compose;

namespace {

const std::string school_root = "shili/first/";
const std::string report_root = "shili/first/2023/";

Page page(PageKind kind, std::string address, std::string title, std::vector<Component> components) {
  Page page;
  page.kind = kind;
  page.address = std::move(address);
  page.title = std::move(title);
  page.components = std::move(components);
  if (page.address.starts_with("shili/")) page.notice = "示例数据，并非真实学校";
  return page;
}

/// A page of the report, with its frame: navigation, breadcrumb, neighbours.
Page report_page(PageKind kind, std::string name, std::string label, std::string title,
                 std::vector<Component> components) {
  Page out = page(kind, report_root + name, std::move(title), std::move(components));
  out.label = std::move(label);
  out.organisation = "示例第一职业学校";
  out.year = "2023";
  out.report_title = "示例第一职业学校职业教育质量报告";
  out.description = "示例第一职业学校 2023 年度质量报告的一页。";
  out.published = "2023-12";
  out.breadcrumb = {{"首页", "index.html"},
                    {"示例市", "shili/index.html"},
                    {"示例第一职业学校", school_root + "index.html"},
                    {"2023年度", report_root + "index.html"}};
  out.report_navigation = {
      {"", "报告概览", report_root + "index.html"},
      {"", "声明与前言", report_root + "preface.html"},
      {"第二章", "人才培养", report_root + "talents.html"},
      {"（一）", "党建引领", report_root + "talents.html#party", false, 1},
      {"（二）", "队伍建设", report_root + "talents.html#staff", false, 1},
      {"案例 05", "“五微五方”协同育人，培养现场工程师", report_root + "cases/case-05.html"},
      {"", "劳模引领 平台赋能", report_root + "article.html"},
      {"", "目录与图表清单", report_root + "lists.html"}};
  for (auto& item : out.report_navigation) item.current = item.address == out.address;
  out.previous = Link{"声明与前言", report_root + "preface.html"};
  out.next = Link{"案例 05 “五微五方”协同育人", report_root + "cases/case-05.html"};
  return out;
}

KeyFiguresView key_figures() {
  return {"关键数据",
          "",
          {{"在校生数",
            "5,486",
            "人",
            "2023",
            "",
            "shili/first/2023/tables/satisfaction.html",
            "",
            {{"2022", "5,231"}, {"2021", "5,078"}}},
           {"毕业去向落实率", "98.04", "%", "2023", "按 1503／1533 计算", "", "", {{"2022", "97.6"}}},
           {"专任教师数", "529", "人", "2023", "", "", "6 所学校中 5 所已报告", {}},
           {"双师型教师比例", "86.4", "%", "2023", "", "", "", {}},
           {"生师比", "11.6", "", "2023", "", "", "", {}},
           {"占地面积", "330", "亩", "", "", "", "", {}}}};
}

CardsView school_cards() {
  return {"schools",
          "学校",
          "",
          {{"示例第一职业学校",
            "公办职业中专",
            "装备制造、电子信息两大专业群，省级示范校。",
            "2023",
            school_root + "index.html",
            {"在校生 5,486 人", "专业 22 个"}},
           {"示例第二职业学校", "民办职业高中", "", "", "", {"尚未发布报告"}},
           {"示例旅游学校",
            "公办职业中专",
            "面向文旅融合产业，开设烹饪、导游、酒店管理等专业。",
            "2023",
            school_root + "index.html",
            {"在校生 2,310 人"}}}};
}

ContactView contact() {
  return {"",
          "示例第一职业学校",
          "示例市建设路 1 号",
          "100000",
          "www.example.org",
          "office@example.org",
          {{"招生热线", "0416-7915556"}, {"办公室", "010-5550100"}}};
}

ListView contents() {
  return {"contents",
          "目录",
          {{0, "第一章", "学校概况", report_root + "index.html"},
           {0, "第二章", "人才培养", report_root + "talents.html"},
           {1, "（一）", "党建引领", report_root + "talents.html#party"},
           {2, "1.", "聚力思想引领，强化学习", report_root + "talents.html#learning"},
           {1, "（二）", "队伍建设", report_root + "talents.html#staff"}}};
}

std::vector<Page> homes() {
  Page portal = page(
      PageKind::portal, "index.html", "示例职业教育年报",
      {Html{"<p>各校质量报告与案例的公开门户：按学校、按年度查阅，数据可下载。</p>\n"}, key_figures(),
       CardsView{"cities", "城市", "", {{"示例市", "", "6 所学校，3 个年度", "", "shili/index.html", {}}}}});
  Page city = page(PageKind::city, "shili/index.html", "示例市",
                   {key_figures(), school_cards(),
                    FactsView{"about", "基本信息", {{"主管部门", "示例市教育局"}, {"中职学校", "6 所"}}}});
  city.breadcrumb = {{"首页", "index.html"}};
  Page school = page(PageKind::school, school_root + "index.html", "示例第一职业学校",
                     {Html{"<p>公办职业中专，建于 1978 年，国家示范校。</p>\n"}, key_figures(),
                      CardsView{"reports",
                                "年度报告",
                                "",
                                {{"2023年度质量报告",
                                  "2023年12月",
                                  "8 章，21 个案例，14 张表。",
                                  "2023",
                                  report_root + "index.html",
                                  {}}}},
                      small_table(), contact()});
  school.breadcrumb = {{"首页", "index.html"}, {"示例市", "shili/index.html"}};
  school.json_ld =
      R"({"@context":"https://schema.org","@type":"EducationalOrganization","name":"示例第一职业学校"})";
  return {portal, city, school};
}

std::vector<Page> report_pages() {
  Page overview = report_page(PageKind::report, "index.html", "", "",
                              {CoverView{"附件 3",
                                         "示例第一职业学校职业教育质量报告",
                                         "2023年度",
                                         "示例第一职业学校",
                                         "2023年12月",
                                         "",
                                         {"Shili No. 1 Vocational School"}},
                               key_figures(), contents()});
  Page part =
      report_page(PageKind::part, "preface.html", "", "声明与前言",
                  {DeclarationView{"declaration",
                                   "内容真实性责任声明",
                                   "<p>学校对质量报告及相关附件的真实性、完整性和准确性负责。</p>",
                                   "2024年1月10日",
                                   {"单位名称（盖章）", "法定代表人（签名）"}},
                   SignedTextView{"preface", "前言", "<p>2023 年是全面贯彻党的二十大精神的开局之年。</p>",
                                  "编写组", "2023年12月"},
                   contact()});
  Page chapter = report_page(PageKind::chapter, "talents.html", "第二章", "人才培养", chapter_components());
  chapter.page_contents = {{"（一）", "党建引领", report_root + "talents.html#party"},
                           {"1.", "聚力思想引领，强化学习", report_root + "talents.html#learning", false, 1},
                           {"（二）", "队伍建设", report_root + "talents.html#staff"}};
  Page narrative = report_page(
      PageKind::case_narrative, "cases/case-05.html", "案例 05", "“五微五方”协同育人，培养现场工程师",
      {Html{"<p>"
            "学校与三家企业共建实训基地，把生产任务变成教学项目。焊接、数控、机电三个专业的学生轮岗实训，两年"
            "培养现场工程师 126 人。</p>\n<h2 "
            "id=\"background\">实施背景</h2>\n<p>区域内装备制造企业对现场工程师的需求持续增长。</p>\n"}});
  Page article =
      report_page(PageKind::article, "article.html", "", "劳模引领 平台赋能",
                  {Html{"<p>产教融合的关键在于平台。学校以劳模工作室为纽带，把企业项目引入课堂。</p>\n"},
                   steps_diagram()});
  Page table =
      report_page(PageKind::table, "tables/satisfaction.html", "表 2-9", "在校生满意度", {wide_table()});
  auto& own = std::get<TableView>(table.components.front());
  own.address.clear(), own.title.clear(), own.label.clear();
  Page chart =
      report_page(PageKind::chart, "charts/staff-age.html", "分析图 2-1", "专任教师年龄结构", {age_chart()});
  Page embed =
      report_page(PageKind::embed, "embed/staff-age.html", "分析图 2-1", "专任教师年龄结构", {age_chart()});
  embed.canonical = chart.address;
  embed.origin = Link{"示例第一职业学校质量报告 · 第二章 人才培养", report_root + "talents.html#staff-age"};
  Page lists = report_page(
      PageKind::lists, "lists.html", "", "目录与图表清单",
      {contents(),
       ListView{
           "tables", "表目录", {{0, "表 2-9", "在校生满意度", report_root + "tables/satisfaction.html"}}}});
  return {overview, part, chapter, narrative, article, table, chart, embed, lists};
}

}  // namespace

std::vector<Page> pages() {
  auto pages = homes();
  for (auto& page : report_pages()) pages.push_back(std::move(page));
  pages.push_back(page(PageKind::search, "search.html", "搜索",
                       {SearchView{{"焊接", "双师型教师", "产教融合", "升学率"}},
                        ListView{"majors", "专业", {{0, "", "机电技术应用", school_root + "index.html"}}}}));
  pages.push_back(
      page(PageKind::not_found, "404.html", "找不到这个页面", {Html{"<p>页面可能已经移动或改名。</p>\n"}}));
  return pages;
}

nianbao::theme::SiteFrame frame() {
  nianbao::theme::SiteFrame frame;
  frame.title = "示例职业教育年报";
  frame.description = "示例市职业院校质量报告的公开门户。";
  frame.publisher = "示例市教育局";
  frame.license = "数据可自由使用，注明来源即可。";
  frame.version = "1";
  frame.navigation = {{"示例市", "shili/index.html"}};
  return frame;
}

}  // namespace sample
