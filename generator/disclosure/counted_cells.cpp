#include "disclosure/counted_cells.h"

#include <algorithm>
#include <array>

#include "check/sums_rule.h"

namespace nianbao::disclosure {
namespace {

using model::Band;
using model::Cell;
using model::ColumnRole;
using model::Row;
using model::RowRole;
using text::Decimal;

constexpr std::array<std::string_view, 6> units_of_persons = {"人",     "名",      "位",
                                                              "person", "persons", "people"};
constexpr std::array<std::string_view, 4> titles_of_persons = {"人数", "生数", "男生", "女生"};
/// A row for each of these is no group of people.
constexpr std::array<std::string_view, 9> titles_of_other_rows = {"指标", "指标名称", "项目", "年份", "年度",
                                                                  "学年", "年",       "届",   "届别"};
constexpr std::array<std::string_view, 7> labels_of_totals = {"合计", "总计",  "小计", "共计",
                                                              "总数", "合 计", "总 计"};
/// Columns and rows are compared pair by pair only in tables that a person could have written.
constexpr std::size_t most_cells = 20'000, most_columns = 60;

bool is_one_of(std::string_view text, const auto& words) {
  return std::find(words.begin(), words.end(), text) != words.end();
}

bool is_number(const Cell& cell) { return !cell.covered && cell.value.number.has_value(); }

}  // namespace

bool is_label_of_total(std::string_view label) { return is_one_of(label, labels_of_totals); }

bool is_unit_of_persons(std::string_view unit) { return is_one_of(unit, units_of_persons); }

bool are_years(const std::vector<std::string>& labels) {
  return std::all_of(labels.begin(), labels.end(), [](std::string_view label) {
    if (label.ends_with("年")) label.remove_suffix(std::string_view("年").size());
    return label.size() >= 4 && std::all_of(label.begin(), label.end(), [](char c) {
             return (c >= '0' && c <= '9') || c == '-' || c == '/';
           });
  });
}

CountedCells::CountedCells(const model::Table& table, Band& band, const IndicatorsByCell& indicators)
    : table_(table), band_(band), indicators_(indicators) {
  kinds_.resize(band.rows.size());
  for (std::size_t r = 0; r < band.rows.size(); ++r) {
    for (std::size_t c = 0; c < band.rows[r].cells.size(); ++c)
      kinds_[r].push_back(c < band.columns.size() ? kind_of(r, c) : Kind::other);
  }
  for (std::size_t c = 0; c < band.columns.size() && band.rows.size() * band.columns.size() <= most_cells;
       ++c) {
    find_sums_of_rows(c);
    find_totals(c);
  }
  find_sums_of_columns();
  std::set<const Cell*> parts_of_sums;
  for (const PrintedSum& sum : sums_) parts_of_sums.insert(sum.parts.begin(), sum.parts.end());
  for (std::size_t r = 0; r < band.rows.size(); ++r) {
    for (std::size_t c = 0; c < kinds_[r].size(); ++c) {
      Cell* cell = count(r, c);
      if (cell == nullptr) continue;
      if (kinds_[r][c] == Kind::exempt_persons) {
        exempt_.insert(cell);
      } else if (is_part_of_group(r, c) || parts_of_sums.contains(cell)) {
        parts_of_groups_.push_back(cell);
      }
    }
    find_rates(r);
  }
}

void CountedCells::find_rates(std::size_t row) {
  for (std::size_t c = 0; c < kinds_[row].size(); ++c) {
    const Cell* counted = count(row, c);
    for (std::size_t r = 0; counted != nullptr && r < kinds_[row].size(); ++r) {
      Cell& cell = band_.rows[row].cells[r];
      if (kinds_[row][r] == Kind::rate && is_number(cell) && band_.columns[r].year == band_.columns[c].year)
        rates_[counted].push_back(&cell);
    }
  }
}

const model::Indicator* CountedCells::indicator_at(std::size_t row, std::size_t column) const {
  const auto found = indicators_.find(&band_.rows[row].cells[column]);
  return found == indicators_.end() ? nullptr : found->second->indicator;
}

CountedCells::Kind CountedCells::kind_of(std::size_t row, std::size_t column) const {
  if (band_.columns[column].role != ColumnRole::number) return Kind::other;
  if (const model::Indicator* indicator = indicator_at(row, column)) {
    const bool is_rate =
        indicator->counts == model::Counts::rate || indicator->counts == model::Counts::ratio;
    if (is_rate) return Kind::rate;
    if (indicator->counts != model::Counts::persons) return Kind::other;
    return indicator->exempt ? Kind::exempt_persons : Kind::persons;
  }
  const std::string_view unit = model::unit_of(table_, band_, band_.rows[row], band_.columns[column]);
  const std::string& title = band_.columns[column].title;
  if (check::is_rate(title, unit) || check::is_rate(band_.rows[row].label, unit)) return Kind::rate;
  if (is_unit_of_persons(unit)) return Kind::persons;
  const bool says_persons = std::any_of(titles_of_persons.begin(), titles_of_persons.end(),
                                        [&](auto word) { return title.find(word) != std::string::npos; });
  return unit.empty() && says_persons ? Kind::persons : Kind::other;
}

/// A row for each major, age, title: whoever is counted in one is in no other.
bool CountedCells::lists_groups() const {
  const auto label = model::find_column(band_, ColumnRole::label);
  const auto rows = std::count_if(band_.rows.begin(), band_.rows.end(),
                                  [](const Row& row) { return row.role == RowRole::data; });
  return label && rows > 1 && !is_one_of(band_.columns[*label].title, titles_of_other_rows);
}

bool CountedCells::is_part_of_group(std::size_t row, std::size_t column) const {
  const Row& r = band_.rows[row];
  const model::Indicator* indicator = indicator_at(row, column);
  if (r.level > 0 || (indicator != nullptr && !indicator->parent.empty())) return true;
  return indicator == nullptr && r.role == RowRole::data && !is_total(row) && lists_groups();
}

/// Declared, or called so.
bool CountedCells::is_total(std::size_t row) const {
  return band_.rows[row].role == RowRole::total || is_label_of_total(band_.rows[row].label);
}

Cell* CountedCells::count(std::size_t row, std::size_t column) const {
  const bool counts = column < kinds_[row].size() &&
                      (kinds_[row][column] == Kind::persons || kinds_[row][column] == Kind::exempt_persons);
  if (!counts) return nullptr;
  Cell& cell = band_.rows[row].cells[column];
  return is_number(cell) ? &cell : nullptr;
}

void CountedCells::add_sum(Cell* whole, const std::vector<Cell*>& parts) {
  if (whole == nullptr || parts.size() < 2) return;
  Decimal sum;
  for (const Cell* part : parts) sum = sum + *part->value.number;
  if (text::same_value(sum, *whole->value.number)) sums_.push_back({whole, parts});
}

/// A row and the rows below it, 其中.
void CountedCells::find_sums_of_rows(std::size_t column) {
  for (std::size_t r = 0; r < band_.rows.size(); ++r) {
    if (band_.rows[r].breakdown == model::Breakdown::overlapping) continue;
    std::vector<Cell*> parts;
    for (std::size_t i = r + 1; i < band_.rows.size() && band_.rows[i].level > band_.rows[r].level; ++i) {
      Cell* part = band_.rows[i].level == band_.rows[r].level + 1 ? count(i, column) : nullptr;
      if (part != nullptr) parts.push_back(part);
    }
    add_sum(count(r, column), parts);
  }
}

/// A total and the rows since the total before it; all rows above it; the totals above it; the rows below it.
void CountedCells::find_totals(std::size_t column) {
  std::size_t since = 0;
  for (std::size_t r = 0; r < band_.rows.size(); ++r) {
    if (!is_total(r)) continue;
    const auto rows_between = [&](std::size_t first, std::size_t end, bool totals) {
      std::vector<Cell*> cells;
      for (std::size_t i = first; i < end; ++i) {
        const bool is_meant = is_total(i) == totals && band_.rows[i].level == band_.rows[r].level;
        if (Cell* cell = is_meant ? count(i, column) : nullptr) cells.push_back(cell);
      }
      return cells;
    };
    Cell* whole = count(r, column);
    add_sum(whole, rows_between(since, r, false));
    if (since > 0) add_sum(whole, rows_between(0, r, false));
    add_sum(whole, rows_between(0, r, true));
    std::size_t next = r + 1;
    while (next < band_.rows.size() && !is_total(next)) ++next;
    add_sum(whole, rows_between(r + 1, next, false));
    since = r + 1;
  }
}

/// Columns beside each other that sum to the one before or behind them, in every row that states them all.
void CountedCells::find_sums_of_columns() {
  std::vector<std::size_t> columns;
  for (std::size_t c = 0; c < band_.columns.size(); ++c) {
    bool counts = false;
    for (std::size_t r = 0; r < band_.rows.size(); ++r) counts = counts || count(r, c) != nullptr;
    if (counts) columns.push_back(c);
  }
  if (columns.size() > most_columns) return;
  for (std::size_t w = 0; w < columns.size(); ++w) {
    for (std::size_t end = w + 3; end <= columns.size(); ++end)
      add_sum_of_columns(columns[w], {columns.begin() + static_cast<std::ptrdiff_t>(w) + 1,
                                      columns.begin() + static_cast<std::ptrdiff_t>(end)});
    for (std::size_t first = 0; first + 2 <= w; ++first)
      add_sum_of_columns(columns[w], {columns.begin() + static_cast<std::ptrdiff_t>(first),
                                      columns.begin() + static_cast<std::ptrdiff_t>(w)});
  }
}

void CountedCells::add_sum_of_columns(std::size_t whole, const std::vector<std::size_t>& columns) {
  std::vector<PrintedSum> found;
  for (std::size_t r = 0; r < band_.rows.size(); ++r) {
    PrintedSum sum{count(r, whole), {}};
    Decimal total;
    for (const std::size_t c : columns) {
      if (band_.columns[c].year != band_.columns[whole].year) return;
      if (Cell* part = count(r, c)) sum.parts.push_back(part), total = total + *part->value.number;
    }
    if (sum.whole == nullptr || sum.parts.size() != columns.size()) continue;
    if (!text::same_value(total, *sum.whole->value.number)) return;
    found.push_back(std::move(sum));
  }
  sums_.insert(sums_.end(), found.begin(), found.end());
}

}  // namespace nianbao::disclosure
