#include "cli/survey.h"

#include <algorithm>
#include <mutex>
#include <tbb/parallel_for.h>

#include "check/sums_rule.h"
#include "disclosure/small_counts.h"
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

Survey survey(const source::ProjectFiles& files, const model::Site& site, std::string_view address) {
  const auto reports = reports_below(site, address);
  Survey found;
  std::mutex mutex;
  tbb::parallel_for(std::size_t{0}, reports.size(), [&](std::size_t i) {
    DiagnosticSink problems;
    model::Report report = source::read_data(files, *reports[i], problems);
    check::check_sums(report, problems);
    disclosure::withhold_small_counts(report, site.catalogue);
    compose::ReportSummary summary = compose::summarise_indicators(report, site);
    const auto sorted = problems.sorted();
    const auto error = std::find_if(sorted.begin(), sorted.end(), [](const Diagnostic& problem) {
      return problem.severity == Severity::error;
    });
    const std::lock_guard lock(mutex);
    if (error != sorted.end())
      found.faulty.emplace(reports[i]->address, error->place);
    else
      found.summaries.emplace(reports[i]->address, std::move(summary));
  });
  return found;
}

}  // namespace nianbao::cli
