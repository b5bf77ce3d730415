#include "source/synonyms.h"

#include <catch2/catch.hpp>

#include "support/temporary_project.h"

namespace nianbao::tests {

TEST_CASE("synonyms of a project are read, and what is wrong with them has its place") {
  const auto read = [](const std::string& toml, DiagnosticSink& sink) {
    const TemporaryProject project{{{"synonyms.toml", toml}}};
    return source::read_synonyms(source::ProjectFiles(project.folder()), sink);
  };
  DiagnosticSink fine;
  CHECK(read("[[synonyms]]\nwords = [\"焊工\", \"焊接\"]\n[[synonyms]]\nwords = [\"a\", \"b\", \"c\"]\n",
             fine) == std::vector<std::vector<std::string>>{{"焊工", "焊接"}, {"a", "b", "c"}});
  CHECK(fine.sorted().empty());

  DiagnosticSink wrong;
  CHECK(read("[[synonyms]]\nwords = [\"焊工\"]\n\n[[synonyms]]\nword = [\"a\", \"b\"]\n", wrong).empty());
  const auto found = wrong.sorted();
  REQUIRE(found.size() == 3);
  CHECK(found[0].code == "N203");
  CHECK(found[0].place.file == "synonyms.toml");
  CHECK(found[0].place.line == 2);
  CHECK(found[1].place.line == 4);
  CHECK(found[2].code == "N204");
  CHECK(found[2].place.line == 5);

  DiagnosticSink broken;
  CHECK(read("[[synonyms]\n", broken).empty());
  REQUIRE(broken.sorted().size() == 1);
  CHECK(broken.sorted()[0].place.line == 1);

  DiagnosticSink none;
  const TemporaryProject project{{{"site.toml", ""}}};
  CHECK(source::read_synonyms(source::ProjectFiles(project.folder()), none).empty());
  CHECK(none.sorted().empty());
}

}  // namespace nianbao::tests
