#include "fuzzed_project.h"
#include "model/counters.h"
#include "pieces.h"
#include "source/site_reader.h"
#include "table_rules.h"

using namespace nianbao;

namespace {

void require_sound(const model::ReportSettings& report) {
  fuzz::require(report.year == 0 || (report.year >= 1900 && report.year <= 2100));
  fuzz::require(report.numbering.counters.size() == 6);
  for (const auto& [counted, counter] : report.numbering.counters)
    fuzz::require(!report.numbering.counters.at(model::leader(report.numbering, counted)).with);
}

}  // namespace

/// Any site.toml, city.toml, school.toml and report.toml: a tree of organisations whose counters count, and
/// what is wrong is told.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const fuzz::FuzzedProject project(
      {"site.toml", "content/c/city.toml", "content/c/a/school.toml", "content/c/a/2023/report.toml"});
  project.write(fuzz::pieces(data, size, project.size()));
  DiagnosticSink sink;
  const model::Site site = source::read_site(source::ProjectFiles(project.folder()), sink);
  model::for_each_organisation(site.organisations, [](const model::Organisation& organisation, const auto&) {
    for (const model::ReportSettings& report : organisation.reports) require_sound(report);
  });
  fuzz::require_told(sink);
  return 0;
}
