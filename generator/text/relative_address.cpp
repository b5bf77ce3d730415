#include "text/relative_address.h"

#include <algorithm>
#include <iterator>

#include "text/escape.h"

namespace nianbao::text {
namespace {

/// Addresses that leave the site. Any other scheme (javascript:, data:) is taken for a file name and thereby
/// harmless.
bool leaves_site(std::string_view target) {
  constexpr std::string_view schemes[] = {"https://", "http://", "mailto:", "tel:"};
  return std::any_of(std::begin(schemes), std::end(schemes),
                     [target](std::string_view scheme) { return target.starts_with(scheme); });
}

/// Length of the common prefix of both paths that ends in "/".
std::size_t common_folders(std::string_view a, std::string_view b) {
  std::size_t common = 0;
  for (std::size_t i = 0; i < a.size() && i < b.size() && a[i] == b[i]; ++i)
    if (a[i] == '/') common = i + 1;
  return common;
}

}  // namespace

std::string relative_address(std::string_view from, std::string_view target) {
  if (target.empty() || target.front() == '#' || leaves_site(target)) return std::string(target);
  if (target.front() == '/') target.remove_prefix(1);
  const auto end = std::min(target.find_first_of("?#"), target.size());
  const auto path = target.substr(0, end), rest = target.substr(end);
  if (path == from && !rest.empty()) return std::string(rest);

  const auto common = common_folders(from, path);
  std::string address;
  for (std::size_t i = common; i < from.size(); ++i)
    if (from[i] == '/') address += "../";
  address += url_path(path.substr(common));
  if (address.empty()) address = "./";
  return address.append(rest);
}

}  // namespace nianbao::text
