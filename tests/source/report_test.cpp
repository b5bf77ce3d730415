#include <catch2/catch.hpp>

#include "source/site_reader.h"
#include "support/reported.h"
#include "support/temporary_project.h"

using namespace nianbao;
using namespace nianbao::source;
using tests::reported;
using tests::TemporaryProject;

namespace {

model::Report read(const TemporaryProject& project, DiagnosticSink& sink) {
  const ProjectFiles files(project.folder());
  const model::Site site = read_site(files, sink);
  REQUIRE(site.organisations.size() == 1);
  REQUIRE(site.organisations[0].reports.size() == 1);
  return read_report(files, site.organisations[0].reports[0], sink);
}

/// A school with one report, and further files of the report's folder.
class ReportProject : public TemporaryProject {
 public:
  explicit ReportProject(const std::string& report_toml = "") {
    write("site.toml", "title = \"年报\"\n");
    write("content/a/school.toml", "name = \"甲校\"\n");
    write_report("report.toml", "title = \"甲校年报\"\nyear = 2023\n" + report_toml);
  }
  void write_report(const std::string& path, const std::string& text) const {
    write("content/a/2023/" + path, text);
  }
};

std::string chapter(const std::string& body, const std::string& more = "") {
  return "+++\ntitle = \"章\"\n" + more + "+++\n" + body;
}

/// What a report with this report.toml and this only chapter says.
std::string problems(const std::string& report_toml, const std::string& chapter_text) {
  const ReportProject project(report_toml);
  project.write_report("01-x.md", chapter_text);
  DiagnosticSink sink;
  read(project, sink);
  std::string out = reported(sink);
  const std::string folder = "content/a/2023/";
  for (std::size_t at = out.find(folder); at != std::string::npos; at = out.find(folder))
    out.erase(at, folder.size());
  return out;
}

}  // namespace

TEST_CASE("A report is read with its parts, chapters, cases and data") {
  const ReportProject project(R"(
[[parts]]
kind = "cover"
lines = ["English name"]
[[parts]]
kind = "preface"
file = "preface.md"
signed = "教育局"
[[parts]]
kind = "contents"
lists = ["contents", "tables"]
[[parts]]
kind = "chapters"
[[parts]]
kind = "appendix"
tables = ["card"]
numbers = [3]
)");
  project.write_report("preface.md", "前言正文。\n");
  project.write_report("02-service.md", chapter("## 节\n"));
  project.write_report("01-overview.md",
                       chapter("```table\nid = \"t\"\ndata = \"card\"\n```\n", "summary = \"一句话\"\n"));
  project.write_report("cases/03-welding.md", chapter("正文"));
  project.write_report("cases/no-number.md", chapter("正文", "id = \"own\"\n"));
  project.write_report("data/card.csv", "指标,2023年\n毕业生,1533\n");
  DiagnosticSink sink;
  const auto report = read(project, sink);
  CHECK(reported(sink) == "");
  CHECK(report.settings.address == "a/2023");
  REQUIRE(report.parts.size() == 5);
  CHECK(report.parts[1].text.has_value());
  CHECK(report.parts[4].numbers == std::vector<int>{3});
  REQUIRE(report.chapters.size() == 2);
  CHECK(report.chapters[0].id == "overview");
  CHECK(report.chapters[0].summary == "一句话");
  CHECK(report.chapters[1].id == "service");
  REQUIRE(report.cases.size() == 2);
  CHECK(report.cases[0].id == "case-03");
  CHECK(report.cases[1].id == "own");
  REQUIRE(report.tables.size() == 1);
}

TEST_CASE("A report that names no parts has a cover and its chapters") {
  const ReportProject project;
  project.write_report("01-x.md", chapter("正文"));
  DiagnosticSink sink;
  const auto report = read(project, sink);
  CHECK(report.parts.size() == 2);
  CHECK(report.chapters.size() == 1);
  CHECK(reported(sink) == "");
}

TEST_CASE("A block's problems are reported in the lines of its file") {
  const auto [block, expected] = GENERATE(table<std::string, std::string>({
      {"```table\nid = \"t\"\n```\n", "N201 01-x.md:4:1"},
      {"文字\n\n```chart\nid = \"c\"\ntitel = \"x\"\n```\n", "N204 01-x.md:8:1"},
      {"```chart\nid = \"c\"\ntype = \"bars\"\n```\n", "N203 01-x.md:6:8"},
      {"```chart\nid = \"c\"\ndata = 数据\n```\n", "N101 01-x.md:6:8"},
      {"```chart\nid = \"图一\"\n```\n", "N301 01-x.md:5:6"},
      {"```chart\nid = \"c\"\nseries = \"人数\"\n```\n", "N202 01-x.md:6:10"},
      {"```chart\nid = \"c\"\n[[series]]\nlabel = \"x\"\nvalue = [1]\n```\n", "N204 01-x.md:8:1"},
      {"```figure\nid = \"f\"\nsrc = \"images/x.png\"\nalt = \"图\"\n```\n", "N001 01-x.md:4:1"},
      {"```figure\nid = \"f\"\nsrc = \"../x.png\"\nalt = \"图\"\n```\n", "N313 01-x.md:4:1"},
      {"![图](images/x.png)\n", "N001 01-x.md:4:1"},
      {"![图](x.png)\n", "N313 01-x.md:4:1"},
      {"```diagram\nid = \"d\"\ndot = \"digraph {}\"\n```\n", "N201 01-x.md:4:1"},
      {"```diagram\nid = \"d\"\ntext = \"词\"\n```\n", "N201 01-x.md:4:1"},
      {"```note\ntext = \"x\"\nkind = \"remark\"\n```\n", "N203 01-x.md:6:8"},
      {"```timeline\n[[events]]\ndate = \"2023\"\n```\n", "N201 01-x.md:5:1"},
      {"- 列表\n\n  ```table\n  id = \"t\"\n  ```\n", "N303 01-x.md:6:3"},
      {"```note\ntext = \"x\"\n", "N302 01-x.md:4:1"},
      {"<div>x</div>\n", "N304 01-x.md:4:1"},
      {"```chart\nid = \"c\"\nconfig = \"none.json\"\n```\n", "N001 01-x.md:4:1"},
      {"```chart\nid = \"c\"\nconfig = \"../../../../../x.json\"\n```\n", "N003 01-x.md:4:1"},
      {"```chart\nid = \"c\"\nlabels = [\"a\"]\nvalues = [\"1\"]\nheight = 79\n```\n", "N203 01-x.md:8:10"},
      {"```chart\nid = \"c\"\nlabels = [\"a\"]\nvalues = [\"1\"]\nheight = 80\n```\n", ""},
      {"```document\nfigure = \"2\"\n```\n", "N201 01-x.md:4:1"},
      {"```document\nid = \"d\"\nfigure = \"next\"\nnumber = \"〔2023〕5 号\"\n```\n", ""},
      {"```quote\ntext = \"x\"\nnumber = 2\n```\n", "N204 01-x.md:6:1"},
      {"```case\nid = \"case-1\"\ntitle = \"x\"\n```\n", "N204 01-x.md:6:1"},
      {"```cpp\nint x;\n```\n", ""},
  }));
  CAPTURE(block);
  CHECK(problems("", chapter(block)) == expected);
}

TEST_CASE("Problems of a chapter's head") {
  const auto [text, expected] = GENERATE(table<std::string, std::string>({
      {"正文，没有标题。\n", "N201 01-x.md:1:1"},
      {"+++\n+++\n正文\n", "N201 01-x.md:1:1"},
      {"+++\ntitle = \"\"\n+++\n", "N201 01-x.md:2:9"},
      {"+++\ntitle = \"章\"\n正文\n", "N302 01-x.md:1:1"},
      {"+++\ntitle = 章\n+++\n", "N101 01-x.md:2:9"},
      {"+++\ntitle = \"章\"\nid = \"../x\"\n+++\n", "N301 01-x.md:3:6"},
      {"+++\ntitle = \"章\"\nid = \"index\"\n+++\n", "N301 01-x.md:2:9"},
      {"+++\ntitle = \"章\"\nsumary = \"x\"\n+++\n", "N204 01-x.md:3:1"},
      {"+++\r\ntitle = \"章\"\r\n+++\r\n正文\r\n", ""},
  }));
  CAPTURE(text);
  CHECK(problems("", text) == expected);
}

TEST_CASE("Problems of report.toml") {
  const auto [toml, expected] = GENERATE(table<std::string, std::string>({
      {"kind = \"reports\"\n", "N203 report.toml:3:8"},
      {"subtitle = \"x\"\n", "N204 report.toml:3:1"},
      {"[numbering]\nheadings = \"arabic\"\n", "N203 report.toml:4:12"},
      {"[numbering]\nfigure = { digits = 900 }\n", "N203 report.toml:4:21"},
      {"[numbering]\nfigure = { with = \"diagram\" }\n", "N203 report.toml:4:10"},
      {"[numbering]\nfigures = { label = \"图\" }\n", "N204 report.toml:4:1"},
      {"[[key_figures]]\nindicator = \"graduate\"\nvalue = \"a.b\"\n", "N211 report.toml:4:13"},
      {"[[key_figures]]\nvalue = \"a.b\"\n", "N201 report.toml:3:1"},
      {"[[key_figures]]\nlabel = \"x\"\n", "N201 report.toml:3:1"},
      {"[[key_figures]]\nlabel = \"x\"\ntext = \"1\"\nvalue = \"a.b\"\n", "N201 report.toml:3:1"},
      {"[[parts]]\nkind = \"chapter\"\n", "N203 report.toml:4:8"},
      {"[[parts]]\nkind = \"chapters\"\n[[parts]]\nkind = \"chapters\"\n", "N213 report.toml:5:1"},
      {"[[parts]]\nkind = \"chapters\"\nfiles = [\"02-none.md\"]\n", "N212 01-x.md; N001 report.toml:5:9"},
      {"[[parts]]\nkind = \"cover\"\n", "N212 01-x.md"},
      {"[[parts]]\nkind = \"chapters\"\n[[parts]]\nkind = \"contents\"\nlists = [\"table\"]\n",
       "N203 report.toml:7:9"},
      {"[[parts]]\nkind = \"chapters\"\n[[parts]]\nkind = \"appendix\"\nnumbers = [\"一\"]\n",
       "N202 report.toml:7:12"},
      {"[[parts]]\nkind = \"chapters\"\n[[parts]]\nkind = \"appendix\"\nfile = \"notes.md\"\n",
       "N204 report.toml:7:1"},
      {"[[parts]]\nkind = \"chapters\"\n[[parts]]\nkind = \"preface\"\nfile = \"/etc/passwd\"\n",
       "N003 report.toml:7:8"},
  }));
  CAPTURE(toml);
  CHECK(problems(toml, chapter("正文")) == expected);
}

TEST_CASE("The year of a report is a year") {
  const TemporaryProject project{{"site.toml", "title = \"年报\"\n"},
                                 {"content/a/school.toml", "name = \"甲\"\n"},
                                 {"content/a/x/report.toml", "title = \"t\"\nyear = 23\n"},
                                 {"content/a/y/report.toml", "title = \"t\"\n"},
                                 {"content/a/z/report.toml", "title = \"t\"\nyear = \"2023\"\n"}};
  DiagnosticSink sink;
  read_site(ProjectFiles(project.folder()), sink);
  CHECK(reported(sink) ==
        "N203 content/a/x/report.toml:2:8; N201 content/a/y/report.toml:1; N202 content/a/z/report.toml:2:8");
}

TEST_CASE("Files named in Chinese need an id, and keep a page") {
  const ReportProject project;
  project.write_report("01-概况.md", chapter("正文"));
  project.write_report("02-人才.md", chapter("正文", "id = \"talents\"\n"));
  DiagnosticSink sink;
  const auto report = read(project, sink);
  CHECK(tests::codes(sink) == "N301");
  REQUIRE(report.chapters.size() == 2);
  CHECK(report.chapters[0].id == "page-1");
  CHECK(report.chapters[1].id == "talents");
}

TEST_CASE("Files of the data folder that are not read are named") {
  const ReportProject project;
  project.write_report("01-x.md", chapter("正文"));
  project.write_report("data/majors.xlsx", "x");
  project.write_report("data/lost.toml", "title = \"x\"\n");
  project.write_report("data/数据.csv", "甲\n1\n");
  project.write_report("data/twice.csv", "甲\n1\n");
  project.write_report("data/twice.json", R"({"columns": [{"title": "甲"}], "rows": []})");
  project.write_report("data/chart.json", R"({"type": "bar", "data": {"datasets": []}})");
  DiagnosticSink sink;
  read(project, sink);
  CHECK(tests::codes(sink) == "N212 N212 N205 N208");
}
