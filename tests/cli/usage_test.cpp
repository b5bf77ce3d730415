#include <catch2/catch.hpp>

#include "program.h"

namespace nianbao::tests {

TEST_CASE("a command line that cannot be meant ends with 2 and says why") {
  const std::vector<std::vector<std::string>> wrong = {
      {},
      {"publish"},
      {"build", "--colour"},
      {"build", "--jobs", "0"},
      {"build", "--jobs", "many"},
      {"check", "--format", "xml"},
      {"search"},
      {"search", "焊接", "--limit", "0"},
      {"chart"},
      {"chart", "a.json", "-o", "a.jpeg"},
      {"serve", "--port", "70000"},
      {"new"},
  };
  for (const auto& arguments : wrong) {
    const Outcome outcome = run_program(arguments);
    CAPTURE(arguments);
    CHECK(outcome.code == cli::wrong_usage);
    CHECK_FALSE((outcome.output + outcome.errors).empty());
  }
}

TEST_CASE("a command that is misspelt is told the right one") {
  CHECK(run_program({"buidl"}, "en_US.UTF-8").errors == "there is no command buidl. did you mean build?\n");
}

TEST_CASE("what cannot be read or written ends with 3") {
  const TemporaryProject place{{{"file", "not a folder"}}};
  const std::string under_a_file = (place.folder() / "file/below").string();
  const std::string missing = (place.folder() / "missing").string();
  const NewProject project;
  const std::vector<std::vector<std::string>> impossible = {
      {"new", under_a_file},
      {"new", project.path()},
      {"build", project.path(), "--output", under_a_file},
      {"build", project.path(), "--output", (place.folder() / "file").string()},
      {"build", missing},
      {"check", missing},
      {"check", (place.folder() / "file").string()},
      {"serve", missing},
      {"search", "焊接", "--site", missing},
      {"chart", missing, "-o", (place.folder() / "a.svg").string()},
  };
  for (const auto& arguments : impossible) {
    const Outcome outcome = run_program(arguments);
    CAPTURE(arguments, outcome.output);
    CHECK(outcome.code == cli::cannot_read_or_write);
    CHECK_FALSE(outcome.errors.empty());
  }
  CHECK(text_of(place.folder() / "file") == "not a folder");
}

TEST_CASE("every command explains itself with an example") {
  for (const std::string command : {"build", "check", "search", "chart", "serve", "new"}) {
    const Outcome help = run_program({command, "--help"});
    CAPTURE(command);
    CHECK(help.code == cli::done);
    CHECK(help.output.find("Example") != std::string::npos);
    CHECK(help.output.find("nianbao " + command) != std::string::npos);
  }
  CHECK(run_program({"--help"}).output.find("Exit codes") != std::string::npos);
  CHECK(run_program({"--version"}).output.starts_with("nianbao "));
}

TEST_CASE("the language of the messages follows the environment") {
  const TemporaryProject empty;
  const std::string folder = empty.folder().string();
  CHECK(run_program({"check", folder}, "en_US.UTF-8").output.find("there is no site.toml") !=
        std::string::npos);
  CHECK(run_program({"check", folder}, "zh_CN.UTF-8").output.find("没有 site.toml") != std::string::npos);
  CHECK(run_program({"check", folder}, "C").output.find("没有 site.toml") != std::string::npos);
}

}  // namespace nianbao::tests
