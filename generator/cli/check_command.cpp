#include "cli/check_command.h"

#include <algorithm>
#include <fmt/format.h>

#include "cli/build.h"
#include "cli/exception_words.h"
#include "cli/exit_code.h"

namespace nianbao::cli {

int run_check(const CheckOptions& options) {
  const Language language = language_of_environment();
  DiagnosticSink sink;
  Timings timings;
  BuildResult result;
  try {
    result = build_site({.project = options.project,
                         .output = {},
                         .jobs = options.jobs,
                         .timings = false,
                         .strict = options.strict,
                         .write = false},
                        sink, timings, language);
  } catch (const std::exception& problem) {
    fmt::print(stderr, "{}\n", words_of(problem).in(language));
    return cannot_read_or_write;
  }
  const auto diagnostics = sink.sorted();
  fmt::print("{}", options.json ? print_json(diagnostics, language) : print_text(diagnostics, language));
  const auto errors =
      static_cast<std::size_t>(std::count_if(diagnostics.begin(), diagnostics.end(), [](const Diagnostic& d) {
        return d.severity == Severity::error;
      }));
  const std::size_t warnings = diagnostics.size() - errors;
  if (!options.json) {
    fmt::print(
        fmt::runtime(language == Language::zh ? "检查了 {} 份报告、{} 个页面：{} 个错误，{} 个警告\n"
                                              : "checked {} reports, {} pages: {} errors, {} warnings\n"),
        result.reports, result.pages, errors, warnings);
    if (const std::string withheld = words_of_withheld(result, language); !withheld.empty())
      fmt::print("{}\n", withheld);
  }
  return errors > 0 || (options.strict && warnings > 0) ? content_has_errors : done;
}

}  // namespace nianbao::cli
