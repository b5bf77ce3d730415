#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/new_project.h"
#include "program.h"

namespace nianbao::tests {

TEST_CASE("a new project passes the check, builds and can be searched") {
  const NewProject project;
  CHECK(project.made.code == cli::done);
  CHECK(project.made.output.find("nianbao serve " + project.path()) != std::string::npos);

  const Outcome checked = run_program({"check", project.path(), "--format", "json"});
  CHECK(checked.code == cli::done);
  CHECK(nlohmann::json::parse(checked.output)["diagnostics"].empty());
  CHECK_FALSE(std::filesystem::exists(project.site()));

  CHECK(run_program({"build", project.path(), "--strict"}).code == cli::done);
  const Outcome found =
      run_program({"search", "真实订单", "--site", project.site().string(), "--format", "json"});
  REQUIRE(found.code == cli::done);
  const auto results = nlohmann::json::parse(found.output)["results"];
  REQUIRE_FALSE(results.empty());
  for (const auto& result : results) {
    const std::string url = result["url"];
    CAPTURE(url);
    CHECK(std::filesystem::is_regular_file(project.site() / url.substr(0, url.find('#'))));
  }
}

TEST_CASE("a new project explains the format in Chinese and holds all kinds of files") {
  std::string all;
  for (const cli::NewFile& file : cli::new_project())
    all += std::string(file.path) + "\n" + std::string(file.text);
  for (const std::string part : {"site.toml", "school.toml", "report.toml", "01-overview.md",
                                 "cases/01-workshop.md", "data/majors.csv", "# 门户的设置",
                                 "](data:", "](ref:", "```table", "```chart", "```case", "key_figures"}) {
    CAPTURE(part);
    CHECK(all.find(part) != std::string::npos);
  }
}

TEST_CASE("a folder that holds something is not touched") {
  const TemporaryProject taken{{{"letter.txt", "mine"}}};
  const Outcome refused = run_program({"new", taken.folder().string()});
  CHECK(refused.code == cli::cannot_read_or_write);
  CHECK(std::distance(std::filesystem::directory_iterator(taken.folder()), {}) == 1);
  CHECK(text_of(taken.folder() / "letter.txt") == "mine");
}

TEST_CASE("an empty folder is taken") {
  const TemporaryProject empty;
  CHECK(run_program({"new", empty.folder().string()}).code == cli::done);
  CHECK(std::filesystem::exists(empty.folder() / "site.toml"));
}

}  // namespace nianbao::tests
