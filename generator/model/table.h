#pragma once

#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostic.h"
#include "text/decimal.h"

namespace nianbao::model {

/// What a cell states. "-" is not zero, and neither is a cell that was left empty or kept back.
enum class ValueState { number, text, not_applicable, missing, approximate, withheld };

/// How an editor writes, and a file for programs prints, what is withheld.
inline constexpr std::string_view withheld_mark = "#withheld";

/// A value as printed. `number` is set for number and (its bare figure) for approximate.
struct Value {
  std::string printed;
  ValueState state = ValueState::missing;
  std::optional<text::Decimal> number;
  /// What disclosure/ took away: never shown; sums over several organisations may count it.
  std::optional<text::Decimal> kept_back = {};
};

/// Reads a printed value; see docs/format.md, "Values".
Value read_value(std::string_view printed);

enum class ColumnRole { label, number, unit, sample, text };

struct Column {
  std::string id;
  std::string title;
  ColumnRole role = ColumnRole::text;
  std::string unit;
  std::optional<int> year;
};

struct HeaderCell {
  std::string text;
  int rows = 1;
  int columns = 1;
};

struct Cell {
  Value value;
  std::vector<std::string> items;  ///< a list inside the cell; `value.printed` then holds its lines
  int rows = 1, columns = 1;       ///< span
  bool header = false;
  bool covered = false;      ///< lies under a span: holds no text of its own
  int line = 0, column = 0;  ///< where it stands in the file of its table, as `Place` counts
};

enum class RowRole { data, total, group };
/// How the children of a row relate to it.
enum class Breakdown { unstated, exclusive, overlapping, partial };

struct Row {
  std::string id;
  std::string label;  ///< text of the label column
  int level = 0;      ///< 其中 depth
  RowRole role = RowRole::data;
  Breakdown breakdown = Breakdown::unstated;
  std::string note;
  std::vector<Cell> cells;  ///< one for each column of the band
  int line = 0;             ///< where it begins in the table's file
};

/// Rows under one header. Most tables have one band; a form may stack several.
struct Band {
  std::vector<Column> columns;
  std::vector<std::vector<HeaderCell>> header;  ///< empty: the column titles
  std::vector<Row> rows;
};

/// A table of data: the file data/ID.csv or data/ID.json. Stands once; prose, printed table, chart and sums
/// read it.
struct Table {
  std::string id;
  std::string title;
  std::string unit;
  std::string institution_name, institution_code;
  std::vector<Band> bands;
  std::vector<std::string> notes;
  std::string source;
  Place place;
};

/// Where a cell stands.
inline Place place_of(const Table& table, const Cell& cell) {
  return {table.place.file, cell.line, cell.column};
}

/// A datum found by its address.
struct Datum {
  const Table* table = nullptr;
  const Row* row = nullptr;
  const Column* column = nullptr;
  const Cell* cell = nullptr;
};

/// Why an address leads nowhere, with the names that would have been right.
struct AddressProblem {
  enum class Part { table, row, column, ambiguous } part = Part::table;
  std::string wanted;
  std::vector<std::string> candidates;
};

/// Finds TABLE.ROW[.COLUMN]: a row by id, label or path of labels; a column by id, title or year. Without a
/// column: the only number column, or the only one of the latest year. An address that fits several rows or
/// bands finds nothing.
std::optional<Datum> find_datum(const std::vector<Table>& tables, std::string_view address,
                                AddressProblem& problem);

const Table* find_table(const std::vector<Table>& tables, std::string_view id);
/// Index of a column by id, title, title without its unit, or year (of a number column); none when the last
/// two fit several.
std::optional<std::size_t> find_column(const Band& band, std::string_view name);
/// The first column of a role.
std::optional<std::size_t> find_column(const Band& band, ColumnRole role);
/// The unit of a cell: the column's, else what the row says in its column of units, else the table's.
std::string_view unit_of(const Table& table, const Band& band, const Row& row, const Column& column);
/// Rows of a band that a name means: by id, path, or label.
std::vector<std::size_t> find_rows(const Band& band, std::string_view name);

}  // namespace nianbao::model
