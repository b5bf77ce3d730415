#pragma once

#include <string>
#include <string_view>

namespace nianbao::text {

/// Appends `raw` safe for HTML and SVG text and for double-quoted attribute values: & < > " ' are escaped,
/// control characters that XML forbids are dropped.
void append_html(std::string& out, std::string_view raw);
std::string html(std::string_view raw);

/// A JSON document safe inside a <script> element: "<", ">", "&", U+2028 and U+2029 become \u escapes.
std::string json_in_script(std::string_view json);

/// Percent-encodes everything but unreserved characters and "/" (RFC 3986, section 2).
std::string url_path(std::string_view path);

}  // namespace nianbao::text
