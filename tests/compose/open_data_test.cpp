#include "compose/open_data.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "compose/addresses.h"
#include "compose/table_grid.h"
#include "composed.h"
#include "source/table_reader.h"
#include "support/reported.h"

using namespace nianbao;
using tests::Composed;
using Json = nlohmann::json;

namespace {

const std::string bands_json =
    "{\"bands\": [{\"columns\": [{\"title\": \"甲\"}], \"rows\": [{\"cells\": [\"1\"]}]},"
    " {\"columns\": [{\"title\": \"乙\"}, {\"title\": \"丙\"}], \"rows\": [{\"cells\": [\"2\", \"3\"]}]}]}";

const std::string spans_json = R"({"title": "合并", "unit": "所", "source": "某处 https://x.example/a",
  "institution": {"name": "甲校", "code": "00712"}, "notes": ["注一", "注二"],
  "columns": [{"id": "kind", "title": "类别"}, {"id": "all", "title": "合计", "type": "number", "unit": "所"},
              {"title": "2023年", "type": "number"}, {"title": "样本", "role": "sample"}],
  "header": [[{"text": "类别", "rows": 2}, {"text": "数", "columns": 3}], ["合计", "2023年", "样本"]],
  "rows": [{"id": "a", "role": "total", "breakdown": "overlapping", "cells": ["中职", "15", null, "-"]},
           {"level": 1, "note": "说", "cells": [{"text": "民办", "header": true}, "约7", "#withheld", {"text": "3", "rows": 2}]},
           {"level": 1, "cells": [{"items": ["一", "二"]}, {"text": "1,200", "columns": 2}]}]})";

const tests::Files files_of_data = {
    {"site.toml",
     "title = \"年报\"\nbase_url = \"https://example.org/\"\npublisher = \"教育局\"\n"
     "license = \"CC BY 4.0，请注明出处\"\n"},
    {"report.toml",
     tests::settings + "edition = \"2023年度\"\nissued = \"2023年12月\"\nsummary = \"摘要\"\n"},
    {"01-x.md", tests::chapter("章", tests::fence("table", "id = \"tt\"\ndata = \"plain\""))},
    {"data/plain.csv",
     "指标,人数（人）,经费,比例,约数,空,代码\n甲,10,\"1,200.5\",95.8%,约17,,007\n乙,-3,7,/,9,,008\n"},
    {"data/Upper.csv", "名称,值\n甲,1\n甲,２\n"},
    {"data/bands.json", bands_json},
    {"data/spans.json", spans_json}};

std::string bytes_of(const std::vector<compose::Download>& files, const std::string& address) {
  const auto found =
      std::find_if(files.begin(), files.end(), [&](const auto& file) { return file.address == address; });
  INFO(address);
  REQUIRE(found != files.end());
  return found->bytes;
}

/// The header of a CSV file without quoted cells.
std::vector<std::string> header_of(const std::string& csv) {
  std::vector<std::string> names(1);
  for (const char c : csv.substr(3, csv.find("\r\n") - 3)) {
    if (c == ',')
      names.emplace_back();
    else
      names.back() += c;
  }
  return names;
}

Json resource(const Json& package, const std::string& name) {
  for (const Json& resource : package["resources"]) {
    if (resource["name"] == name) return resource;
  }
  FAIL("no resource " + name);
  return {};
}

}  // namespace

TEST_CASE("A data package says who published what, when and under which licence") {
  Composed composed(files_of_data);
  const auto files = composed.pages().downloads();
  const Json package = Json::parse(bytes_of(files, "c/a/2023/data/datapackage.json"));
  CHECK(package["profile"] == "data-package");
  CHECK(package["name"] == "c-a-2023");
  CHECK(package["id"] == "https://example.org/c/a/2023/data/datapackage.json");
  CHECK(package["title"] == "甲校年报（2023年度）");
  CHECK(package["description"] == "摘要");
  CHECK(package["homepage"] == "https://example.org/c/a/2023/index.html");
  CHECK(package["created"] == "2023-12-01T00:00:00Z");
  CHECK(package["licenses"] == Json::array({{{"name", "CC-BY-4.0"}, {"title", "CC BY 4.0，请注明出处"}}}));
  CHECK(package["rights"] == "CC BY 4.0，请注明出处");
  CHECK(package["sources"] == Json::array({{{"title", "甲校年报"}}}));
  CHECK(package["contributors"] == Json::array({{{"title", "甲学校"}, {"role", "author"}},
                                                {{"title", "教育局"}, {"role", "publisher"}}}));
  CHECK(package["resources"].size() == 4);
}

TEST_CASE("Each resource is a file beside the package, and its fields are the header of that file") {
  Composed composed(files_of_data);
  const auto files = composed.pages().downloads();
  const Json package = Json::parse(bytes_of(files, "c/a/2023/data/datapackage.json"));
  for (const Json& resource : package["resources"]) {
    const std::string path = resource["path"];
    const std::string bytes = bytes_of(files, "c/a/2023/data/" + path);
    CHECK(resource["encoding"] == "utf-8");
    CHECK(path.ends_with("." + resource["format"].get<std::string>()));
    CHECK(resource.contains("schema") == path.ends_with(".csv"));
    if (!resource.contains("schema")) continue;
    CHECK(bytes.starts_with("\xEF\xBB\xBF"));
    CHECK(resource["profile"] == "tabular-data-resource");
    std::vector<std::string> names;
    for (const Json& field : resource["schema"]["fields"]) names.push_back(field["name"]);
    CHECK(names == header_of(bytes));
  }
  CHECK(resource(package, "bands")["path"] == "bands.json");
  CHECK(resource(package, "upper")["path"] == "Upper.csv");
}

TEST_CASE("A column has the type that all of its values have") {
  Composed composed(files_of_data);
  const Json package = Json::parse(bytes_of(composed.pages().downloads(), "c/a/2023/data/datapackage.json"));
  const Json schema = resource(package, "plain")["schema"];
  std::string types;
  for (const Json& field : schema["fields"]) types += field["type"].get<std::string>() + " ";
  CHECK(types == "string integer number number string string string ");
  CHECK(schema["fields"][0]["constraints"] == Json({{"required", true}, {"unique", true}}));
  CHECK(schema["fields"][1]["unit"] == "人");
  CHECK(schema["fields"][2]["groupChar"] == ",");
  CHECK(schema["fields"][3]["bareNumber"] == false);
  CHECK(schema["missingValues"] == Json::array({"", "/"}));
  const Json upper = resource(package, "upper")["schema"]["fields"];
  CHECK(upper[0]["constraints"] == Json({{"required", true}}));
  CHECK(upper[1]["type"] == "string");
  CHECK(resource(package, "spans")["sources"][0]["path"] == "https://x.example/a");
  CHECK(resource(package, "spans")["description"] == "注一\n注二");
  CHECK(resource(package, "spans")["schema"]["missingValues"] == Json::array({"", "#withheld", "-"}));
}

TEST_CASE("CSV on the Web describes the same columns, without the forms of several bands") {
  Composed composed(files_of_data);
  const Json csvw = Json::parse(bytes_of(composed.pages().downloads(), "c/a/2023/data/csv-metadata.json"));
  CHECK(csvw["@context"] == Json::array({"http://www.w3.org/ns/csvw", {{"@language", "zh"}}}));
  std::string urls;
  for (const Json& table : csvw["tables"]) urls += table["url"].get<std::string>() + " ";
  CHECK(urls == "Upper.csv plain.csv spans.csv ");
  const Json columns = csvw["tables"][1]["tableSchema"]["columns"];
  CHECK(columns[0] == Json({{"titles", "指标"}, {"required", true}}));
  CHECK(columns[1]["datatype"] == "integer");
  CHECK(columns[2]["datatype"] == Json({{"base", "decimal"}, {"format", {{"groupChar", ","}}}}));
  CHECK(columns[3]["datatype"] == "decimal");
}

TEST_CASE("The JSON of a table is a data file again, with all that the table was") {
  Composed composed(files_of_data);
  REQUIRE(composed.report.tables.size() == 4);
  for (const model::Table& table : composed.report.tables) {
    INFO(table.id);
    const std::string json = compose::make_json(table);
    const tests::TemporaryProject again{{"data/" + table.id + ".json", json}};
    DiagnosticSink sink;
    const auto read = source::read_tables(source::ProjectFiles(again.folder()), "data", sink);
    CHECK(tests::reported(sink) == "");
    REQUIRE(read.size() == 1);
    CHECK(compose::make_csv(read[0]) == compose::make_csv(table));
    CHECK(compose::make_json(read[0]) == json);
    CHECK(read[0].bands[0].rows[0].role == table.bands[0].rows[0].role);
    CHECK(read[0].bands[0].columns[0].role == table.bands[0].columns[0].role);
  }
}

TEST_CASE("A licence that is no name is told in words; an unknown date is not made up") {
  Composed composed(
      {{"site.toml", "title = \"年报\"\nlicense = \"请注明出处 https://x.example/l（全文）\"\n"},
       {"data/t.csv", "名称,值\n甲,1\n"}});
  const model::Organisation& school = composed.site.organisations[0].children[0];
  Json package = Json::parse(compose::make_data_package(composed.report, school, composed.site));
  CHECK(package["licenses"][0]["path"] == "https://x.example/l");
  CHECK_FALSE(package["licenses"][0].contains("name"));
  for (const std::string absent : {"id", "homepage", "created", "description"})
    CHECK_FALSE(package.contains(absent));
  composed.site.license = "请注明出处";
  package = Json::parse(compose::make_data_package(composed.report, school, composed.site));
  CHECK_FALSE(package.contains("licenses"));
  CHECK(package["rights"] == "请注明出处");
}

TEST_CASE("A report without tables offers no data, one with tables says where they are") {
  Composed none({{"01-x.md", tests::chapter("章", "")}});
  CHECK(none.pages().downloads().empty());
  const auto addresses = [](Composed& composed, const std::string& page) {
    std::string out;
    for (const auto& list : composed.all<compose::ListView>(page)) {
      if (list.id != compose::data_links_id) continue;
      for (const auto& item : list.items) out += item.address + " ";
    }
    return out;
  };
  CHECK(addresses(none, "index.html") == "");
  Composed some(files_of_data);
  const auto files = some.pages().downloads();
  for (const std::string page : {"index.html", "lists.html"}) {
    const std::string found = addresses(some, page);
    CHECK(found == "c/a/2023/data/all.zip c/a/2023/data/datapackage.json c/a/2023/data/csv-metadata.json ");
  }
  Composed bands({{"data/bands.json", bands_json}});
  CHECK(addresses(bands, "index.html").find("csv-metadata") == std::string::npos);
  const auto tables = some.all<compose::TableView>("tables/tt.html");
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].json == "c/a/2023/data/plain.json");
}

TEST_CASE("The overview says how to cite the data") {
  Composed composed(files_of_data);
  const auto facts = composed.all<compose::FactsView>("index.html");
  REQUIRE(facts.size() == 1);
  CHECK(facts[0].id == compose::citation_id);
  CHECK(facts[0].facts[0].second ==
        "甲学校. 甲校年报（2023年度）[DS/OL]. 2023-12. https://example.org/c/a/2023/index.html");
  CHECK(facts[0].facts[1].second == "CC BY 4.0，请注明出处");
  composed.site.base_url = composed.site.license = composed.report.settings.issued = "";
  composed.report.settings.edition = "", composed.report.settings.issuer = "某处";
  CHECK(composed.all<compose::FactsView>("index.html")[0].facts ==
        std::vector<std::pair<std::string, std::string>>{{"cite_as", "某处. 甲校年报[DS]. 2023."}});
}

TEST_CASE("The overview lists the corrections, newest first") {
  Composed composed({{"data/t.csv", "@id,名称,2023年\na,甲,2\n"},
                     {"01-x.md", tests::chapter("章", tests::fence("table", "id = \"tt\"\ndata = \"t\""))},
                     {"corrections.toml",
                      "[[corrections]]\ndate = \"2025-01-01\"\nwhat = \"乙\"\nbefore = \"3\"\nafter = \"4\"\n"
                      "reason = \"笔误\"\n[[corrections]]\ndate = \"2026-03-02\"\nwhat = \"甲\"\naddress = "
                      "\"t.a.2023\"\nbefore = \"1\"\nafter = \"2\"\nreason = \"漏计\"\n"}});
  const auto tables = composed.all<compose::TableView>("index.html");
  REQUIRE(tables.size() == 1);
  CHECK(tables[0].id == "corrections");
  std::string out;
  for (const auto& row : tables[0].grid.bands[0].body) {
    for (const auto& cell : row.cells)
      out += cell.text + (cell.address.empty() ? "" : "@" + cell.address) + "|";
  }
  CHECK(out == "2026-03-02|甲@c/a/2023/x.html#tt|1|2|漏计|2025-01-01|乙|3|4|笔误|");
}
