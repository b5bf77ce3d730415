#include <algorithm>
#include <cstdio>
#include <fmt/format.h>
#include <optional>

#include "cli/build.h"
#include "cli/exception_words.h"
#include "cli/exit_code.h"
#include "cli/part_of_site.h"

namespace nianbao::cli {
namespace {

void say(const std::string& line) { fmt::print("{}\n", line); }

void print_summary(const BuildResult& result, std::size_t warnings, bool zh) {
  const auto& site = *result.published;
  const std::string where = result.output.lexically_normal().string();
  const std::string withheld = words_of_withheld(result, zh ? Language::zh : Language::en);
  if (zh) {
    say(fmt::format("完成：{} 份报告，{} 个页面 → {}", result.reports, result.pages, where));
    say(fmt::format("      {} 个文件，{:.1f} MB；新写 {}，沿用 {}，删去 {}{}", site.files,
                    static_cast<double>(site.bytes) / 1e6, site.written, site.linked, site.removed,
                    warnings > 0 ? fmt::format("；{} 个警告", warnings) : ""));
    if (!withheld.empty()) say("      " + withheld);
    if (!result.interactive_charts)
      say("      没有找到 Chart.js：图表照常显示，但没有“交互视图”（在 assets/ 里运行 npm ci 可补上）");
  } else {
    say(fmt::format("done: {} reports, {} pages -> {}", result.reports, result.pages, where));
    say(fmt::format("      {} files, {:.1f} MB; {} written, {} kept, {} removed{}", site.files,
                    static_cast<double>(site.bytes) / 1e6, site.written, site.linked, site.removed,
                    warnings > 0 ? fmt::format("; {} warnings", warnings) : ""));
    if (!withheld.empty()) say("      " + withheld);
    if (!result.interactive_charts)
      say("      Chart.js was not found: charts are complete, but without the interactive view (run npm ci "
          "in assets/)");
  }
}

int failed(const std::exception& problem, const DiagnosticSink& sink, Language language) {
  fmt::print(stderr, "{}", print_text(sink.sorted(), language));
  fmt::print(stderr,
             fmt::runtime(language == Language::zh
                              ? "没有生成网站：{}\n原来的网站没有改动。\n"
                              : "the site was not built: {}\nThe site as it was has not been touched.\n"),
             words_of(problem).in(language));
  return cannot_read_or_write;
}

int build_one(const Project& project, const BuildOptions& options, Timings& timings) {
  const Language language = language_of_environment();
  const bool zh = language == Language::zh;
  DiagnosticSink sink;
  BuildResult result;
  try {
    result = build_site(project, options, sink, timings, language);
  } catch (const std::exception& problem) {
    return failed(problem, sink, language);
  }
  const auto diagnostics = sink.sorted();
  fmt::print(stderr, "{}", print_text(diagnostics, language));
  if (options.timings) fmt::print(stderr, "{}", timings.table());
  const auto errors =
      static_cast<std::size_t>(std::count_if(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& d) {
        return d.severity == Severity::error;
      }));
  if (!result.published) {
    fmt::print(
        stderr,
        fmt::runtime(
            zh ? "没有发布：{} 个错误，{} 个警告。原来的网站没有改动。\n"
               : "nothing was published: {} errors, {} warnings. The site as it was has not been touched.\n"),
        errors, diagnostics.size() - errors);
    const bool misnamed = std::any_of(diagnostics.begin(), diagnostics.end(),
                                      [](const Diagnostic& d) { return d.code == "N012"; });
    return misnamed ? wrong_usage : content_has_errors;
  }
  print_summary(result, diagnostics.size(), zh);
  return done;
}

/// "demo/first" stands in OUTPUT/demo-first.
std::string folder_of(std::string address) {
  std::replace(address.begin(), address.end(), '/', '-');
  return address;
}

/// One after the other; what can be built is built, and the worst code is returned.
int build_each(const Project& project, BuildOptions options) {
  const std::filesystem::path folder =
      options.output.empty() ? project.files.root() / (project.site.output + "-each") : options.output;
  int code = done;
  for (const std::string& address : organisations_with_reports(project.site)) {
    options.only = address;
    options.output = folder / folder_of(address);
    Timings timings;
    code = std::max(code, build_one(project, options, timings));
  }
  return code;
}

}  // namespace

int run_build(const BuildOptions& options) {
  std::optional<Project> project;
  Timings timings;
  try {
    project = read_project(options, timings);
  } catch (const std::exception& problem) {
    return failed(problem, DiagnosticSink(), language_of_environment());
  }
  const bool each = options.each && !project->site.organisations.empty();  // none: it is reported
  return each ? build_each(*project, options) : build_one(*project, options, timings);
}

}  // namespace nianbao::cli
