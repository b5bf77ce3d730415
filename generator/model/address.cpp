#include <algorithm>
#include <charconv>

#include "model/table.h"
#include "text/utf8.h"

namespace nianbao::model {
namespace {

using text::trim;

/// "其中：面向第一产业" is called "面向第一产业" too.
std::string_view without_lead(std::string_view label) {
  label = trim(label);
  for (const std::string_view lead : {"其中：", "其中:", "其中"}) {
    if (label.starts_with(lead) && label.size() > lead.size()) return trim(label.substr(lead.size()));
  }
  return label;
}

/// "人数（人）" is called "人数" too.
std::string_view without_unit(std::string_view title) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"（", "）"}, {"(", ")"}}) {
    if (title.ends_with(close) && title.rfind(open) != std::string_view::npos)
      return trim(title.substr(0, title.rfind(open)));
  }
  return trim(title);
}

bool is_called(const Row& row, std::string_view name) {
  if (name.empty()) return false;
  return row.id == name || row.label == name || without_lead(row.label) == without_lead(name);
}

/// Whether the rows above `index`, level by level upwards, are called as the path says.
bool has_ancestors(const Band& band, std::size_t index, std::vector<std::string_view> path) {
  int level = band.rows[index].level;
  while (!path.empty()) {
    bool found = false;
    while (index-- > 0) {
      if (band.rows[index].level >= level) continue;
      level = band.rows[index].level;
      found = true;
      break;
    }
    if (!found) return false;
    if (is_called(band.rows[index], path.back())) path.pop_back();
  }
  return true;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

bool holds_numbers(const Band& band, std::size_t column) {
  return band.columns[column].role == ColumnRole::number;
}

std::vector<std::string> row_names(const Band& band) {
  std::vector<std::string> names;
  for (const Row& row : band.rows) {
    if (!row.id.empty()) names.push_back(row.id);
    if (!row.label.empty()) names.emplace_back(without_lead(row.label));
  }
  return names;
}

/// The column that an address without one means: the only number column, or the only one of the latest year.
std::optional<std::size_t> default_column(const Band& band) {
  std::optional<std::size_t> best;
  bool several = false;
  for (std::size_t i = 0; i < band.columns.size(); ++i) {
    if (!holds_numbers(band, i)) continue;
    const bool later = !best || band.columns[i].year > band.columns[*best].year;
    several = !later && (several || band.columns[i].year == band.columns[*best].year);
    if (later) best = i;
  }
  return several ? std::nullopt : best;
}

/// Row and column of "3.1.人数": the row's name may itself hold dots, so every split is tried, the longest
/// row name first.
using Split = std::pair<std::string_view, std::string_view>;
std::vector<Split> splits_of(std::string_view rest) {
  std::vector<Split> splits = {{rest, {}}};
  for (std::size_t dot = rest.rfind('.'); dot != std::string_view::npos && dot > 0;
       dot = rest.rfind('.', dot - 1)) {
    splits.emplace_back(rest.substr(0, dot), rest.substr(dot + 1));
  }
  return splits;
}

/// What the author took for a row's name: what stands before a column that exists, or before the first dot.
std::string_view meant_row(const Band& band, const std::vector<Split>& splits) {
  for (const auto& [row_name, column_name] : splits) {
    if (!column_name.empty() && find_column(band, column_name)) return row_name;
  }
  return splits.back().first;
}

std::optional<Datum> find_in_band(const Table& table, const Band& band, std::string_view rest,
                                  AddressProblem& problem) {
  const std::vector<Split> splits = splits_of(rest);
  for (const auto& [row_name, column_name] : splits) {
    const auto rows = find_rows(band, row_name);
    if (rows.empty()) continue;
    if (rows.size() > 1) {
      problem = {AddressProblem::Part::ambiguous, std::string(row_name), {}};
      return std::nullopt;
    }
    const auto column = column_name.empty() ? default_column(band) : find_column(band, column_name);
    if (!column) {
      problem = {AddressProblem::Part::column, std::string(column_name), {}};
      for (const Column& c : band.columns) problem.candidates.push_back(c.title);
      return std::nullopt;
    }
    const Row& row = band.rows[rows.front()];
    if (*column >= row.cells.size()) continue;
    return Datum{&table, &row, &band.columns[*column], &row.cells[*column]};
  }
  if (problem.part != AddressProblem::Part::row) return std::nullopt;
  if (problem.wanted.empty()) problem.wanted = std::string(meant_row(band, splits));
  const auto names = row_names(band);
  problem.candidates.insert(problem.candidates.end(), names.begin(), names.end());
  return std::nullopt;
}

}  // namespace

const Table* find_table(const std::vector<Table>& tables, std::string_view id) {
  const auto found = std::find_if(tables.begin(), tables.end(), [&](const Table& t) { return t.id == id; });
  return found == tables.end() ? nullptr : &*found;
}

std::optional<std::size_t> find_column(const Band& band, ColumnRole role) {
  const auto found = std::find_if(band.columns.begin(), band.columns.end(),
                                  [&](const Column& column) { return column.role == role; });
  if (found == band.columns.end()) return std::nullopt;
  return static_cast<std::size_t>(found - band.columns.begin());
}

std::string_view unit_of(const Table& table, const Band& band, const Row& row, const Column& column) {
  if (!column.unit.empty()) return column.unit;
  const auto units = find_column(band, ColumnRole::unit);
  const bool says = units && *units < row.cells.size() && !row.cells[*units].value.printed.empty();
  return says ? std::string_view(row.cells[*units].value.printed) : table.unit;
}

std::optional<std::size_t> find_column(const Band& band, std::string_view name) {
  name = trim(name);
  const auto matching = [&](auto matches) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < band.columns.size(); ++i) {
      if (matches(band.columns[i])) found.push_back(i);
    }
    return found;
  };
  if (const auto found = matching([&](const Column& c) { return c.id == name; }); !found.empty())
    return found[0];
  if (const auto found = matching([&](const Column& c) { return c.title == name; }); !found.empty())
    return found[0];
  const auto by_word = matching([&](const Column& c) { return without_unit(c.title) == without_unit(name); });
  if (by_word.size() == 1) return by_word[0];
  int year = 0;
  const auto [end, error] = std::from_chars(name.data(), name.data() + name.size(), year);
  if (error != std::errc{} || end != name.data() + name.size()) return std::nullopt;
  const auto by_year =
      matching([&](const Column& c) { return c.year == year && c.role == ColumnRole::number; });
  return by_year.size() == 1 ? std::optional(by_year[0]) : std::nullopt;
}

std::vector<std::size_t> find_rows(const Band& band, std::string_view name) {
  std::vector<std::size_t> by_id, by_label;
  auto path = split(name, '/');
  const std::string_view leaf = path.back();
  path.pop_back();
  for (std::size_t i = 0; i < band.rows.size(); ++i) {
    const Row& row = band.rows[i];
    if (!row.id.empty() && row.id == name) by_id.push_back(i);
    if (!name.empty() && row.label == name) by_label.push_back(i);
  }
  if (!by_id.empty()) return by_id;
  if (!by_label.empty()) return by_label;
  for (std::size_t i = 0; i < band.rows.size(); ++i) {
    if (is_called(band.rows[i], leaf) && has_ancestors(band, i, path)) by_label.push_back(i);
  }
  return by_label;
}

std::optional<Datum> find_datum(const std::vector<Table>& tables, std::string_view address,
                                AddressProblem& problem) {
  const std::size_t dot = address.find('.');
  const std::string_view table_id = address.substr(0, dot);
  problem = {AddressProblem::Part::table, std::string(table_id), {}};
  const Table* table = find_table(tables, table_id);
  if (table == nullptr) {
    for (const Table& t : tables) problem.candidates.push_back(t.id);
    return std::nullopt;
  }
  problem.part = AddressProblem::Part::row;
  problem.wanted.clear();
  if (dot == std::string_view::npos) return std::nullopt;
  std::optional<Datum> found;
  for (const Band& band : table->bands) {
    auto datum = find_in_band(*table, band, address.substr(dot + 1), problem);
    if (datum && found) {
      problem = {AddressProblem::Part::ambiguous, std::string(address.substr(dot + 1)), {}};
      return std::nullopt;
    }
    if (datum) found = datum;
  }
  return found;
}

}  // namespace nianbao::model
