#include "markdown/address.h"

#include <algorithm>
#include <array>

namespace nianbao::markdown {
namespace {

constexpr std::array<std::string_view, 2> web_schemes = {"http", "https"};
constexpr std::array<std::string_view, 2> contact_schemes = {"mailto", "tel"};

/// What stands before the first colon, when that comes before any "/", "?" or "#"; in lower case.
std::string scheme(std::string_view url) {
  const std::size_t end = url.find_first_of(":/?#");
  if (end == std::string_view::npos || url[end] != ':') return {};
  std::string result(url.substr(0, end + 1));
  std::transform(result.begin(), result.end(), result.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return result;
}

template <std::size_t N>
bool is_one_of(const std::string& scheme, const std::array<std::string_view, N>& known) {
  return std::any_of(known.begin(), known.end(), [&](std::string_view name) {
    return scheme.size() == name.size() + 1 && scheme.starts_with(name);
  });
}

bool stands_in_address(unsigned char c) {
  const bool letter_or_digit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return letter_or_digit || (c != 0 && std::string_view("-._~:/?#@!$&'()*+,;=%").find(static_cast<char>(c)) !=
                                           std::string_view::npos);
}

}  // namespace

bool is_safe_address(std::string_view url) {
  return is_safe_image_address(url) || is_one_of(scheme(url), contact_schemes);
}

bool is_safe_image_address(std::string_view url) {
  const std::string name = scheme(url);
  return name.empty() || is_one_of(name, web_schemes);
}

bool is_external(std::string_view url) {
  return url.starts_with("//") || is_one_of(scheme(url), web_schemes);
}

std::string encoded_address(std::string_view url) {
  constexpr std::string_view hex = "0123456789ABCDEF";
  std::string result;
  result.reserve(url.size());
  for (const char character : url) {
    const auto c = static_cast<unsigned char>(character);
    if (stands_in_address(c)) {
      result += character;
    } else {
      result += {'%', hex[c >> 4], hex[c & 15]};
    }
  }
  return result;
}

}  // namespace nianbao::markdown
