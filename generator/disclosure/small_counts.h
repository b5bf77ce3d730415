#pragma once

#include "disclosure/figures.h"
#include "model/catalogue.h"
#include "model/report.h"

/// What a report knows and a reader must not learn: counts so small that somebody could be recognised.
namespace nianbao::disclosure {

/// How many values of a report were taken away, and why.
struct Withheld {
  std::size_t small = 0;        ///< counts of persons below the threshold
  std::size_t giving_away = 0;  ///< what such a count could be computed from, here or with another report
  Figures printed, figures;     ///< in tables that are not exempt: all, and those that were taken away
};

/// Withholds small counts of persons where they tell groups apart: in rows 其中, in tables with a row for
/// each major, age or title, in columns that sum to another. Zero tells of nobody and stays. Then, until
/// nothing changes, what gives a withheld count away:
/// - where the parts of a printed sum (a row and the rows 其中 below it, a row of totals, a column of totals)
///   are all shown but for one, or those withheld sum to less than the threshold, the next smallest part; the
///   same where a cell follows from several sums of a table together (linear algebra, up to 500 withheld
///   cells);
/// - rates made from a withheld count: those of its row, those the catalogue makes from its indicator;
/// - the same indicator of the same year in another table, and as a key figure that is typed;
/// - what other reports withhold (`asked`, see `Agreement`): of the organisation that issued this one, and of
///   those below it that a row names, where the title of a column is an indicator's, or the other way round.
/// A sum is one where its parts add up to it as printed, whether it was declared or not: a reader can add,
/// too. (Complementary suppression: L. Willenborg, T. de Waal, Elements of Statistical Disclosure Control,
/// Springer 2001, chapter 4; cells are chosen greedily, not for the least loss.)
///
/// A withheld cell prints `model::withheld_mark`; its number moves to `Value::kept_back`. Exempt are
/// indicators that the catalogue calls so, tables that the report calls so, and whatever is no number of
/// persons. Charts whose values stand in the chapter lose their small counts, too, and so do
/// whole Chart.js configurations that say they count persons. Numbers typed in prose are as their editors
/// wrote them.
Withheld withhold_small_counts(model::Report& report, const model::Catalogue& catalogue,
                               const OrganisationNames& names = {}, const Figures& asked = {});

}  // namespace nianbao::disclosure
