#include "model/printed_indicators.h"

#include <algorithm>

namespace nianbao::model {
namespace {

constexpr std::string_view name_columns[] = {"指标", "指标名称", "项目", "去向"};

bool names_indicators(const Band& band) {
  const auto label = find_column(band, ColumnRole::label);
  return label && std::find(std::begin(name_columns), std::end(name_columns), band.columns[*label].title) !=
                      std::end(name_columns);
}

/// Labels of the rows above, the nearest first.
std::vector<std::string_view> parents_of(const Band& band, std::size_t row) {
  std::vector<std::string_view> parents;
  int level = band.rows[row].level;
  for (std::size_t i = row; i-- > 0 && level > 0;) {
    if (band.rows[i].level >= level) continue;
    level = band.rows[i].level;
    parents.push_back(band.rows[i].label);
  }
  return parents;
}

/// Reads one band, row by row.
class BandReader {
 public:
  BandReader(const Table& table, const Band& band, int year, const Catalogue& catalogue,
             PrintedIndicators& to)
      : table_(table), band_(band), year_(year), catalogue_(catalogue), to_(to) {
    const StandardTable* standard = catalogue.table_called(table.title);
    if (standard != nullptr) standard_ = standard->id;
  }

  void read() {
    if (standard_.empty() && !names_indicators(band_)) return;
    for (std::size_t r = 0; r < band_.rows.size(); ++r) {
      const Row& row = band_.rows[r];
      const std::string_view label = label_of(r);
      if (label.empty() || row.role == RowRole::group) continue;
      const std::vector<std::string_view> parents = parents_of(band_, r);
      bool has_number = false, known = false;
      for (std::size_t c = 0; c < band_.columns.size() && c < row.cells.size(); ++c) {
        if (band_.columns[c].role != ColumnRole::number) continue;
        has_number = true;
        const PrintedName name{label, parents, unit_of(table_, band_, row, band_.columns[c]), standard_};
        const Indicator* indicator = catalogue_.match(name);
        if (indicator == nullptr) continue;
        known = true;
        const auto year = year_of(c);
        if (!row.cells[c].covered && year)
          to_.found.push_back(
              {indicator, &table_, &row, &band_.columns[c], &row.cells[c], *year, !standard_.empty()});
        if (year == year_) read_weight(row, *indicator);
      }
      if (!standard_.empty() && has_number && !known) to_.unmatched.push_back({&table_, &row});
    }
  }

 private:
  /// How many were asked: a sample beside a rate is what the rate is weighted with, of the report's year.
  void read_weight(const Row& row, const Indicator& indicator) {
    const Indicator* weight = catalogue_.find(indicator.weight);
    for (std::size_t c = 0; weight != nullptr && c < band_.columns.size() && c < row.cells.size(); ++c) {
      const Column& column = band_.columns[c];
      const bool is_weight =
          column.role == ColumnRole::sample && !column.unit.empty() && same_unit(column.unit, weight->unit);
      if (is_weight && !row.cells[c].covered)
        to_.found.push_back({weight, &table_, &row, &column, &row.cells[c], year_, !standard_.empty()});
    }
  }

  /// A label that spans rows is that of all of them.
  std::string_view label_of(std::size_t row) const {
    const auto column = find_column(band_, ColumnRole::label);
    while (column && row > 0 && *column < band_.rows[row].cells.size() &&
           band_.rows[row].cells[*column].covered)
      --row;
    return band_.rows[row].label;
  }

  std::optional<int> year_of(std::size_t column) const {
    if (band_.columns[column].year) return band_.columns[column].year;
    for (std::size_t c = 0; c < band_.columns.size(); ++c) {
      const Column& other = band_.columns[c];
      const bool rival = c != column && other.role == ColumnRole::number &&
                         (other.year || same_unit(other.unit, band_.columns[column].unit));
      if (rival) return std::nullopt;
    }
    return year_;
  }

  const Table& table_;
  const Band& band_;
  int year_;
  const Catalogue& catalogue_;
  PrintedIndicators& to_;
  std::string standard_;
};

}  // namespace

PrintedIndicators printed_indicators(const std::vector<Table>& tables, int year, const Catalogue& catalogue) {
  PrintedIndicators printed;
  for (const Table& table : tables) {
    for (const Band& band : table.bands) BandReader(table, band, year, catalogue, printed).read();
  }
  return printed;
}

}  // namespace nianbao::model
