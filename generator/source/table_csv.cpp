#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "diagnostics/suggestion.h"
#include "source/column_roles.h"
#include "source/csv.h"
#include "source/fields.h"
#include "source/table_reader.h"
#include "source/table_shape.h"
#include "source/table_words.h"
#include "text/utf8.h"

namespace nianbao::source {
namespace {

using model::Column;
using model::Row;

/// Which field of a record is printed, and which ones steer.
struct Layout {
  std::vector<std::size_t> printed;
  std::optional<std::size_t> id, level, role, breakdown, note;
};

/// A column without any text: spreadsheet programs write such ones at the right edge.
bool is_empty_column(const std::vector<CsvRecord>& records, std::size_t column) {
  return std::all_of(records.begin(), records.end(),
                     [&](const CsvRecord& record) { return text::trim(record[column].text).empty(); });
}

Layout read_layout(const std::vector<CsvRecord>& records, model::Band& band, const std::string& file,
                   DiagnosticSink& sink) {
  const CsvRecord& header = records[0];
  Layout layout;
  const std::vector<std::pair<std::string, std::optional<std::size_t>*>> controls = {
      {"@id", &layout.id},
      {"@level", &layout.level},
      {"@role", &layout.role},
      {"@breakdown", &layout.breakdown},
      {"@note", &layout.note}};
  for (std::size_t i = 0; i < header.size(); ++i) {
    const std::string name(text::trim(header[i].text));
    if (name.empty() && is_empty_column(records, i)) continue;
    if (!name.starts_with("@")) {
      layout.printed.push_back(i);
      band.columns.push_back({name, name, model::ColumnRole::text, "", std::nullopt});
      continue;
    }
    const auto control =
        std::find_if(controls.begin(), controls.end(), [&](const auto& c) { return c.first == name; });
    if (control != controls.end()) {
      *control->second = i;
      continue;
    }
    std::vector<std::string> known;
    for (const auto& [key, ignored] : controls) known.push_back(key);
    sink.error("N206", {file, header[i].line, header[i].column},
               {fmt::format("不认识的控制列 {}", name), fmt::format("unknown steering column {}", name)},
               suggest(name, known));
  }
  return layout;
}

Row read_row(const CsvRecord& record, const Layout& layout, const std::string& file, DiagnosticSink& sink) {
  Row row;
  row.line = record.front().line;
  const auto words = [&](const std::optional<std::size_t>& i) {
    return i ? text::trim(record[*i].text) : std::string_view();
  };
  const auto place = [&](const std::optional<std::size_t>& i) {
    return i ? Place{file, record[*i].line, record[*i].column} : Place{};
  };
  row.id = words(layout.id);
  row.level = row_level(words(layout.level), place(layout.level), sink);
  row.role = row_role(words(layout.role), place(layout.role), sink);
  row.breakdown = breakdown(words(layout.breakdown), place(layout.breakdown), sink);
  row.note = words(layout.note);
  row.cells.reserve(layout.printed.size());
  for (const std::size_t i : layout.printed)
    row.cells.push_back(make_cell(record[i].text, record[i].line, record[i].column));
  return row;
}

void read_sidecar_column(Fields fields, Column& column, std::vector<bool>::reference stated) {
  if (fields.has("title")) column.title = fields.text("title");
  column.unit = fields.text("unit", column.unit);
  if (const int year = fields.integer("year"); year != 0) column.year = year;
  const std::string type = fields.text("type");
  if (auto role = column_role(type, fields.place_of("type"), fields.sink()))
    column.role = *role, stated = true;
  const std::string role_name = fields.text("role");
  if (auto role = column_role(role_name, fields.place_of("role"), fields.sink()))
    column.role = *role, stated = true;
  fields.finish();
}

void read_sidecar(const std::string& text, const std::string& file, model::Table& table,
                  std::vector<bool>& stated, DiagnosticSink& sink) {
  const auto document = parse_toml(text, file, 1, sink);
  if (!document) return;
  Fields fields(*document, document->root, sink);
  table.title = fields.text("title");
  table.unit = fields.text("unit");
  table.notes = fields.texts("notes");
  table.source = fields.text("source");
  if (auto institution = fields.table("institution")) {
    table.institution_name = institution->text("name");
    table.institution_code = institution->text("code");
    institution->finish();
  }
  model::Band& band = table.bands.front();
  if (auto columns = fields.table("columns")) {
    for (const std::string& name : columns->keys()) {
      auto column_fields = columns->table(name);
      const auto index = model::find_column(band, name);
      if (index && column_fields) {
        read_sidecar_column(*column_fields, band.columns[*index], stated[*index]);
        continue;
      }
      std::vector<std::string> titles;
      for (const Column& column : band.columns) titles.push_back(column.title);
      sink.error("N207", columns->place_of(name),
                 {fmt::format("表里没有“{}”这一列", name), fmt::format("the table has no column {}", name)},
                 suggest(name, titles));
    }
  }
  fields.finish();
}

void report_duplicate_columns(const CsvRecord& header, const std::string& file, DiagnosticSink& sink) {
  std::set<std::string_view> seen;
  for (const CsvField& field : header) {
    const std::string_view name = text::trim(field.text);
    if (name.empty() || seen.insert(name).second) continue;
    sink.error("N205", {file, field.line, field.column},
               {fmt::format("列名“{}”重复", name), fmt::format("the column {} stands twice", name)},
               {"给每一列不同的名称", "give each column a name of its own"});
  }
}

}  // namespace

std::optional<model::Table> read_csv_table(const std::string& text, const std::string& file,
                                           const std::string& sidecar, const std::string& sidecar_file,
                                           DiagnosticSink& sink) {
  auto records = parse_csv(text, file, sink);
  if (records.empty()) return std::nullopt;
  model::Table table;
  table.id = table_id(file);
  table.place = {file, 1, 1};
  model::Band& band = table.bands.emplace_back();
  report_duplicate_columns(records[0], file, sink);
  const Layout layout = read_layout(records, band, file, sink);
  for (std::size_t i = 1; i < records.size(); ++i) {
    band.rows.push_back(read_row(records[i], layout, file, sink));
    CsvRecord().swap(records[i]);  // a large table need not stand in memory twice
  }
  std::vector<bool> stated(band.columns.size(), false);
  for (Column& column : band.columns) infer_from_title(column);
  if (!sidecar.empty()) read_sidecar(sidecar, sidecar_file, table, stated, sink);
  infer_roles(band, stated, file, sink);
  name_rows(band);
  report_duplicate_rows(table, sink);
  return table;
}

}  // namespace nianbao::source
