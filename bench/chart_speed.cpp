#include <chrono>
#include <cstdlib>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "chart/chart.h"

/// How many charts a second one thread draws.
///   chart_speed FILE KIND SECONDS   {"parsed": …, "text": …}: charts a second from parsed JSON, and from its
///   text chart_speed FILE KIND           the SVG itself
namespace {

namespace chart = nianbao::chart;
constexpr int at_once = 20;  ///< charts between two looks at the clock

std::string draw(const nlohmann::json& configuration) {
  const chart::ReadResult read = chart::read_configuration(configuration);
  chart::RenderOptions options;
  options.id = "chart";
  options.width = 640;
  options.heading = true;
  return chart::render_svg(read.chart, options);
}

template <typename Work>
double per_second(double seconds, Work work) {
  using Clock = std::chrono::steady_clock;
  const auto measured = [&](double limit) {
    const auto begin = Clock::now();
    double done = 0, passed = 0;
    while (passed < limit) {
      for (int i = 0; i < at_once; ++i) work();
      done += at_once;
      passed = std::chrono::duration<double>(Clock::now() - begin).count();
    }
    return done / passed;
  };
  measured(seconds / 4);
  return measured(seconds);
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) return EXIT_FAILURE;
  std::ifstream file(arguments[1], std::ios::binary);
  const auto all = nlohmann::json::parse(std::string(std::istreambuf_iterator<char>(file), {}));
  const nlohmann::json configuration = all.at(arguments[2]);
  if (count == 3) {
    fmt::print("{}", draw(configuration));
    return EXIT_SUCCESS;
  }
  const std::string text = configuration.dump();
  const double seconds = std::strtod(arguments[3], nullptr);
  std::size_t bytes = 0;  // used, so that no drawing can be left out
  const double parsed = per_second(seconds, [&] { bytes += draw(configuration).size(); });
  const double from_text = per_second(seconds, [&] { bytes += draw(nlohmann::json::parse(text)).size(); });
  fmt::print("{{\"parsed\": {:.1f}, \"text\": {:.1f}}}\n", parsed, from_text);
  return bytes > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
