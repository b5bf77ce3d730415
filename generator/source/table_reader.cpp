#include "source/table_reader.h"

#include <algorithm>
#include <fmt/format.h>

#include "source/ids.h"
#include "source/table_shape.h"

namespace nianbao::source {
namespace {

void check_id(const std::string& path, const std::vector<model::Table>& tables, DiagnosticSink& sink) {
  const std::string id = table_id(path);
  if (!is_plain_id(id)) {
    sink.error(
        "N208", {path, 0, 0},
        {fmt::format("数据文件名 {} 只能用拉丁字母、数字和“-”", id),
         fmt::format("the name of the data file, {}, may hold Latin letters, digits and \"-\" only", id)},
        {"改名，例如 graduates.csv", "rename it, for example graduates.csv"});
  }
  if (id == "datapackage" || id == "csv-metadata") {  // their JSON would stand where these stand
    sink.error("N205", {path, 0, 0},
               {fmt::format("{}.json 是网站上描述全部数据的文件", id),
                fmt::format("{}.json is a file of the site that describes all data", id)},
               {"给数据文件改名", "give the data file another name"});
  }
  if (const model::Table* other = model::find_table(tables, id)) {
    sink.error("N205", {path, 0, 0},
               {fmt::format("数据 {} 已在 {} 里", id, other->place.file),
                fmt::format("the data {} stand in {} already", id, other->place.file)},
               {"留一个文件", "keep one of the two files"});
  }
}

/// Word and Excel files, and settings of data that are not there, would otherwise be passed over in silence.
void report_unread(const std::string& path, const std::vector<std::string>& names, DiagnosticSink& sink) {
  const bool sidecar = path.ends_with(".toml");
  if (sidecar && std::find(names.begin(), names.end(), table_id(path) + ".csv") != names.end()) return;
  if (sidecar) {
    sink.warning("N212", {path, 0, 0},
                 {fmt::format("旁边没有 {}.csv，这个文件不起作用", table_id(path)),
                  fmt::format("there is no {}.csv beside it: this file has no effect", table_id(path))},
                 {"让它与数据文件同名；JSON 数据的说明写在 JSON 里",
                  "name it as the data file; JSON data say these things themselves"});
    return;
  }
  sink.warning("N212", {path, 0, 0},
               {"不是 .csv 或 .json，这个文件不会读取", "neither .csv nor .json: this file is not read"},
               {"Excel 文件请另存为 CSV（UTF-8）", "save a spreadsheet as CSV (UTF-8)"});
}

/// A whole Chart.js configuration, which a chart block names.
bool is_chart_configuration(const std::string& text) {
  return text.find("\"columns\"") == std::string::npos && text.find("\"datasets\"") != std::string::npos;
}

}  // namespace

std::vector<model::Table> read_tables(const ProjectFiles& files, const std::string& folder,
                                      DiagnosticSink& sink) {
  std::vector<model::Table> tables;
  if (!files.is_folder(folder)) return tables;
  const std::vector<std::string> names = files.files_in(folder, sink);
  for (const std::string& name : names) {
    const std::string path = join(folder, name);
    const bool csv = name.ends_with(".csv");
    if (!csv && !name.ends_with(".json")) {
      report_unread(path, names, sink);
      continue;
    }
    const auto text = files.read(path, sink, csv);
    if (!text || (!csv && is_chart_configuration(*text))) continue;
    check_id(path, tables, sink);
    const std::string sidecar_path = join(folder, table_id(path) + ".toml");
    std::string sidecar;
    if (csv && files.is_file(sidecar_path)) sidecar = files.read(sidecar_path, sink).value_or("");
    auto table =
        csv ? read_csv_table(*text, path, sidecar, sidecar_path, sink) : read_json_table(*text, path, sink);
    if (table) tables.push_back(std::move(*table));
  }
  return tables;
}

}  // namespace nianbao::source
