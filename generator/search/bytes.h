#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

/// Numbers and strings as bytes, for files that stay on this machine.
namespace nianbao::search {

/// Bytes that are not what was written.
class DamagedBytes : public std::runtime_error {
 public:
  DamagedBytes() : std::runtime_error("damaged bytes of the search cache") {}
};

inline constexpr std::size_t longest_varint = 10;

/// Seven bits a byte, the lowest first; the highest bit says that more follow. Where there is room for
/// `longest_varint` bytes; says where the next byte stands.
inline char* put_varint(char* to, std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) *to++ = static_cast<char>(value | 0x80);
  *to++ = static_cast<char>(value);
  return to;
}

/// The same at the end of `out`.
inline void put_varint(std::string& out, std::uint64_t value) {
  char room[longest_varint];
  out.append(room, put_varint(room, value));
}

inline void put_string(std::string& out, std::string_view text) {
  put_varint(out, text.size());
  out += text;
}

/// Reads from bytes that must stay. Throws DamagedBytes rather than going past their end.
class ByteReader {
 public:
  explicit ByteReader(std::string_view bytes) : at_(bytes.data()), end_(bytes.data() + bytes.size()) {}

  bool at_end() const { return at_ == end_; }

  std::uint64_t varint() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
      if (at_ == end_) throw DamagedBytes();
      const auto byte = static_cast<unsigned char>(*at_++);
      value |= std::uint64_t{byte & 0x7Fu} << shift;
      if (byte < 0x80) return value;
    }
    throw DamagedBytes();
  }

  std::uint32_t number() {
    const std::uint64_t value = varint();
    if (value > 0xFFFFFFFF) throw DamagedBytes();
    return static_cast<std::uint32_t>(value);
  }

  std::string_view string() {
    const std::uint64_t size = varint();
    if (size > static_cast<std::uint64_t>(end_ - at_)) throw DamagedBytes();
    const std::string_view text(at_, static_cast<std::size_t>(size));
    at_ += size;
    return text;
  }

 private:
  const char* at_;
  const char* end_;
};

}  // namespace nianbao::search
