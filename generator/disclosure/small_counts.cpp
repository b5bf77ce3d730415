#include "disclosure/small_counts.h"

#include <algorithm>
#include <memory>

#include "disclosure/counted_cells.h"
#include "disclosure/determined.h"
#include "disclosure/whole_charts.h"

namespace nianbao::disclosure {
namespace {

using model::Cell;
using model::PrintedIndicator;
using text::Decimal;

constexpr Decimal zero{0, 0};
/// Elimination takes the cube of it; tables that people write hold fewer.
constexpr std::size_t most_unknowns = 500;

/// What a cell stated, whether it is withheld by now or not; none for what its editors withheld.
const Decimal& stated(const Cell& cell) {
  return cell.value.number ? *cell.value.number : *cell.value.kept_back;
}

bool is_withheld(const Cell& cell) { return cell.value.state == model::ValueState::withheld; }

void withhold(model::Value& value) {
  value.kept_back = value.number;
  value.number.reset();
  value.state = model::ValueState::withheld;
  value.printed = model::withheld_mark;
}

class SmallCountsRule {
 public:
  SmallCountsRule(model::Report& report, const model::Catalogue& catalogue, const OrganisationNames& names)
      : below_(Decimal{report.settings.small_counts.below, 0}),
        report_year_(report.settings.year),
        organisation_(organisation_of(report.settings)),
        catalogue_(catalogue),
        names_(names.find(organisation_) == names.end() ? nullptr : &names.find(organisation_)->second),
        printed_(model::printed_indicators(report.tables, report.settings.year, catalogue)) {
    for (const PrintedIndicator& printed : printed_.found) by_cell_.emplace(printed.cell, &printed);
    const auto& exempt = report.settings.small_counts.exempt;
    for (model::Table& table : report.tables) {
      if (std::find(exempt.begin(), exempt.end(), table.id) != exempt.end()) continue;
      for (model::Band& band : table.bands) {
        bands_.push_back(std::make_unique<CountedCells>(table, band, by_cell_));
        remember(band);
        remember_organisations(table, band);
      }
    }
  }

  Withheld apply(const Figures& asked) {
    bool is_asked = false;
    for (const Figure& figure : asked) {
      const auto found = stated_.find(figure);
      if (found != stated_.end()) is_asked = give_up_all(found->second.cells) || is_asked;
    }
    for (const auto& band : bands_) {
      for (Cell* cell : band->parts_of_groups()) {
        if (is_withheld(*cell) || !is_small(stated(*cell))) continue;
        withhold(cell->value);
        ++withheld_.small;
      }
    }
    // Each step withholds something more, so this ends.
    for (bool changed = is_asked || withheld_.small > 0; changed;) {
      changed = false;
      for (const auto& band : bands_) {
        for (const PrintedSum& sum : band->sums()) changed = protect(*band, sum) || changed;
        if (!changed) changed = protect_together(*band);
      }
      changed = withhold_same_indicators() || changed;
    }
    withhold_rates();
    for (const auto& [figure, same] : stated_) {
      withheld_.printed.insert(figure);
      if (is_hidden(same)) withheld_.figures.insert(figure);
    }
    return withheld_;
  }

 private:
  /// Cells that state the same: one figure, however often it is printed.
  struct Stated {
    const model::Indicator* indicator = nullptr;
    std::vector<Cell*> cells;
  };

  /// Cells of tables that are not exempt, by what they state.
  void remember(model::Band& band) {
    for (model::Row& row : band.rows) {
      for (Cell& cell : row.cells) {
        const auto found = by_cell_.find(&cell);
        if (found == by_cell_.end() || !cell.value.number) continue;
        remember(cell, organisation_, *found->second->indicator, found->second->year);
      }
    }
  }

  void remember(Cell& cell, const std::string& organisation, const model::Indicator& indicator, int year) {
    Stated& stated = stated_[{organisation, indicator.id, year}];
    stated.indicator = &indicator;
    stated.cells.push_back(&cell);
  }

  /// Of tables with a row or a column for each school: what its cells state of that school.
  void remember_organisations(const model::Table& table, model::Band& band) {
    if (names_ == nullptr) return;
    for (std::size_t c = 0; c < band.columns.size(); ++c) remember_organisation_of_column(table, band, c);
    for (model::Row& row : band.rows) {
      for (const std::string& organisation : organisations_in(band, row)) {
        for (std::size_t c = 0; c < band.columns.size() && c < row.cells.size(); ++c) {
          const auto [year, title] = year_and_title(band.columns[c].title);
          remember_if_known(table, band, row, c, organisation, title, year);
        }
      }
    }
  }

  void remember_organisation_of_column(const model::Table& table, model::Band& band, std::size_t number) {
    const auto [year, title] = year_and_title(band.columns[number].title);
    const auto named = names_->find(model::compared_name(title));
    if (named == names_->end()) return;
    for (model::Row& row : band.rows) {
      for (const std::string& organisation : named->second)
        remember_if_known(table, band, row, number, organisation, row.label, year);
    }
  }

  /// A number that states the indicator of this name for an organisation, in the year that its column says.
  void remember_if_known(const model::Table& table, const model::Band& band, model::Row& row,
                         std::size_t number, const std::string& organisation, std::string_view name,
                         std::optional<int> year) {
    const model::Column& column = band.columns[number];
    if (column.role != model::ColumnRole::number || number >= row.cells.size() ||
        !row.cells[number].value.number)
      return;
    const model::Indicator* indicator =
        catalogue_.match({name, {}, model::unit_of(table, band, row, column), {}});
    if (indicator != nullptr)
      remember(row.cells[number], organisation, *indicator,
               column.year ? *column.year : year.value_or(report_year_));
  }

  /// The organisations below the issuer that a row names; all of one name, as it cannot be told which is
  /// meant. Where a city stands beside its school, the school.
  std::vector<std::string> organisations_in(const model::Band& band, const model::Row& row) const {
    std::vector<std::string> found;
    const auto depth = [](const std::string& address) {
      return std::count(address.begin(), address.end(), '/');
    };
    for (std::size_t c = 0; c < band.columns.size() && c < row.cells.size(); ++c) {
      const bool may_name =
          band.columns[c].role == model::ColumnRole::label || band.columns[c].role == model::ColumnRole::text;
      const auto named =
          may_name ? names_->find(model::compared_name(row.cells[c].value.printed)) : names_->end();
      if (named == names_->end()) continue;
      for (const std::string& address : named->second) {
        if (!found.empty() && depth(address) < depth(found.front())) continue;
        if (!found.empty() && depth(address) > depth(found.front())) found.clear();
        found.push_back(address);
      }
    }
    return found;
  }

  bool is_small(const Decimal& number) const { return zero < number && number < below_; }

  bool give_up(Cell* cell) {
    withhold(cell->value);
    ++withheld_.giving_away;
    return true;
  }

  /// The part of a sum that is given up next; null when none is left.
  static Cell* next_part(const CountedCells& band, const PrintedSum& sum) {
    Cell* next = nullptr;
    for (Cell* part : sum.parts) {
      if (is_withheld(*part) || !(zero < stated(*part))) continue;
      if (next == nullptr || is_before(band, part, next)) next = part;
    }
    return next;
  }

  /// Where two cells are withheld in each sum, one may still follow from several sums together: two groups of
  /// cells that have one cell between them. Withholds one cell more if so.
  bool protect_together(const CountedCells& band) {
    std::map<const Cell*, std::size_t> unknowns;
    std::vector<std::vector<Term>> equations;
    for (const PrintedSum& sum : band.sums()) {
      std::vector<Term> equation;
      const auto add = [&](const Cell* cell, int coefficient) {
        if (is_withheld(*cell))
          equation.push_back({unknowns.emplace(cell, unknowns.size()).first->second, coefficient});
      };
      for (const Cell* part : sum.parts) add(part, 1);
      add(sum.whole, -1);
      if (!equation.empty()) equations.push_back(std::move(equation));
    }
    if (equations.empty() || unknowns.size() > most_unknowns) return false;
    const std::vector<bool> known = determined(equations, unknowns.size());
    for (const PrintedSum& sum : band.sums()) {
      const auto is_known = [&](const Cell* cell) { return is_withheld(*cell) && known[unknowns.at(cell)]; };
      if (!is_known(sum.whole) && std::none_of(sum.parts.begin(), sum.parts.end(), is_known)) continue;
      if (Cell* next = next_part(band, sum)) return give_up(next);
      if (!is_withheld(*sum.whole)) return give_up(sum.whole);
    }
    return false;
  }

  /// Withholds one cell more if what is withheld of a sum could be computed, or lies within narrow bounds.
  bool protect(const CountedCells& band, const PrintedSum& sum) {
    std::size_t hidden = 0;
    Decimal hidden_parts;
    for (const Cell* part : sum.parts) {
      if (is_withheld(*part)) ++hidden, hidden_parts = hidden_parts + stated(*part);
    }
    const bool whole_is_hidden = is_withheld(*sum.whole);
    const bool one_hidden = hidden + whole_is_hidden == 1;
    const bool narrow = hidden > 0 && !whole_is_hidden && hidden_parts < below_;
    if (!one_hidden && !narrow) return false;
    if (Cell* next = next_part(band, sum)) return give_up(next);
    return whole_is_hidden ? false : give_up(sum.whole);
  }

  /// Smaller counts are given up first; exempt ones when there is nothing else.
  static bool is_before(const CountedCells& band, const Cell* a, const Cell* b) {
    if (band.is_exempt(a) != band.is_exempt(b)) return band.is_exempt(b);
    return stated(*a) < stated(*b);
  }

  bool withhold_same_indicators() {
    bool changed = false;
    for (auto& [key, same] : stated_) {
      if (is_hidden(same)) changed = give_up_all(same.cells) || changed;
    }
    return changed;
  }

  bool give_up_all(const std::vector<Cell*>& cells) {
    bool changed = false;
    for (Cell* cell : cells) {
      if (!is_withheld(*cell)) changed = give_up(cell);
    }
    return changed;
  }

  void withhold_rates() {
    for (const auto& band : bands_) {
      for (const auto& [count, rates] : band->rates_beside_counts()) {
        if (is_withheld(*count)) give_up_all(rates);
      }
    }
    for (auto& [key, rate] : stated_) {
      for (const std::string* base : {&rate.indicator->numerator, &rate.indicator->denominator}) {
        const auto found = stated_.find({key.organisation, *base, key.year});
        if (found != stated_.end() && is_hidden(found->second)) give_up_all(rate.cells);
      }
    }
    while (withhold_same_indicators()) {
    }
  }

  static bool is_hidden(const Stated& same) {
    return std::any_of(same.cells.begin(), same.cells.end(),
                       [](const Cell* cell) { return is_withheld(*cell); });
  }

  Decimal below_;
  int report_year_;
  std::string organisation_;
  const model::Catalogue& catalogue_;
  const NamesBelow* names_;  ///< null: nothing stands below it
  model::PrintedIndicators printed_;
  IndicatorsByCell by_cell_;
  std::vector<std::unique_ptr<CountedCells>> bands_;
  std::map<Figure, Stated> stated_;
  Withheld withheld_;
};

/// The values of a chart that stand in the chapter itself.
std::size_t withhold_given(model::ChartBlock& chart, const Decimal& below) {
  if (!is_unit_of_persons(chart.unit) || chart.labels.size() < 2 || are_years(chart.labels)) return 0;
  std::size_t withheld = 0;
  for (model::ChartSeries& series : chart.given) {
    for (std::string& printed : series.values) {
      const model::Value value = model::read_value(printed);
      if (!value.number || !(zero < *value.number) || !(*value.number < below)) continue;
      printed = model::withheld_mark;
      ++withheld;
    }
  }
  return withheld;
}

/// Key figures that were typed and not bound, of what is withheld elsewhere.
void withhold_typed(model::ReportSettings& settings, const Figures& asked, Withheld& withheld) {
  for (model::KeyFigure& figure : settings.key_figures) {
    if (figure.indicator.empty() || !figure.value_address.empty()) continue;
    const bool is_of_report = figure.year.find(std::to_string(settings.year)) != std::string::npos;
    const int year = is_of_report ? settings.year : year_and_title(figure.year).first.value_or(settings.year);
    const Figure stated{organisation_of(settings), figure.indicator, year};
    withheld.printed.insert(stated);
    if (!withheld.figures.contains(stated) && !asked.contains(stated)) continue;
    withheld.figures.insert(stated);
    figure.text = model::withheld_mark;
    ++withheld.giving_away;
  }
}

}  // namespace

Withheld withhold_small_counts(model::Report& report, const model::Catalogue& catalogue,
                               const OrganisationNames& names, const Figures& asked) {
  const model::SmallCounts& rule = report.settings.small_counts;
  Withheld withheld = SmallCountsRule(report, catalogue, names).apply(asked);
  withhold_typed(report.settings, asked, withheld);
  if (rule.below == 0) return withheld;
  model::for_each_narrative(report, [&](model::Narrative& narrative) {
    for (model::Block& block : narrative.blocks) {
      auto* chart = std::get_if<model::ChartBlock>(&block);
      const bool is_exempt = chart == nullptr || std::find(rule.exempt.begin(), rule.exempt.end(),
                                                           chart->head.id) != rule.exempt.end();
      if (is_exempt) continue;
      withheld.small += withhold_given(*chart, Decimal{rule.below, 0});
      withheld.small += withhold_in_configuration(*chart, rule.below);
    }
  });
  return withheld;
}

}  // namespace nianbao::disclosure
