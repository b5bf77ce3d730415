#pragma once

#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/table.h"

/// The indicators that reports state: what each is called, what it means, how figures of schools become a
/// city's. The program brings those of the six standard tables (catalogue/indicators.toml); a project adds
/// its own.
namespace nianbao::model {

enum class Aggregation {
  sum,            ///< the city's figure is the sum of its schools'
  ratio_of_sums,  ///< recomputed from two summed indicators, never a mean of ratios
  weighted_mean,  ///< the schools' figures weighted with another indicator
  median,         ///< the middle one of the schools' figures
  none,           ///< shown for each school only
};

enum class Direction { none, more, less };  ///< which is better; none: neither
enum class Counts { things, persons, person_times, money, hours, rate, ratio };

/// One of the six tables that every report ends with.
struct StandardTable {
  std::string id, name, name_en;
  std::vector<std::string> aliases;
  int number = 0;
};

/// A change after which figures do not compare with those before: of a definition, a base, a survey.
struct SeriesBreak {
  int year = 0;      ///< the first year that is counted in the new way
  std::string text;  ///< what changed
};

struct Indicator {
  std::string id, name, name_en, unit, unit_en;
  std::vector<std::string> aliases, former;
  std::vector<std::string> row;  ///< what its row is called below its parent, where that is another name
  std::string table, number;     ///< id of the standard table, number in it; may be empty
  std::string parent;            ///< id of the indicator it is among (其中)
  std::string definition, definition_en, plain, plain_en;
  std::string numerator, denominator, weight;  ///< ids
  Breakdown breakdown = Breakdown::unstated;   ///< how its children relate to it
  Direction direction = Direction::none;
  Aggregation aggregation = Aggregation::none;
  Counts counts = Counts::things;
  bool percent = false;  ///< the ratio is printed in per cent
  bool exempt = false;   ///< never withheld, however small
  std::vector<SeriesBreak> breaks;
  /// Years of reports, as their titles name them: the first and the last whose official tables ask for it, 0
  /// where that is not proven; and, growing, those in whose tables it is known to have stood. Of other years
  /// `asked_in` says nothing.
  int since = 0, until = 0;
  std::vector<int> asked_in;
  Place place;
};

/// A name as a table prints it, with what stands around it.
struct PrintedName {
  std::string_view label;
  std::span<const std::string_view> parents;  ///< labels of the rows above it (其中), the nearest first
  std::string_view unit;                      ///< empty: not said
  std::string_view table;                     ///< id of the standard table; empty: another one
};

class Catalogue {
 public:
  Catalogue() = default;
  Catalogue(std::vector<StandardTable> tables, std::vector<Indicator> indicators);

  std::span<const Indicator> indicators() const { return indicators_; }
  std::span<const StandardTable> tables() const { return tables_; }
  /// Null when there is none.
  const Indicator* find(std::string_view id) const;
  const StandardTable* find_table(std::string_view id) const;
  /// The standard table with such a title; null for any other.
  const StandardTable* table_called(std::string_view title) const;

  /// The only indicator that fits a printed name best; null when none does, or several do. Names are compared
  /// without case, width, white space, a leading 其中： and a unit in brackets at the end; an indicator whose
  /// unit is another one does not fit. Of several that fit, the one below the indicator of the row above
  /// counts, then the one of the same standard table.
  const Indicator* match(const PrintedName& printed) const;
  /// Names that are nearest to a label, for a message.
  std::vector<std::string> nearest_names(std::string_view label, std::size_t most) const;

 private:
  struct Named {
    std::size_t indicator = 0;
    bool below_parent = false;  ///< called so only there
  };

  std::vector<const Indicator*> candidates(const PrintedName& printed) const;

  std::vector<StandardTable> tables_;
  std::vector<Indicator> indicators_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
  std::multimap<std::string, Named, std::less<>> by_name_;  ///< as they are compared
};

/// A name as `match` compares it.
std::string compared_name(std::string_view label);
bool same_unit(std::string_view a, std::string_view b);

}  // namespace nianbao::model
