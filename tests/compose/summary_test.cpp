#include "compose/summary.h"

#include <catch2/catch.hpp>

#include "composed.h"

using namespace nianbao;
using tests::chapter;
using tests::Composed;
using tests::fence;

namespace {

const tests::Files data = {
    {"data/card.csv",
     "@id,指标,单位,2022年,2023年\ngrad,毕业生人数,人,1480,\"1,533\"\nrate,升学率,%,24.1,25.3%\n"
     "ratio,生师比,:,18.20,18.21\ndual,双师型教师,人,#保密,约60\nabroad,留学生,人,-,\n"},
    {"data/forms.json", R"({"title": "表", "bands": [
       {"columns": [{"title": "单位", "role": "unit"}, {"title": "类别"}, {"title": "数", "type": "number"}],
        "rows": [{"cells": ["所", "学校", 15]}]},
       {"columns": [{"title": "类型"}, {"title": "计量单位", "role": "unit"}, {"title": "数目", "type": "number"}],
        "rows": [{"cells": ["教师", "名", 900]}]}]})"},
    {"01-x.md", chapter("章", fence("table", "id = \"printed\"\ntitle = \"记分卡\"\ndata = \"card\""))}};

/// "label value unit year address number" of one key figure.
std::string figure(const std::string& keys, const std::string& lang = "zh-CN",
                   const std::string& indicators = "") {
  tests::Files files = data;
  if (!indicators.empty()) files.emplace_back("indicators.toml", indicators);
  files.emplace_back("site.toml", "title = \"年报\"\nlang = \"" + lang + "\"\n");
  files.emplace_back("report.toml", tests::settings + "[[key_figures]]\n" + keys);
  Composed composed(files);
  const auto made = compose::summarise(composed.context(), composed.site.catalogue).figures;
  REQUIRE(made.size() == 1);
  const auto& f = made[0];
  return f.label + "|" + f.value + "|" + f.unit + "|" + f.year + "|" + f.address.substr(9) + "|" +
         (f.number ? f.number->str() : "none");
}

}  // namespace

TEST_CASE("A key figure is its datum as printed, and leads to the table that prints it") {
  const auto [keys, expected] = GENERATE(table<std::string, std::string>({
      {"indicator = \"graduates\"\nvalue = \"card.grad.2023\"",
       "毕业生人数|1,533|人|2023|x.html#printed|1533"},
      {"indicator = \"graduates\"\nvalue = \"card.grad.2022\"",
       "毕业生人数|1480|人|2022|x.html#printed|1480"},
      {"indicator = \"graduates\"\nvalue = \"card.grad\"\nyear = \"2021\"",
       "毕业生人数|1,533|人|2021|x.html#printed|1533"},
      {"label = \"学校数\"\nvalue = \"forms.学校\"", "学校数|15|所|2023|index.html|15"},
      {"label = \"教师数\"\nvalue = \"forms.教师\"", "教师数|900|名|2023|index.html|900"},
      {"indicator = \"further_study_rate\"\nvalue = \"card.rate.2023\"",
       "升学率|25.3|%|2023|x.html#printed|25.3"},
      {"indicator = \"student_teacher_ratio\"\nvalue = \"card.ratio.2022\"",
       "生师比|18.20||2022|x.html#printed|18.20"},
      {"label = \"占地\"\ntext = \"330\"\nunit = \"亩\"\nyear = \"2025\"", "占地|330|亩|2025|index.html|330"},
      {"label = \"校训\"\ntext = \"厚德\"", "校训|厚德||2023|index.html|none"},
      {"indicator = \"dual_teachers\"\nvalue = \"card.dual.2023\"",
       "双师型教师数|约60|人|2023|x.html#printed|60"},
  }));
  CAPTURE(keys);
  CHECK(figure(keys) == expected);
}

TEST_CASE("A key figure that is not published says so in words and without a unit") {
  CHECK(figure("indicator = \"dual_teachers\"\nvalue = \"card.dual.2022\"") ==
        "双师型教师数|不公开||2022|x.html#printed|none");
  CHECK(figure("label = \"留学生\"\nvalue = \"card.abroad.2023\"") ==
        "留学生|value_missing||2023|x.html#printed|none");
  CHECK(figure("label = \"留学生\"\nvalue = \"card.abroad.2022\"") == "留学生|-||2022|x.html#printed|none");
}

TEST_CASE("Labels and units of indicators follow the language of the interface") {
  CHECK(figure("indicator = \"graduates\"\ntext = \"12\"", "en") == "Graduates|12||2023|index.html|12");
  CHECK(figure("indicator = \"income\"\ntext = \"4300\"", "en") ==
        "Monthly income|4300|yuan|2023|index.html|4300");
}

TEST_CASE("A project's own indicator without English words keeps its own") {
  const std::string own = "[[indicator]]\nid = \"own\"\nname = \"绿化面积\"\nunit = \"亩\"\n";
  const std::string key = "indicator = \"own\"\ntext = \"12\"";
  CHECK(figure(key, "en", own) == "绿化面积|12|亩|2023|index.html|12");
  CHECK(figure(key, "en", own + "unit_en = \"mu\"\n") == "绿化面积|12|mu|2023|index.html|12");
  CHECK(figure(key, "en", own + "unit_en = \"\"\n") == "绿化面积|12||2023|index.html|12");
}

TEST_CASE("A summary counts what the report holds") {
  Composed composed(
      {{"report.toml",
        "edition = \"2023年度\"\nmajors = \"majors\"\n" + tests::settings +
            "[[parts]]\nkind = \"chapters\"\n[[parts]]\nkind = \"appendix\"\ntables = [\"majors\"]\n"},
       {"01-x.md", chapter("章", fence("table", "id = \"a\"\ndata = \"majors\"") +
                                     fence("chart", "id = \"c\"\npublished = false\ntitle = \"图\""))},
       {"cases/01-x.md", chapter("案例甲", "")},
       {"data/majors.json",
        R"({"columns": [{"title": "系部", "type": "text"}, {"title": "代码", "type": "text"},
                         {"title": "专业", "type": "text"}], "rows": [{"cells": [{"text": "机电系", "rows": 2}, "660103", "数控"]},
                         {"cells": ["660105", "焊接"]}, {"role": "total", "cells": ["合计", "", "2 个"]}]})"}});
  const compose::ReportSummary summary = compose::summarise(composed.context(), composed.site.catalogue);
  CHECK(summary.address + summary.title + summary.edition == "c/a/2023甲校年报2023年度");
  CHECK(summary.year == 2023);
  CHECK(summary.chapters == 1);
  CHECK(summary.cases_count == 1);
  CHECK(summary.tables == 2);
  CHECK(summary.charts == 1);
  CHECK(summary.cases.at(0).label + summary.cases.at(0).address == "案例 01c/a/2023/cases/case-01.html");
  REQUIRE(summary.majors.size() == 2);
  CHECK(summary.majors[1].code + summary.majors[1].name + summary.majors[1].department == "660105焊接机电系");
}

TEST_CASE("Printed dates are read as far as they go") {
  const auto [printed, expected] = GENERATE(table<std::string, std::string>({
      {"2023年12月", "2023-12"},
      {"2024年1月10日", "2024-01-10"},
      {"2023年", "2023"},
      {"2023-12-05", "2023-12-05"},
      {"2022—2023学年", "2022"},
      {"2023年13月1日", "2023"},
      {"2023年2月29日", "2023-02"},
      {"2024年2月29日", "2024-02-29"},
      {"2023年4月31日", "2023-04"},
      {"十二月", ""},
      {"12月", ""},
      {"99999999999999999999", ""},
      {"", ""},
  }));
  CAPTURE(printed);
  CHECK(compose::iso_date(printed) == expected);
}
