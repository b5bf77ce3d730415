#include "check/sums_rule.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>

namespace nianbao::check {
namespace {

using namespace model;
using text::Decimal;

constexpr std::array<std::string_view, 14> rate_words = {"率",     "比例", "占比", "比重", "生师比",
                                                         "师生比", "平均", "均值", "人均", "生均",
                                                         "满意度", "增长", "增幅", "得分"};

/// A total looks back over the whole table: a long table of nothing but totals is left alone.
constexpr std::size_t most_steps = 20'000'000;

/// A sum of cells, and how far it may be from the printed one because its terms were rounded before they were
/// printed.
struct Sum {
  Decimal value, leeway;
  int count = 0;
  bool open = false;  ///< a cell gives no number, so the sum is a lower bound only
};

/// Half a unit of the last printed decimal; counts of persons and things are not rounded.
Decimal rounding(const Decimal& number) {
  return number.scale == 0 ? Decimal{} : Decimal{5, number.scale + 1};
}

void add(Sum& sum, const Cell& cell) {
  if (cell.value.state == ValueState::number) {
    sum.value = sum.value + *cell.value.number;
    sum.leeway = sum.leeway + rounding(*cell.value.number);
    ++sum.count;
  } else if (cell.value.state != ValueState::not_applicable) {
    sum.open = true;
  }
}

enum class Agreement { equal, larger, smaller };

/// A total printed without decimals beside parts with them is rounded itself: 22052.62 + 1800 = 23853.
Agreement compare(const Sum& sum, const Decimal& whole) {
  const bool rounded = whole.scale < sum.value.scale;
  const Decimal leeway = sum.leeway + (rounded ? Decimal{5, whole.scale + 1} : rounding(whole));
  if (whole + leeway < sum.value) return Agreement::larger;
  if (sum.value + leeway < whole) return Agreement::smaller;
  return Agreement::equal;
}

class BandRule {
 public:
  BandRule(const Table& table, const Band& band, DiagnosticSink& sink)
      : table_(table), band_(band), sink_(sink) {}

  void check() {
    const auto totals = static_cast<std::size_t>(std::count_if(
        band_.rows.begin(), band_.rows.end(), [](const Row& row) { return row.role == RowRole::total; }));
    const bool checks_totals = totals * band_.rows.size() <= most_steps;
    for (std::size_t row = 0; row < band_.rows.size(); ++row) {
      for (std::size_t column = 0; column < band_.columns.size(); ++column) {
        if (!can_be_sum(row, column)) continue;
        const Row& r = band_.rows[row];
        if (r.breakdown != Breakdown::unstated) check_breakdown(row, column);
        const bool sums_up = r.breakdown == Breakdown::unstated || r.breakdown == Breakdown::exclusive;
        if (checks_totals && r.role == RowRole::total && sums_up) check_total(row, column);
      }
    }
  }

 private:
  const Cell* number(std::size_t row, std::size_t column) const {
    const auto& cells = band_.rows[row].cells;
    return column < cells.size() && cells[column].value.state == ValueState::number ? &cells[column]
                                                                                    : nullptr;
  }

  std::string_view unit_of(std::size_t row) const {
    for (std::size_t i = 0; i < band_.columns.size() && i < band_.rows[row].cells.size(); ++i) {
      if (band_.columns[i].role == ColumnRole::unit) return band_.rows[row].cells[i].value.printed;
    }
    return {};
  }

  bool can_be_sum(std::size_t row, std::size_t column) const {
    const Column& c = band_.columns[column];
    const Cell* cell = number(row, column);
    if (c.role != ColumnRole::number || cell == nullptr || is_rate(c.title, c.unit)) return false;
    return !is_rate(band_.rows[row].label, unit_of(row)) &&
           cell->value.printed.find('%') == std::string::npos;
  }

  /// A child in another unit (门 below 学时) is no part of its parent.
  bool is_part(std::size_t child, std::size_t parent) const {
    return unit_of(child) == unit_of(parent) && !is_rate(band_.rows[child].label, unit_of(child));
  }

  void check_breakdown(std::size_t parent, std::size_t column) {
    const Row& row = band_.rows[parent];
    const Decimal& whole = *number(parent, column)->value.number;
    Sum sum;
    for (std::size_t i = parent + 1; i < band_.rows.size() && band_.rows[i].level > row.level; ++i) {
      if (band_.rows[i].level != row.level + 1 || column >= band_.rows[i].cells.size() || !is_part(i, parent))
        continue;
      add(sum, band_.rows[i].cells[column]);
      const Cell* part = number(i, column);
      if (part != nullptr && row.breakdown == Breakdown::overlapping && whole < *part->value.number)
        report_part(i, parent, column);
    }
    if (row.breakdown == Breakdown::overlapping || sum.count == 0) return;
    const Agreement agreement = compare(sum, whole);
    const bool too_small = agreement == Agreement::smaller && !sum.open &&
                           row.breakdown == Breakdown::exclusive && sum.count > 1;
    if (agreement == Agreement::larger || too_small) report(parent, column, sum, "分项", "its parts");
  }

  /// A total closes the rows since the total before, or all rows, or sums totals and what stands between
  /// them; which of these it is, the table does not say. One that comes first opens the rows below it.
  void check_total(std::size_t total, std::size_t column) {
    const bool first = std::none_of(
        band_.rows.begin(), band_.rows.begin() + static_cast<std::ptrdiff_t>(total),
        [&](const Row& row) { return row.level == band_.rows[total].level && row.role == RowRole::data; });
    std::vector<Sum> sums;
    if (first) {
      sums.push_back(sum_between(total + 1, next_total(total), total, column, RowRole::data));
    } else {
      const std::size_t since = previous_total(total);
      sums.push_back(sum_between(since, total, total, column, RowRole::data));
      if (since > 0) {
        sums.push_back(sum_between(0, total, total, column, RowRole::data));
        Sum of_totals = sum_between(0, total, total, column, RowRole::total);
        sums.push_back(of_totals);
        for (std::size_t i = since; i < total; ++i) add_row(of_totals, i, total, column, RowRole::data);
        sums.push_back(of_totals);
      }
    }
    std::erase_if(sums, [](const Sum& sum) { return sum.count < 2; });
    const Decimal& whole = *number(total, column)->value.number;
    for (const Sum& sum : sums) {
      const Agreement agreement = compare(sum, whole);
      if (agreement == Agreement::equal || (sum.open && agreement == Agreement::smaller)) return;
    }
    if (sums.empty()) return;
    if (first) {
      report(total, column, sums.back(), "以下各行", "the rows below");
    } else {
      report(total, column, sums.back(), "以上各行", "the rows above");
    }
  }

  std::size_t previous_total(std::size_t total) const {
    std::size_t first = total;
    while (first > 0 && band_.rows[first - 1].role != RowRole::total) --first;
    return first;
  }

  std::size_t next_total(std::size_t total) const {
    std::size_t next = total + 1;
    while (next < band_.rows.size() && band_.rows[next].role != RowRole::total) ++next;
    return next;
  }

  Sum sum_between(std::size_t first, std::size_t end, std::size_t total, std::size_t column,
                  RowRole role) const {
    Sum sum;
    for (std::size_t i = first; i < end; ++i) add_row(sum, i, total, column, role);
    return sum;
  }

  void add_row(Sum& sum, std::size_t i, std::size_t total, std::size_t column, RowRole role) const {
    const Row& row = band_.rows[i];
    if (row.level != band_.rows[total].level || row.role != role || column >= row.cells.size() ||
        row.cells[column].covered)
      return;
    if (!is_rate(row.label, unit_of(i))) add(sum, row.cells[column]);
  }

  /// What a message calls a row: its label says little where that is "-".
  const std::string& name_of(std::size_t row) const {
    const Row& r = band_.rows[row];
    for (const Cell& cell : r.cells) {
      if (cell.value.state == ValueState::text) return cell.value.printed;
    }
    return r.label.empty() ? r.id : r.label;
  }

  void report(std::size_t row, std::size_t column, const Sum& sum, std::string_view zh, std::string_view en) {
    const Cell& cell = *number(row, column);
    sink_.warning("N510", place_of(table_, cell),
                  {fmt::format("“{}”为 {}，但{}之和是 {}（列“{}”）", name_of(row), cell.value.printed, zh,
                               sum.value.str(), band_.columns[column].title),
                   fmt::format("{} is {}, but {} sum to {} (column {})", name_of(row), cell.value.printed, en,
                               sum.value.str(), band_.columns[column].title)},
                  {"核对原表；各项有重叠时把 @breakdown 写成 overlapping；原报告如此时加一条 note",
                   "check the original; overlapping parts are @breakdown overlapping; if it is printed so, "
                   "add a note"});
  }

  void report_part(std::size_t part, std::size_t whole, std::size_t column) {
    const Cell& cell = *number(part, column);
    const std::string& printed = number(whole, column)->value.printed;
    sink_.warning(
        "N511", place_of(table_, cell),
        {fmt::format("“{}”为 {}，大于它所属的“{}”{}（列“{}”）", name_of(part), cell.value.printed,
                     name_of(whole), printed, band_.columns[column].title),
         fmt::format("{} is {}, more than the {} of {}, of which it is a part (column {})", name_of(part),
                     cell.value.printed, printed, name_of(whole), band_.columns[column].title)},
        {"核对原表；原报告如此时加一条 note", "check the original; if it is printed so, add a note"});
  }

  const Table& table_;
  const Band& band_;
  DiagnosticSink& sink_;
};

}  // namespace

bool is_rate(std::string_view title, std::string_view unit) {
  if (unit.find('%') != std::string_view::npos || unit.find("％") != std::string_view::npos ||
      unit.find("‰") != std::string_view::npos)
    return true;
  if (unit == ":" || unit == "：") return true;
  return std::any_of(rate_words.begin(), rate_words.end(),
                     [&](std::string_view word) { return title.find(word) != std::string_view::npos; });
}

void check_sums(const Report& report, DiagnosticSink& sink) {
  for (const Table& table : report.tables) {
    for (const Band& band : table.bands) BandRule(table, band, sink).check();
  }
}

}  // namespace nianbao::check
