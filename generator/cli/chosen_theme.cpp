#include "cli/chosen_theme.h"

#include <fmt/format.h>

#include "cli/installed_files.h"
#include "diagnostics/suggestion.h"

namespace nianbao::cli {
namespace {

void report_unknown(const std::string& name, const std::vector<std::string>& known, DiagnosticSink& sink) {
  sink.error("N702", {"site.toml"},
             {fmt::format("没有名为“{}”的主题：themes/{}/templates 不存在", name, name),
              fmt::format("there is no theme \"{}\": themes/{}/templates does not exist", name, name)},
             suggest(name, known));
}

}  // namespace

std::unique_ptr<const theme::Theme> load_chosen_theme(const std::filesystem::path& project,
                                                      const model::Site& site, DiagnosticSink& sink) {
  auto folder = find_theme(project, site.theme);
  if (!folder) {
    report_unknown(site.theme, theme_names(project), sink);
    folder = find_theme(project, model::Site().theme);
  }
  return folder ? theme::Theme::load(*folder, site.lang, sink) : nullptr;
}

}  // namespace nianbao::cli
