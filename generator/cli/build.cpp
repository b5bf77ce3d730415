#include "cli/build.h"

#include <fmt/format.h>
#include <mutex>
#include <tbb/global_control.h>
#include <tbb/parallel_for.h>
#include <thread>

#include "check/check.h"
#include "cli/chosen_theme.h"
#include "cli/installed_files.h"
#include "cli/part_of_site.h"
#include "cli/progress.h"
#include "cli/site_writer.h"
#include "compose/city_aggregates.h"
#include "compose/report_pages.h"
#include "disclosure/small_counts.h"
#include "disclosure/typed_counts.h"
#include "disclosure/whole_charts.h"
#include "source/site_reader.h"

namespace nianbao::cli {
namespace {

/// In the project: what is kept between builds. Safe to delete at any time.
constexpr std::string_view cache_folder = ".nianbao";

using Parents = std::vector<const model::Organisation*>;

/// A report that waits to be made, with the organisations above it; the last one issued it.
struct PlannedReport {
  const model::ReportSettings* settings;
  Parents parents;
};

std::vector<PlannedReport> plan_reports(const model::Site& site) {
  std::vector<PlannedReport> planned;
  model::for_each_organisation(site.organisations,
                               [&](const model::Organisation& organisation, Parents parents) {
                                 parents.push_back(&organisation);
                                 for (const auto& report : organisation.reports)
                                   planned.push_back({&report, parents});
                               });
  return planned;
}

/// A project that is not there is no content with errors.
void require_folder(const std::filesystem::path& project) {
  if (std::filesystem::is_directory(project)) return;
  const auto reason =
      std::filesystem::exists(project) ? std::errc::not_a_directory : std::errc::no_such_file_or_directory;
  throw std::filesystem::filesystem_error("", project, std::make_error_code(reason));
}

/// The organisation of the first level that has it: "liaocheng" of "liaocheng/lcgjgc".
std::string_view top_of(std::string_view address) { return address.substr(0, address.find('/')); }

/// Holds for as long as it lives.
tbb::global_control limit_of_threads(int jobs) {
  const int threads = jobs > 0 ? jobs : static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  return {tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads)};
}

/// What the site of a school shows of its city. A school whose data nobody can rely on is not counted, which
/// is said: its own site may be built all the same.
std::optional<CityAround> city_around(const Project& project, const PartOfSite& part, DiagnosticSink& sink) {
  if (part.city == nullptr) return std::nullopt;
  CityAround around{project.site, *part.city, {}};
  for (const model::Organisation* school : compose::schools_below(*part.city)) {
    if (school->address == part.site.organisations.front().address) continue;
    for (const model::ReportSettings& report : school->reports) {
      if (const auto counted = project.survey.summaries.find(report.address);
          counted != project.survey.summaries.end())
        around.summaries.insert(*counted);
      const auto faulty = project.survey.faulty.find(report.address);
      if (faulty == project.survey.faulty.end()) continue;
      sink.warning("N013", faulty->second,
                   {fmt::format("{} 的数据有错误，不计入这里的全市中位数和范围", report.address),
                    fmt::format("the data of {} have errors: they are not in the city's medians and ranges "
                                "here",
                                report.address)},
                   {"运行 nianbao check，改正以后重新生成", "run nianbao check, mend them and build again"});
    }
  }
  return around;
}

}  // namespace

Project read_project(const BuildOptions& options, Timings& timings) {
  const tbb::global_control limit = limit_of_threads(options.jobs);
  require_folder(options.project);
  Project project{source::ProjectFiles(options.project), {}, {}, {}};
  DiagnosticSink sink;
  project.site = timings.time(Stage::settings, [&] { return source::read_site(project.files, sink); });
  project.problems = sink.sorted();
  const bool is_part = options.each || !options.only.empty();
  project.survey = timings.time(
      Stage::check, [&] { return survey(project.files, project.site, top_of(options.only), is_part); });
  return project;
}

BuildResult build_site(const BuildOptions& options, DiagnosticSink& sink, Timings& timings,
                       Language language) {
  return build_site(read_project(options, timings), options, sink, timings, language);
}

BuildResult build_site(const Project& project, const BuildOptions& options, DiagnosticSink& sink,
                       Timings& timings, Language language) {
  const tbb::global_control limit = limit_of_threads(options.jobs);
  BuildResult result;
  for (const Diagnostic& problem : project.problems) sink.add(problem);

  // The tree of organisations stands: every report knows the addresses of all others.
  const source::ProjectFiles& files = project.files;
  const model::Site& whole = project.site;
  if (whole.organisations.empty()) return result;  // reported: there is nothing to look at
  const auto part = part_of(whole, options.only, options.base_url, sink);
  if (!part) return result;
  const model::Site& site = part->site;
  const check::KnownAddresses known(whole);
  const compose::AddressTitles titles = compose::address_titles(whole);
  const auto theme = load_chosen_theme(files.root(), site, sink);
  if (theme == nullptr) return result;
  result.output = options.output.empty() ? files.root() / site.output : options.output;
  SiteWriter writer(
      site, *theme, options.write ? publish::Staging::open(result.output, files.root()) : nullptr,
      find_chart_js(files.root()), options.only.empty() ? files.root() / cache_folder : "", sink, timings);

  // Each report on its own, from reading to writing; what the homes need of it is kept, the rest is dropped.
  compose::Summaries summaries;
  std::mutex summaries_mutex;
  const std::vector<PlannedReport> planned = plan_reports(site);
  Progress progress(language);
  progress.expect(planned.size());
  const auto read_again = [&files](const std::string& file) {
    DiagnosticSink unheard;  // it was reported when the report was read
    return files.read(file, unheard);
  };
  tbb::parallel_for(std::size_t{0}, planned.size(), [&](std::size_t i) {
    const model::ReportSettings* settings = planned[i].settings;
    const Parents& parents = planned[i].parents;
    model::Report report =
        timings.time(Stage::reports, [&] { return source::read_report(files, *settings, sink); });
    disclosure::Withheld withheld;
    const model::ReportLabels labels = timings.time(Stage::check, [&] {
      model::ReportLabels made = model::label_report(report, sink);
      check::check_report(report, made, known, sink);
      check::check_indicators(report, whole.catalogue, sink);
      withheld = disclosure::withhold_small_counts(report, whole.catalogue, project.survey.names,
                                                   project.survey.asked(settings->address));
      check::check_withheld(report, sink);
      disclosure::check_configurations(report, sink);
      disclosure::check_typed_counts(report, whole.catalogue, read_again, sink);
      return made;
    });
    const compose::Context context{
        report,   labels,          titles, theme->strings(), site.lang, sink, parents.back()->notice,
        site.png, &part->elsewhere};
    const compose::ReportPages pages(context, site, parents);
    tbb::parallel_for(std::size_t{0}, pages.size(), [&](std::size_t p) {
      writer.put(timings.time(Stage::compose, [&] { return pages.make(p); }), settings->address);
    });
    writer.end_report(settings->address);
    writer.put(pages.downloads());
    writer.copy_images(files, *settings);
    compose::ReportSummary summary = compose::summarise(context, site.catalogue);
    const std::lock_guard lock(summaries_mutex);
    result.withheld.small += withheld.small;
    result.withheld.giving_away += withheld.giving_away;
    summaries.emplace(settings->address, std::move(summary));
    progress.report_done();
  });

  // The homes of schools, cities and the portal, from the summaries; then what is made from all pages.
  writer.put_homes(summaries, city_around(project, *part, sink));
  writer.put_shared_files(summaries, files);
  result.interactive_charts = writer.has_interactive_charts();
  result.reports = planned.size();
  result.pages = writer.page_count();
  result.search_batches = writer.search_batches();
  const bool rejected = sink.has_errors() || (options.strict && !sink.sorted().empty());
  if (options.write && !rejected)
    result.published = timings.time(Stage::publish, [&] { return writer.publish(); });
  return result;
}

std::string words_of_withheld(const BuildResult& result, Language language) {
  const disclosure::Withheld& withheld = result.withheld;
  if (withheld.small == 0) return {};
  return fmt::format(
      fmt::runtime(language == Language::zh
                       ? "{} 个数字因人数过少不公开，{} 个因能由它算出这样的人数不公开（见 [small_counts]）"
                       : "{} numbers are withheld because they count so few people, {} because these would "
                         "follow from "
                         "them (see [small_counts])"),
      withheld.small, withheld.giving_away);
}

}  // namespace nianbao::cli
