#include "cli/serve_command.h"

#include <cerrno>
#include <cstdlib>
#include <fmt/format.h>
#include <system_error>
#include <unistd.h>

#include "cli/build.h"
#include "cli/exception_words.h"
#include "cli/exit_code.h"
#include "cli/serve_http.h"
#include "cli/serve_messages.h"
#include "cli/serve_preview.h"
#include "cli/serve_stop.h"
#include "cli/serve_watch.h"
#include "source/site_reader.h"

namespace nianbao::cli {
namespace {

namespace fs = std::filesystem;

/// A folder of this run alone, removed with all it holds.
class OwnFolder {
 public:
  OwnFolder() {
    std::string pattern = (fs::temp_directory_path() / "nianbao-serve-XXXXXX").string();
    if (::mkdtemp(pattern.data()) == nullptr)
      throw std::system_error(errno, std::generic_category(), pattern);
    path_ = fs::canonical(pattern);
  }
  ~OwnFolder() {
    std::error_code ignored;
    fs::remove_all(path_, ignored);
  }
  OwnFolder(const OwnFolder&) = delete;
  OwnFolder& operator=(const OwnFolder&) = delete;
  const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

/// One build into the preview's own site; whatever comes of it is told to the open pages and to the terminal.
void rebuild(const BuildOptions& options, Language language, const ServeMessages& messages,
             Preview& preview) {
  DiagnosticSink sink;
  Timings timings;
  BuildResult result;
  std::string reason;
  try {
    result = build_site(options, sink, timings, language);
  } catch (const std::exception& problem) {
    reason = words_of(problem).in(language);
  }
  const auto diagnostics = sink.sorted();
  fmt::print(stderr, "{}{}{}", print_text(diagnostics, language), reason, reason.empty() ? "" : "\n");
  if (!result.published) {
    preview.failed(diagnostics, reason, language);
    return messages.failed();
  }
  preview.published(result.published->written > 0 || result.published->removed > 0);
  messages.built(result);
}

/// Where sites are written: what changes there is no change of the project.
std::vector<fs::path> output_folders(const fs::path& project) {
  DiagnosticSink unheard;
  const model::Site site = source::read_site(source::ProjectFiles(project), unheard);
  return {project / "public", project / "build", (project / site.output).lexically_normal()};
}

int serve(const ServeOptions& options, Language language, const ServeMessages& messages) {
  const fs::path project = fs::canonical(options.project);
  const StopSignals stop;
  Preview preview;
  const OwnFolder folder;
  PreviewServer server(folder.path() / "site", options.host, preview, language);
  const int port = server.bind(options.port);
  if (port == 0) {
    messages.cannot_listen(options.host, options.port, errno);
    return cannot_read_or_write;
  }
  ProjectWatch watch(project, output_folders(project));
  if (!watch.is_complete()) messages.watch_is_incomplete();
  BuildOptions build;
  build.project = project;
  build.output = folder.path() / "site";
  build.jobs = options.jobs;
  rebuild(build, language, messages, preview);
  server.start();
  messages.address(options.host, port);
  while (wait_for_change(watch, stop.descriptor()) == Woken::changed)
    rebuild(build, language, messages, preview);
  preview.close();
  messages.ended();
  return done;
}

}  // namespace

int run_serve(const ServeOptions& options) {
  const Language language = language_of_environment();
  const ServeMessages messages(language);
  if (!fs::is_directory(options.project)) {
    messages.no_project(options.project);
    return cannot_read_or_write;
  }
  try {
    return serve(options, language, messages);
  } catch (const std::exception& problem) {
    messages.cannot_begin(words_of(problem).in(language));
    return cannot_read_or_write;
  }
}

}  // namespace nianbao::cli
