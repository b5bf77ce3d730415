#include <CLI/CLI.hpp>
#include <algorithm>
#include <fmt/format.h>

#include "cli/build.h"
#include "cli/chart_command.h"
#include "cli/check_command.h"
#include "cli/exit_code.h"
#include "cli/new_command.h"
#include "cli/search_command.h"
#include "cli/serve_command.h"
#include "diagnostics/printer.h"
#include "diagnostics/suggestion.h"

namespace nianbao::cli {
namespace {

void add_build(CLI::App& app, int& code) {
  auto options = std::make_shared<BuildOptions>();
  CLI::App* command = app.add_subcommand("build", "Build the website of a project / 生成网站");
  command->add_option("PROJECT", options->project, "Folder with site.toml (default: this folder)");
  command->add_option("-o,--output", options->output,
                      "Where the site goes (default: what site.toml says, or public)");
  CLI::Option* only = command->add_option(
      "--only", options->only, "Only this organisation and what is below it, as a site of its own");
  command
      ->add_flag("--each", options->each,
                 "A site of its own for each organisation that has reports, in folders of the output")
      ->excludes(only);
  command->add_option("--base-url", options->base_url, "Address where the site will stand, https://…");
  command->add_option("-j,--jobs", options->jobs, "Threads (default: one for each core)")
      ->check(CLI::Range(1, 256));
  command->add_flag("--timings", options->timings, "Print the time spent in each stage");
  command->add_flag("--strict", options->strict, "Warnings count as errors: nothing is published with them");
  command->footer(
      "Examples:\n  nianbao build\n  nianbao build my-portal --output /var/www/reports --timings\n"
      "  nianbao build --only demo/first --output first-school\n  nianbao build --each --output sites");
  command->callback([options, &code] { code = run_build(*options); });
}

void add_check(CLI::App& app, int& code) {
  auto options = std::make_shared<CheckOptions>();
  auto format = std::make_shared<std::string>("text");
  CLI::App* command =
      app.add_subcommand("check", "Report every problem of the content; writes nothing / 检查内容");
  command->add_option("PROJECT", options->project, "Folder with site.toml (default: this folder)");
  command->add_option("--format", *format, "text or json")->check(CLI::IsMember({"text", "json"}));
  command->add_flag("--strict", options->strict, "Warnings count as errors");
  command->add_option("-j,--jobs", options->jobs, "Threads (default: one for each core)")
      ->check(CLI::Range(1, 256));
  command->footer("Examples:\n  nianbao check\n  nianbao check my-portal --format json > problems.json");
  command->callback([options, format, &code] {
    options->json = *format == "json";
    code = run_check(*options);
  });
}

void add_search(CLI::App& app, int& code) {
  auto options = std::make_shared<SearchOptions>();
  auto format = std::make_shared<std::string>("text");
  CLI::App* command =
      app.add_subcommand("search", "Ask a built site, as its search page would / 搜索已生成的网站");
  command->add_option("QUERY", options->query, "What to look for")->required();
  command->add_option("--site", options->site, "Folder of the built site (default: public)");
  command->add_option("--format", *format, "text or json")->check(CLI::IsMember({"text", "json"}));
  command->add_option("--limit", options->limit, "Most results to print (default: 10)")
      ->check(CLI::Range(1, 10000));
  command->add_option("--city", options->cities, "Only of this city; may be repeated");
  command->add_option("--school", options->schools, "Only of this school; may be repeated");
  command->add_option("--year", options->years, "Only of this year; may be repeated");
  command->add_option("--kind", options->kinds,
                      "Only pages with this: chapter, case, table, chart, indicator, major");
  command->footer(
      "Examples:\n  nianbao search 焊接\n  nianbao search \"双师型教师 聊城\" --site public --format json "
      "--limit 5");
  command->callback([options, format, &code] {
    options->json = *format == "json";
    code = run_search(*options);
  });
}

void add_chart(CLI::App& app, int& code) {
  auto options = std::make_shared<ChartOptions>();
  CLI::App* command = app.add_subcommand("chart", "Draw one chart from a Chart.js configuration / 画一张图");
  command->add_option("SPEC", options->specification, "JSON file")->required();
  command
      ->add_option("-o,--output", options->output,
                   "SVG or PNG file to write (PNG: twice the width in pixels; - : SVG to standard output)")
      ->required();
  command->add_option("--width", options->width, "Width of the view box (default: 720)")
      ->check(CLI::Range(200, 4000));
  command->footer(
      "Examples:\n  nianbao chart staff-age.json -o staff-age.svg\n  nianbao chart staff-age.json -o "
      "staff-age.png "
      "--width 600\n  nianbao chart staff-age.json -o - > staff-age.svg");
  command->callback([options, &code] { code = run_chart(*options); });
}

void add_serve(CLI::App& app, int& code) {
  auto options = std::make_shared<ServeOptions>();
  CLI::App* command = app.add_subcommand("serve", "Preview with live reload / 本机预览");
  command->add_option("PROJECT", options->project, "Folder with site.toml (default: this folder)");
  command->add_option("--host", options->host, "Address to listen on (default: 127.0.0.1)");
  command->add_option("-p,--port", options->port, "Port (default: 8000; 0: any free one)")
      ->check(CLI::Range(0, 65535));
  command->add_option("-j,--jobs", options->jobs, "Threads (default: one for each core)")
      ->check(CLI::Range(1, 256));
  command->footer("Example:\n  nianbao serve --port 8080");
  command->callback([options, &code] { code = run_serve(*options); });
}

void add_new(CLI::App& app, int& code) {
  auto options = std::make_shared<NewOptions>();
  CLI::App* command = app.add_subcommand("new", "Make a small project to start from / 新建项目");
  command->add_option("FOLDER", options->folder, "A folder that is empty or not there yet")->required();
  command->footer("Example:\n  nianbao new my-school && nianbao serve my-school");
  command->callback([options, &code] { code = run_new(*options); });
}

std::vector<std::string> command_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands([](const CLI::App*) { return true; }))
    names.push_back(command->get_name());
  return names;
}

/// A first word that is neither an option nor a command; the parser itself would only miss a command.
bool reports_unknown_command(const CLI::App& app, std::string_view word) {
  const std::vector<std::string> known = command_names(app);
  if (word.starts_with("-") || std::find(known.begin(), known.end(), word) != known.end()) return false;
  const Language language = language_of_environment();
  const Wording message = {fmt::format("没有命令 {}。", word), fmt::format("there is no command {}. ", word)};
  fmt::print(stderr, "{}{}\n", message.in(language), suggest(word, known).in(language));
  return true;
}

int run(int argc, char** argv) {
  CLI::App app("nianbao (年报): school quality reports as a searchable static website", "nianbao");
  app.set_version_flag("--version", "nianbao " NIANBAO_VERSION);
  app.require_subcommand(0, 1);
  app.footer(
      "Exit codes: 0 done; 1 the content has errors; 2 wrong usage; 3 something could not be read or "
      "written.\n"
      "`nianbao COMMAND --help` shows the options and examples of a command.");
  int code = done;
  add_build(app, code);
  add_check(app, code);
  add_search(app, code);
  add_chart(app, code);
  add_serve(app, code);
  add_new(app, code);
  if (argc < 2) {
    fmt::print(stderr, "{}", app.help());
    return wrong_usage;
  }
  if (reports_unknown_command(app, argv[1])) return wrong_usage;
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& problem) {
    return app.exit(problem) == 0 ? done : wrong_usage;
  }
  return code;
}

}  // namespace
}  // namespace nianbao::cli

int main(int argc, char** argv) { return nianbao::cli::run(argc, argv); }
