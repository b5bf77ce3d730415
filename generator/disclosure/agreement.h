#pragma once

#include <cstddef>
#include <vector>

#include "disclosure/small_counts.h"

namespace nianbao::disclosure {

/// Brings the reports of a portal to withhold the same: a figure that one of them withholds must not be
/// printed by another. Reports are looked at one by one (`note`); `compare` says which of them have to
/// withhold more than they were asked to, until none has. What is asked of a report only grows, and is a part
/// of what it prints: this ends. What comes out depends on the reports alone, not on their order.
class Agreement {
 public:
  /// `organisations`: who issued each report.
  explicit Agreement(std::vector<std::string> organisations);

  /// What a report printed and withheld when it was asked to withhold `asked(report)`. May be called by many
  /// threads, for a report each.
  void note(std::size_t report, const Withheld& withheld);
  /// The reports that have to be noted again.
  std::vector<std::size_t> compare();
  /// What a report has to withhold besides what is small in it.
  const Figures& asked(std::size_t report) const { return reports_[report].asked; }

 private:
  struct Seen {
    std::string organisation;
    std::vector<std::size_t> printed;  ///< hashes of figures: many more than those that are withheld
    Figures withheld, asked;
  };

  std::vector<Seen> reports_;
};

}  // namespace nianbao::disclosure
