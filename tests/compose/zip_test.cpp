#include "compose/zip.h"

#include <catch2/catch.hpp>

#include "support/unzipped.h"

using namespace nianbao;

TEST_CASE("An archive holds the files as they were, and the same files give the same bytes") {
  const std::string large(100'000, 'x');
  const std::vector<compose::ZipEntry> entries = {
      {"a.csv", "甲,1\r\n"}, {"empty.json", ""}, {"large.txt", large}};
  const std::string zip = compose::make_zip(entries);
  CHECK(tests::unzipped(zip) == "a.csv=甲,1\r\n;empty.json=;large.txt=" + large + ";");
  CHECK(zip.size() < 1000);
  CHECK(compose::make_zip(entries) == zip);
  CHECK(tests::unzipped(compose::make_zip({})) == "");
}
