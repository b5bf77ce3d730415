#include "chart/css_colour.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

#include "chart/css_named_colours.h"
#include "chart/numbers.h"
#include "chart/paint.h"
#include "text/utf8.h"

namespace nianbao::chart {
namespace {

constexpr std::size_t longest_colour = 80;

/// Red, green, blue from 0 to 255, alpha from 0 to 1.
using Channels = std::array<double, 4>;

std::string hexadecimal(const Channels& channels) {
  const auto level = [](double value) { return std::lround(std::clamp(value, 0.0, 255.0)); };
  std::string text =
      fmt::format("#{:02x}{:02x}{:02x}", level(channels[0]), level(channels[1]), level(channels[2]));
  const auto alpha = level(channels[3] * 255);
  return alpha == 255 ? text : text + fmt::format("{:02x}", alpha);
}

std::optional<std::string> from_hexadecimal(std::string_view digits) {
  if (digits.find_first_not_of("0123456789abcdef") != std::string_view::npos) return {};
  const bool is_short = digits.size() == 3 || digits.size() == 4;
  if (!is_short && digits.size() != 6 && digits.size() != 8) return {};
  std::string text = "#";
  for (const char digit : digits) text.append(is_short ? 2 : 1, digit);
  if (text.size() == 9 && text.ends_with("ff")) text.resize(7);
  return text;
}

/// A number with its unit: "50%", "120deg", ".5".
struct Part {
  double number = 0;
  std::string_view unit;
};

std::optional<Part> part_of(std::string_view text) {
  if (text == "none") return Part{};
  const std::size_t end = std::min(text.find_first_not_of("+-.0123456789"), text.size());
  const auto number = number_in(text.substr(0, end));
  if (!number) return {};
  return Part{*number, text.substr(end)};
}

/// What stands between the brackets: three or four parts, between commas, or spaces and a slash.
std::vector<Part> parts_of(std::string_view text) {
  std::vector<Part> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(", /"), text.size());
    const auto part = part_of(text.substr(0, end));
    if (!part || parts.size() == 4) return {};
    parts.push_back(*part);
    text.remove_prefix(end);
    std::size_t separators = 0;
    while (!text.empty() && (text.front() == ' ' || text.front() == ',' || text.front() == '/')) {
      separators += text.front() != ' ';
      text.remove_prefix(1);
    }
    if (separators > 1 || (separators > 0 && text.empty())) return {};
  }
  return parts.size() < 3 ? std::vector<Part>{} : parts;
}

std::optional<double> alpha_of(const std::vector<Part>& parts) {
  if (parts.size() < 4) return 1.0;
  if (!parts[3].unit.empty() && parts[3].unit != "%") return {};
  return std::clamp(parts[3].unit == "%" ? parts[3].number / 100 : parts[3].number, 0.0, 1.0);
}

std::optional<Channels> from_rgb(const std::vector<Part>& parts) {
  Channels channels{};
  for (std::size_t i = 0; i < 3; ++i) {
    if (!parts[i].unit.empty() && parts[i].unit != "%") return {};
    channels[i] = parts[i].unit == "%" ? parts[i].number * 2.55 : parts[i].number;
  }
  return channels;
}

std::optional<double> degrees(const Part& part) {
  constexpr double per_radian = 57.29577951308232;
  if (part.unit.empty() || part.unit == "deg") return part.number;
  if (part.unit == "turn") return part.number * 360;
  if (part.unit == "rad") return part.number * per_radian;
  if (part.unit == "grad") return part.number * 0.9;
  return {};
}

/// CSS Color Module Level 4, 7.1 "Converting HSL Colors to sRGB".
std::optional<Channels> from_hsl(const std::vector<Part>& parts) {
  const auto hue = degrees(parts[0]);
  const auto is_share = [](const Part& part) { return part.unit.empty() || part.unit == "%"; };
  if (!hue || !std::isfinite(*hue) || !is_share(parts[1]) || !is_share(parts[2])) return {};
  const double saturation = std::clamp(parts[1].number / 100, 0.0, 1.0);
  const double lightness = std::clamp(parts[2].number / 100, 0.0, 1.0);
  const double turned = std::fmod(std::fmod(*hue, 360) + 360, 360);
  const auto channel = [&](double n) {
    const double k = std::fmod(n + turned / 30, 12);
    const double a = saturation * std::min(lightness, 1 - lightness);
    return 255 * (lightness - a * std::max(-1.0, std::min({k - 3, 9 - k, 1.0})));
  };
  return Channels{channel(0), channel(8), channel(4), 1};
}

std::optional<std::string> from_function(std::string_view text) {
  const std::size_t open = text.find('(');
  if (open == std::string_view::npos || !text.ends_with(')')) return {};
  const std::string_view name = text.substr(0, open);
  const auto parts = parts_of(text::trim(text.substr(open + 1, text.size() - open - 2)));
  const bool rgb = name == "rgb" || name == "rgba", hsl = name == "hsl" || name == "hsla";
  if (parts.empty() || (!rgb && !hsl)) return {};
  auto channels = rgb ? from_rgb(parts) : from_hsl(parts);
  const auto alpha = alpha_of(parts);
  if (!channels || !alpha) return {};
  (*channels)[3] = *alpha;
  return hexadecimal(*channels);
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    if (c == '\t' || c == '\n') c = ' ';
  }
  return out;
}

}  // namespace

std::optional<std::string> css_colour(std::string_view raw) {
  const std::string_view trimmed = text::trim(raw);
  if (trimmed.empty() || trimmed.size() > longest_colour) return {};
  const std::string text = lower(trimmed);
  if (text.front() == '#') return from_hexadecimal(std::string_view(text).substr(1));
  if (text == "transparent") return "#00000000";
  const auto named =
      std::lower_bound(named_colours.begin(), named_colours.end(), text,
                       [](const NamedColour& colour, const std::string& name) { return colour.name < name; });
  if (named != named_colours.end() && named->name == text) return fmt::format("#{:06x}", named->rgb);
  return from_function(text);
}

std::vector<std::string> css_colour_names() {
  std::vector<std::string> names = {"transparent"};
  for (const NamedColour& colour : named_colours) names.emplace_back(colour.name);
  return names;
}

double contrast_on_white(std::string_view colour) {
  if (colour.size() < 7) return 1;
  const auto level = [&](std::size_t at) {
    return std::stoi(std::string(colour.substr(at, 2)), nullptr, 16);
  };
  const double alpha = colour.size() >= 9 ? level(7) / 255.0 : 1;
  const auto laid = [&](std::size_t at) { return 255 - alpha * (255 - level(at)); };
  const std::string seen = hexadecimal({laid(1), laid(3), laid(5), 1});
  return 1.05 / (luminance(seen) + 0.05);
}

}  // namespace nianbao::chart
