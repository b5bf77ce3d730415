#pragma once

#include <string>
#include <string_view>

namespace nianbao::markdown {

/// A destination that may be printed: relative, http, https, mailto or tel. Everything else – javascript:,
/// data: and schemes nobody thought of – is not (an allow list, because a browser's list of dangerous schemes
/// grows).
bool is_safe_address(std::string_view url);
/// Of these, what an image may be loaded from.
bool is_safe_image_address(std::string_view url);

/// Leads to another host: "https://…", "//host/…".
bool is_external(std::string_view url);

/// Percent-encodes what may not stand in an address (RFC 3986), Chinese included, and leaves the rest alone;
/// the result still has to be escaped for HTML.
std::string encoded_address(std::string_view url);

}  // namespace nianbao::markdown
