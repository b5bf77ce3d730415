#include <algorithm>
#include <cstdio>
#include <fmt/format.h>

#include "cli/build.h"
#include "cli/exception_words.h"
#include "cli/exit_code.h"
#include "cli/part_of_site.h"
#include "source/site_reader.h"

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

int build_one(const BuildOptions& options) {
  const Language language = language_of_environment();
  const bool zh = language == Language::zh;
  DiagnosticSink sink;
  Timings timings;
  BuildResult result;
  try {
    result = build_site(options, sink, timings, language);
  } catch (const std::exception& problem) {
    fmt::print(stderr, "{}", print_text(sink.sorted(), language));
    fmt::print(stderr,
               fmt::runtime(zh ? "没有生成网站：{}\n原来的网站没有改动。\n"
                               : "the site was not built: {}\nThe site as it was has not been touched.\n"),
               words_of(problem).in(language));
    return cannot_read_or_write;
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
int build_each(BuildOptions options) {
  DiagnosticSink unread;  // each build reports the settings again
  const source::ProjectFiles files(options.project);
  const model::Site site = source::read_site(files, unread);
  const std::filesystem::path folder =
      options.output.empty() ? files.root() / (site.output + "-each") : options.output;
  options.each = false;
  if (site.organisations.empty()) return build_one(options);  // reports why
  int code = done;
  for (const std::string& address : organisations_with_reports(site)) {
    options.only = address;
    options.output = folder / folder_of(address);
    code = std::max(code, build_one(options));
  }
  return code;
}

}  // namespace

int run_build(const BuildOptions& options) { return options.each ? build_each(options) : build_one(options); }

}  // namespace nianbao::cli
