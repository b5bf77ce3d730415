#include <cstdint>
#include <nlohmann/json.hpp>

#include "chart/chart.h"
#include "require.h"
#include "text/utf8.h"

using namespace nianbao;
using fuzz::require;

namespace {

/// Past this size only the JSON library would be tested.
constexpr std::size_t largest_input = 1 << 16;

}  // namespace

/// Any JSON is read without an exception; what can be drawn gives a picture that is text and holds no script.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > largest_input) return 0;
  const auto json = nlohmann::json::parse(data, data + size, nullptr, false);
  if (json.is_discarded()) return 0;
  const chart::ReadResult read = chart::read_configuration(json);
  for (const chart::Problem& problem : read.problems) {
    require(problem.code.size() == 4 && !problem.zh.empty() && !problem.en.empty());
    require(text::first_invalid_utf8(problem.pointer + problem.zh + problem.en) == std::string_view::npos);
  }
  chart::RenderOptions options;
  options.id = "fuzz";
  options.heading = size % 2 == 0;
  options.width = 200 + static_cast<int>(size % 7) * 120;
  const std::string svg = chart::render_svg(read.chart, options);
  require(text::first_invalid_utf8(svg) == std::string_view::npos);
  require(svg.find("<script") == std::string::npos);
  require(!chart::is_fatal(read) || !read.problems.empty());
  return 0;
}
