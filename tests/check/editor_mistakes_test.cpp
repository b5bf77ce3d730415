#include <catch2/catch.hpp>

#include "checked.h"
#include "support/golden.h"
#include "support/reported.h"

using namespace nianbao;

namespace {

/// A slip that editors make, and the files of a report that hold it. What is printed about it, in both
/// languages, stands in tests/golden/diagnostics/NAME.txt.
struct Mistake {
  std::string name;
  std::vector<std::pair<std::string, std::string>> files;
};

const std::string scorecard =
    "@id,指标,单位,2022年,2023年\ngraduates,毕业生人数,人,1480,1533\nplaced,毕业去向落实人数,人,1452,1503\n";

const std::vector<Mistake> mistakes = {
    {"chinese-quotes", {{"report.toml", "title = “甲校年报”\nyear = 2023\n"}}},
    {"missing-title", {{"01-overview.md", "## 学校概况\n\n正文。\n"}}},
    {"misspelt-key", {{"01-overview.md", "+++\ntitle = \"概况\"\nsumary = \"一句话\"\n+++\n正文。\n"}}},
    {"misspelt-column",
     {{"01-overview.md",
       "+++\ntitle = \"概况\"\n+++\n```chart\nid = \"c\"\ndata = \"card\"\nseries = [\"2023人数\"]\n```\n"},
      {"data/card.csv", scorecard}}},
    {"missing-data-file",
     {{"01-overview.md", "+++\ntitle = \"概况\"\n+++\n```table\nid = \"t\"\ndata = \"scorecrad\"\n```\n"},
      {"data/scorecard.csv", scorecard}}},
    {"wrong-number-in-text",
     {{"01-overview.md", "+++\ntitle = \"概况\"\n+++\n毕业生落实[1530人](data:card.placed.2023)。\n"},
      {"data/card.csv", scorecard}}},
    {"unknown-row",
     {{"01-overview.md", "+++\ntitle = \"概况\"\n+++\n毕业生[1533人](data:card.毕业人数.2023)。\n"},
      {"data/card.csv", scorecard}}},
    {"bad-number",
     {{"01-overview.md", "+++\ntitle = \"概况\"\n+++\n正文。\n"},
      {"data/card.csv", "专业,人数\n数控,56\n机电,1O2\n焊接,12.3.4\n"}}},
    {"comma-in-cell",
     {{"01-overview.md", "+++\ntitle = \"概况\"\n+++\n正文。\n"},
      {"data/card.csv", "专业,人数\n数控,1,200\n机电,56\n"}}},
    {"unclosed-quote",
     {{"01-overview.md", "+++\ntitle = \"概况\"\n+++\n正文。\n"},
      {"data/card.csv", "专业,说明\n数控,\"含焊接\n机电,无\n"}}},
    {"chinese-commas",
     {{"01-overview.md", "+++\ntitle = \"概况\"\n+++\n正文。\n"},
      {"data/card.csv", "专业，人数\n数控，56\n"}}},
    {"duplicate-id",
     {{"01-overview.md",
       "+++\ntitle = \"概况\"\n+++\n```table\nid = \"card\"\ndata = \"card\"\n```\n\n```table\nid = "
       "\"card\"\ndata = \"card\"\n```\n"},
      {"data/card.csv", scorecard}}},
    {"unknown-reference",
     {{"01-overview.md",
       "+++\ntitle = \"概况\"\n+++\n见[](ref:crad)。\n\n```table\nid = \"card\"\ndata = \"card\"\n```\n"},
      {"data/card.csv", scorecard}}},
    {"case-without-anchor",
     {{"01-overview.md", "+++\ntitle = \"概况\"\n+++\n正文。\n"},
      {"cases/01-welding.md", "+++\ntitle = \"焊接周\"\n+++\n正文。\n"}}},
    {"parts-do-not-sum",
     {{"01-overview.md", "+++\ntitle = \"概况\"\n+++\n正文。\n"},
      {"data/card.csv",
       "@level,@breakdown,指标,数量（项）\n,exclusive,课题,54\n1,,国家级,1\n1,,省级,22\n1,,市级,22\n"}}},
    {"gbk-chapter", {{"01-overview.md", "+++\ntitle = \"\xB8\xC5\xBF\xF6\"\n+++\n"}}},
    {"path-outside",
     {{"01-overview.md",
       "+++\ntitle = \"概况\"\n+++\n```figure\nid = \"f\"\nsrc = \"../../../../照片/校门.jpg\"\nalt = "
       "\"校门\"\n```\n"}}},
    {"broken-json",
     {{"01-overview.md", "+++\ntitle = \"概况\"\n+++\n正文。\n"},
      {"data/card.json", "{\n  \"columns\": [{\"title\": \"指标\"},],\n  \"rows\": []\n}\n"}}},
    {"excel-file", {{"01-overview.md", "+++\ntitle = \"概况\"\n+++\n正文。\n"}, {"data/card.xlsx", "PK"}}},
    {"block-in-list",
     {{"01-overview.md",
       "+++\ntitle = \"概况\"\n+++\n- 专业\n\n  ```table\n  id = \"t\"\n  data = \"card\"\n  ```\n"},
      {"data/card.csv", scorecard}}},
};

std::string printed(const Mistake& mistake) {
  const tests::TemporaryProject project{
      {"site.toml", "title = \"年报\"\n"},
      {"content/a/school.toml", "name = \"甲校\"\n"},
      {tests::report_folder + "report.toml", "title = \"甲校年报\"\nyear = 2023\n"}};
  for (const auto& [path, text] : mistake.files) project.write(tests::report_folder + path, text);
  DiagnosticSink sink;
  tests::check_project(project.folder(), sink);
  return tests::in_chinese(sink) + "\n" + tests::in_english(sink);
}

const std::filesystem::path golden = std::filesystem::path(NIANBAO_SOURCE_DIR) / "tests/golden/diagnostics";

}  // namespace

TEST_CASE("Slips that editors make are told in whole sentences, in Chinese and in English") {
  for (const Mistake& mistake : mistakes) {
    CAPTURE(mistake.name);
    CHECK(tests::equals_golden(golden / (mistake.name + ".txt"), printed(mistake)));
  }
}

TEST_CASE("Every golden message belongs to a slip that is tested") {
  for (const auto& entry : std::filesystem::directory_iterator(golden)) {
    const bool known = std::any_of(mistakes.begin(), mistakes.end(),
                                   [&](const Mistake& m) { return entry.path().stem() == m.name; });
    CAPTURE(entry.path().string());
    CHECK((known || entry.path().extension() == ".changed"));
  }
}
