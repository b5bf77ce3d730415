#pragma once

#include <map>
#include <string>

#include "compose/summary.h"
#include "disclosure/figures.h"
#include "model/site.h"
#include "source/project_files.h"

namespace nianbao::cli {

/// What is known of the reports of a project before a page of any is made, from their data alone.
struct Survey {
  disclosure::OrganisationNames names;
  /// What a report has to withhold because another one does, by address: of few reports any.
  std::map<std::string, disclosure::Figures, std::less<>> withheld_elsewhere;
  compose::Summaries summaries;  ///< what they state of indicators, without what is withheld
  /// Reports whose data have errors, by address, and where the first one stands: they are not counted.
  std::map<std::string, Place, std::less<>> faulty;

  const disclosure::Figures& asked(const std::string& report) const;
};

/// Reads the data of all reports below `address`, of the whole site if it is empty, until they agree on what
/// they withhold: once, and some of them once or twice more. Their problems are not reported: a report is
/// checked where it is built. Summaries are made if `summarised`.
Survey survey(const source::ProjectFiles& files, const model::Site& site, std::string_view address,
              bool summarised);

}  // namespace nianbao::cli
