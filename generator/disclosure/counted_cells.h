#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "model/printed_indicators.h"

namespace nianbao::disclosure {

/// Cells that sum to another one, as printed.
struct PrintedSum {
  model::Cell* whole = nullptr;
  std::vector<model::Cell*> parts;
};

/// Where indicators of the catalogue are printed.
using IndicatorsByCell = std::map<const model::Cell*, const model::PrintedIndicator*>;

bool is_unit_of_persons(std::string_view unit);
/// "2024", "2024年", "2023-2024": labels of a course over time.
bool are_years(const std::vector<std::string>& labels);

/// "合计" and the like.
bool is_label_of_total(std::string_view label);

/// What the cells of a table count, for one band of it.
class CountedCells {
 public:
  CountedCells(const model::Table& table, model::Band& band, const IndicatorsByCell& indicators);

  /// Counts of persons of which each is a part of a larger group.
  const std::vector<model::Cell*>& parts_of_groups() const { return parts_of_groups_; }
  /// A count of persons that is shown however small it is.
  bool is_exempt(const model::Cell* count) const { return exempt_.contains(count); }
  const std::vector<PrintedSum>& sums() const { return sums_; }
  /// Rates in the same row and of the same year as a count of persons.
  const std::map<const model::Cell*, std::vector<model::Cell*>>& rates_beside_counts() const {
    return rates_;
  }

 private:
  enum class Kind { other, persons, exempt_persons, rate };

  Kind kind_of(std::size_t row, std::size_t column) const;
  const model::Indicator* indicator_at(std::size_t row, std::size_t column) const;
  bool lists_groups() const;
  bool is_total(std::size_t row) const;
  bool is_part_of_group(std::size_t row, std::size_t column) const;
  /// The cell if it counts persons and states a number; null otherwise.
  model::Cell* count(std::size_t row, std::size_t column) const;

  void find_rates(std::size_t row);
  void find_sums_of_rows(std::size_t column);
  void find_totals(std::size_t column);
  void find_sums_of_columns();
  void add_sum_of_columns(std::size_t whole, const std::vector<std::size_t>& columns);
  void add_sum(model::Cell* whole, const std::vector<model::Cell*>& parts);

  const model::Table& table_;
  model::Band& band_;
  const IndicatorsByCell& indicators_;
  std::vector<std::vector<Kind>> kinds_;
  std::vector<model::Cell*> parts_of_groups_;
  std::set<const model::Cell*> exempt_;
  std::vector<PrintedSum> sums_;
  std::map<const model::Cell*, std::vector<model::Cell*>> rates_;
};

}  // namespace nianbao::disclosure
