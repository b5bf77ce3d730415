#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace nianbao::compose {

using UuidBytes = std::array<std::uint8_t, 16>;

/// "urn:uuid:2ed6657d-…": the name-based UUID (RFC 4122, version 5) of a name within a space of names. The
/// same name has the same one wherever and whenever it is made.
std::string name_uuid(const UuidBytes& space, std::string_view name);

}  // namespace nianbao::compose
