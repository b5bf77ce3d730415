#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "cli/survey.h"
#include "cli/timings.h"
#include "diagnostics/diagnostic.h"
#include "diagnostics/printer.h"
#include "disclosure/small_counts.h"
#include "publish/staging.h"
#include "search/search.h"

namespace nianbao::cli {

struct BuildOptions {
  std::filesystem::path project = ".";
  std::filesystem::path output;  ///< empty: what site.toml says
  int jobs = 0;                  ///< threads; 0: as many as there are cores
  bool timings = false;
  bool strict = false;        ///< warnings count as errors
  std::string only = {};      ///< address of the only organisation to build; empty: all
  bool each = false;          ///< a site for each organisation that has reports, in folders of the output
  std::string base_url = {};  ///< instead of what site.toml says
  bool write = true;          ///< false: `check`
};

struct BuildResult {
  std::optional<publish::PublishReport>
      published;  ///< empty when there were errors, or nothing was to be written
  std::filesystem::path output;
  std::size_t reports = 0, pages = 0;
  disclosure::Withheld withheld;   ///< of all reports
  search::Batches search_batches;  ///< most often a report is one
  bool interactive_charts = false;
};

/// What all sites that are built of a project need of it, read once.
struct Project {
  source::ProjectFiles files;
  model::Site site;
  std::vector<Diagnostic> problems;  ///< of its settings
  Survey survey;
};

/// Reads what `options` needs. Throws std::filesystem::filesystem_error when there is no such folder.
Project read_project(const BuildOptions& options, Timings& timings);

/// The whole journey: files -> model -> checks -> pages -> HTML -> one exchange. Problems of the content go
/// to the sink; with errors among them nothing is published. Throws publish::PublishError when the site
/// cannot be written.
BuildResult build_site(const BuildOptions& options, DiagnosticSink& sink, Timings& timings,
                       Language language);
/// The same of a project that was read.
BuildResult build_site(const Project& project, const BuildOptions& options, DiagnosticSink& sink,
                       Timings& timings, Language language);

/// How many small counts are not published, in words; empty when there are none.
std::string words_of_withheld(const BuildResult& result, Language language);

/// The `build` command.
int run_build(const BuildOptions& options);

}  // namespace nianbao::cli
