#include "support/golden.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "chart/chart.h"

/// tests/golden/chart holds configurations and the pictures they give. A name ending in -wNNN is drawn NNN
/// pixels wide. NIANBAO_UPDATE_GOLDEN=1 writes the pictures anew: look at them before they are committed.
namespace nianbao::chart {
namespace {

namespace fs = std::filesystem;

const fs::path folder = fs::path(NIANBAO_SOURCE_DIR) / "tests/golden/chart";

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<fs::path> files_ending_in(std::string_view ending) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ending) found.push_back(entry.path());
  }
  std::sort(found.begin(), found.end());
  return found;
}

int width_in(const std::string& name) {
  const std::size_t at = name.rfind("-w");
  return at == std::string::npos || name.find_first_not_of("0123456789", at + 2) != std::string::npos
             ? 720
             : std::stoi(name.substr(at + 2));
}

std::string draw(const fs::path& specification) {
  const ReadResult result = read_configuration(nlohmann::json::parse(read(specification)));
  RenderOptions options;
  options.id = specification.stem().string();
  options.width = width_in(options.id);
  options.heading = true;
  return render_svg(result.chart, options);
}

}  // namespace

TEST_CASE("golden charts are drawn to the byte") {
  const auto specifications = files_ending_in(".json");
  CHECK(specifications.size() >= 25);
  for (const fs::path& specification : specifications) {
    INFO(specification);
    CHECK(tests::equals_golden(fs::path(specification).replace_extension(".svg"), draw(specification)));
  }
}

TEST_CASE("every golden picture has its configuration") {
  for (const fs::path& picture : files_ending_in(".svg")) {
    INFO(picture);
    CHECK(fs::exists(fs::path(picture).replace_extension(".json")));
  }
}

TEST_CASE("a picture of eight bars is small") { CHECK(draw(folder / "bar-eight.json").size() <= 3000); }

}  // namespace nianbao::chart
