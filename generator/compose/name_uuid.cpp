#include "compose/name_uuid.h"

#include <fmt/format.h>
#include <openssl/evp.h>
#include <stdexcept>

namespace nianbao::compose {

std::string name_uuid(const UuidBytes& space, std::string_view name) {
  std::string bytes(space.begin(), space.end());
  bytes += name;
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha1(), nullptr) != 1)
    throw std::runtime_error("SHA-1 is not available");
  digest[6] = static_cast<unsigned char>((digest[6] & 0x0F) | 0x50);  // version 5
  digest[8] = static_cast<unsigned char>((digest[8] & 0x3F) | 0x80);  // variant of RFC 4122
  std::string out = "urn:uuid:";
  for (std::size_t i = 0; i < space.size(); ++i) {
    if (i == 4 || i == 6 || i == 8 || i == 10) out += '-';
    out += fmt::format("{:02x}", digest[i]);
  }
  return out;
}

}  // namespace nianbao::compose
