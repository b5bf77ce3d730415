#pragma once

#include <map>
#include <string>

#include "compose/summary.h"
#include "model/site.h"
#include "source/project_files.h"

namespace nianbao::cli {

/// What is known of the reports of a project before a page of any is made, from their data alone.
struct Survey {
  compose::Summaries summaries;  ///< what they state of indicators, small counts withheld
  /// Reports whose data have errors, by address, and where the first one stands: they are not counted.
  std::map<std::string, Place, std::less<>> faulty;
};

/// Reads the data of all reports below `address`; of the whole site if it is empty. Their problems are not
/// reported: a report is checked where it is built.
Survey survey(const source::ProjectFiles& files, const model::Site& site, std::string_view address);

}  // namespace nianbao::cli
