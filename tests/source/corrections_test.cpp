#include "source/corrections.h"

#include <catch2/catch.hpp>

#include "support/reported.h"
#include "support/temporary_project.h"

namespace nianbao::tests {

namespace {

std::vector<model::Correction> corrections_of(const std::string& toml, DiagnosticSink& sink) {
  const TemporaryProject project{{{"r/corrections.toml", toml}}};
  return source::read_corrections(source::ProjectFiles(project.folder()), "r", sink);
}

}  // namespace

TEST_CASE("corrections are read with figures as written, newest first") {
  DiagnosticSink sink;
  const auto found = corrections_of(
      "[[corrections]]\ndate = \"2025-12-31\"\nwhat = \"甲\"\nbefore = 1.50\nafter = \"1.60\"\nreason = "
      "\"笔误\"\n[[corrections]]\ndate = 2026-03-02\nwhat = \"乙\"\naddress = \"t.a.2025\"\nbefore = "
      "\"1530\"\nafter = \"1533\"\nreason = \"漏计\"\n",
      sink);
  CHECK(reported(sink) == "");
  REQUIRE(found.size() == 2);
  CHECK(found[0].date + found[0].what + found[0].address + found[0].before + found[0].after +
            found[0].reason ==
        "2026-03-02乙t.a.202515301533漏计");
  CHECK(found[1].before == "1.50");
  CHECK(found[0].after_place.line == 12);
  CHECK(found[0].address_place.line == 10);
}

TEST_CASE("what is wrong with a correction is reported where it stands, and it is left out") {
  const auto problems = [](const std::string& toml) {
    DiagnosticSink sink;
    CHECK(corrections_of(toml, sink).empty());
    return reported(sink);
  };
  CHECK(problems("[[corrections]]\ndate = \"2026-03-02\"\n") ==
        "N201 r/corrections.toml:1:1; N201 r/corrections.toml:1:1; N201 r/corrections.toml:1:1; "
        "N201 r/corrections.toml:1:1");
  const std::string rest = "what = \"w\"\nbefore = \"1\"\nafter = \"2\"\nreason = \"r\"\n";
  for (const std::string date : {"2026-02-30", "2026年3月2日", "2026-3-2", "2026-13-01", "+026-03-02"})
    CHECK(problems("[[corrections]]\ndate = \"" + date + "\"\n" + rest) == "N203 r/corrections.toml:2:8");
  CHECK(problems("[[correction]]\n" + rest) == "N204 r/corrections.toml:1:3");
}

TEST_CASE("a report without corrections.toml has none") {
  DiagnosticSink sink;
  const TemporaryProject project{{{"site.toml", ""}}};
  CHECK(source::read_corrections(source::ProjectFiles(project.folder()), "r", sink).empty());
  CHECK(reported(sink) == "");
}

}  // namespace nianbao::tests
