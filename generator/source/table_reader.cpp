#include "source/table_reader.h"

#include <algorithm>
#include <fmt/format.h>

#include "source/table_shape.h"

namespace nianbao::source {
namespace {

bool is_plain_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
}

void report_id(const std::string& path, const std::vector<model::Table>& tables, DiagnosticSink& sink) {
  const std::string id = table_id(path);
  if (!is_plain_id(id)) {
    sink.error(
        "N208", {path, 0, 0},
        {fmt::format("数据文件名 {} 只能用拉丁字母、数字和“-”", id),
         fmt::format("the name of the data file, {}, may hold Latin letters, digits and \"-\" only", id)},
        {"改名，例如 graduates.csv", "rename it, for example graduates.csv"});
  }
  if (const model::Table* other = model::find_table(tables, id)) {
    sink.error("N205", {path, 0, 0},
               {fmt::format("数据 {} 已在 {} 里", id, other->place.file),
                fmt::format("the data {} stand in {} already", id, other->place.file)},
               {"留一个文件", "keep one of the two files"});
  }
}

}  // namespace

std::vector<model::Table> read_tables(const ProjectFiles& files, const std::string& folder,
                                      DiagnosticSink& sink) {
  std::vector<model::Table> tables;
  if (!files.is_folder(folder)) return tables;
  for (const std::string& name : files.files_in(folder, sink)) {
    const std::string path = join(folder, name);
    const bool csv = name.ends_with(".csv");
    if (!csv && !name.ends_with(".json")) continue;
    const auto text = files.read(path, sink, csv);
    if (!text) continue;
    if (!csv && text->find("\"columns\"") == std::string::npos &&
        text->find("\"datasets\"") != std::string::npos)
      continue;
    report_id(path, tables, sink);
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
