#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "chart/known_keys.h"

/// docs/charts.md lists the keys as the reader knows them. NIANBAO_UPDATE_GOLDEN=1 writes the list anew.
namespace nianbao::chart {
namespace {

const std::filesystem::path document = std::filesystem::path(NIANBAO_SOURCE_DIR) / "docs/charts.md";
const std::string heading = "## Chart.js keys, one by one\n";

std::string read_document() {
  std::ifstream file(document, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::string word_for(KeyUse use) {
  return use == KeyUse::drawn ? "yes" : use == KeyUse::partly ? "partly" : "no";
}

std::string table(const KeyTable& table) {
  std::string rows, screens, plain, ignored;
  const auto add = [](std::string& list, std::string_view name) {
    list.append(list.empty() ? "`" : ", `").append(name).append("`");
  };
  for (const KnownKey& key : table.keys) {
    if (key.use == KeyUse::interactive) {
      add(screens, key.name);
    } else if (!key.note.empty()) {
      rows.append("| `").append(key.name).append("` | ").append(word_for(key.use)).append(" | ");
      rows.append(key.note).append(" |\n");
    } else {
      add(key.use == KeyUse::drawn ? plain : ignored, key.name);
    }
  }
  if (!plain.empty()) rows += "| " + plain + " | yes | |\n";
  if (!ignored.empty()) rows += "| " + ignored + " | no | |\n";
  if (!screens.empty()) rows += "| " + screens + " | screens only | |\n";
  return "### " + std::string(table.object) + "\n\n| Key | Drawn | Note |\n|---|---|---|\n" + rows + "\n";
}

std::string listed() {
  std::string text =
      heading +
      "\n\"yes\": the picture honours it. \"partly\": as far as the note says. \"no\": a warning (N412) "
      "names "
      "it. \"screens only\": it means\nnothing on paper and is silently left to the interactive view. Any "
      "other key is unknown and a warning (N411).\n\n";
  for (const KeyTable& keys : key_tables()) text += table(keys);
  text.pop_back();
  return text;
}

}  // namespace

TEST_CASE("docs/charts.md tells of each key what the reader does") {
  std::string text = read_document();
  const std::size_t at = text.find(heading);
  REQUIRE(at != std::string::npos);
  if (std::getenv("NIANBAO_UPDATE_GOLDEN")) {
    text = text.substr(0, at) + listed();
    std::ofstream(document, std::ios::binary) << text;
  }
  CHECK(text.substr(at) == listed());
}

TEST_CASE("no key is known twice") {
  for (const KeyTable& table : key_tables()) {
    for (std::size_t i = 0; i < table.keys.size(); ++i) {
      for (std::size_t k = 0; k < i; ++k) {
        INFO(table.object);
        CHECK(table.keys[i].name != table.keys[k].name);
      }
    }
  }
}

}  // namespace nianbao::chart
