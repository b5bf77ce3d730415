#pragma once

#include <initializer_list>
#include <string>
#include <utility>

#include "check/check.h"
#include "source/site_reader.h"
#include "support/temporary_project.h"

namespace nianbao::tests {

using Files = std::initializer_list<std::pair<std::string, std::string>>;

/// Where the files of the report under test stand.
inline const std::string report_folder = "content/a/2023/";

/// Reads and checks every report of a project, as the command `check` does but for pages and charts.
inline void check_project(const std::filesystem::path& folder, DiagnosticSink& sink) {
  const source::ProjectFiles files(folder);
  const model::Site site = source::read_site(files, sink);
  const check::KnownAddresses known(site);
  model::for_each_organisation(site.organisations, [&](const model::Organisation& organisation, const auto&) {
    for (const model::ReportSettings& settings : organisation.reports) {
      const model::Report report = source::read_report(files, settings, sink);
      check::check_report(report, model::label_report(report, sink), known, sink);
    }
  });
}

/// A school with one report of these files, which may stand in for the ones given here; what is reported.
inline void check_report_of(Files files, DiagnosticSink& sink) {
  const TemporaryProject project{{"site.toml", "title = \"年报\"\n"},
                                 {"content/a/school.toml", "name = \"甲校\"\n"},
                                 {report_folder + "report.toml", "title = \"甲校年报\"\nyear = 2023\n"}};
  for (const auto& [path, text] : files) {
    const bool whole = path == "site.toml" || path.starts_with("content/");
    project.write(whole ? path : report_folder + path, text);
  }
  check_project(project.folder(), sink);
}

inline std::string chapter(const std::string& body) { return "+++\ntitle = \"章\"\n+++\n" + body; }

}  // namespace nianbao::tests
