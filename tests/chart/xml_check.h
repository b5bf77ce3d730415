#pragma once

#include <string>
#include <string_view>

namespace nianbao::chart::testing {

/// What is wrong with a piece of XML without comments and CDATA: tags that do not match, a bare "<" or "&",
/// an attribute given twice. Empty when nothing is.
std::string xml_problem(std::string_view xml);

}  // namespace nianbao::chart::testing
