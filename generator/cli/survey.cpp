#include "cli/survey.h"

#include <algorithm>
#include <mutex>
#include <numeric>
#include <tbb/parallel_for.h>

#include "check/sums_rule.h"
#include "disclosure/agreement.h"
#include "source/site_reader.h"

namespace nianbao::cli {
namespace {

std::vector<const model::ReportSettings*> reports_below(const model::Site& site, std::string_view address) {
  std::vector<const model::ReportSettings*> reports;
  const std::string below = std::string(address) + "/";
  model::for_each_organisation(site.organisations, [&](const model::Organisation& one, const auto&) {
    if (!address.empty() && one.address != address && !one.address.starts_with(below)) return;
    for (const model::ReportSettings& report : one.reports) reports.push_back(&report);
  });
  return reports;
}

}  // namespace

const disclosure::Figures& Survey::asked(const std::string& report) const {
  static const disclosure::Figures none;
  const auto found = withheld_elsewhere.find(report);
  return found == withheld_elsewhere.end() ? none : found->second;
}

Survey survey(const source::ProjectFiles& files, const model::Site& site, std::string_view address,
              bool summarised) {
  const auto reports = reports_below(site, address);
  std::vector<std::string> organisations;
  for (const model::ReportSettings* report : reports)
    organisations.push_back(disclosure::organisation_of(*report));
  disclosure::Agreement agreement(std::move(organisations));
  Survey found;
  found.names = disclosure::names_of(site);
  std::vector<std::size_t> open(reports.size());
  std::iota(open.begin(), open.end(), std::size_t{0});
  for (std::mutex mutex; !open.empty(); open = agreement.compare()) {
    tbb::parallel_for(std::size_t{0}, open.size(), [&](std::size_t i) {
      const std::size_t at = open[i];
      DiagnosticSink problems;
      model::Report report = source::read_data(files, *reports[at], problems);
      if (summarised) check::check_sums(report, problems);
      agreement.note(
          at, disclosure::withhold_small_counts(report, site.catalogue, found.names, agreement.asked(at)));
      if (!summarised) return;
      compose::ReportSummary summary = compose::summarise_indicators(report, site);
      const auto sorted = problems.sorted();
      const auto error = std::find_if(sorted.begin(), sorted.end(), [](const Diagnostic& problem) {
        return problem.severity == Severity::error;
      });
      const std::lock_guard lock(mutex);
      if (error != sorted.end())
        found.faulty.insert_or_assign(reports[at]->address, error->place);
      else
        found.summaries.insert_or_assign(reports[at]->address, std::move(summary));
    });
  }
  for (std::size_t i = 0; i < reports.size(); ++i) {
    if (!agreement.asked(i).empty())
      found.withheld_elsewhere.emplace(reports[i]->address, agreement.asked(i));
  }
  return found;
}

}  // namespace nianbao::cli
