#pragma once

#include <catch2/catch.hpp>
#include <string>
#include <zlib.h>

namespace nianbao::tests {

inline std::size_t zip_number(const std::string& zip, std::size_t at, int bytes) {
  std::size_t value = 0;
  for (int i = bytes; i-- > 0;)
    value = value << 8 | static_cast<unsigned char>(zip.at(at + static_cast<std::size_t>(i)));
  return value;
}

inline std::string inflated(const std::string& packed, std::size_t size) {
  std::string out(size + 1, '\0');
  z_stream stream{};
  REQUIRE(inflateInit2(&stream, -MAX_WBITS) == Z_OK);
  std::string in = packed;
  stream.next_in = reinterpret_cast<Bytef*>(in.data());
  stream.avail_in = static_cast<uInt>(in.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
  out.resize(stream.total_out);
  inflateEnd(&stream);
  return out;
}

/// Reads an archive as its directory says: "name=text;".
inline std::string unzipped(const std::string& zip) {
  std::string out;
  const std::size_t end = zip.size() - 22;
  CHECK(zip_number(zip, end, 4) == 0x06054B50);
  const std::size_t count = zip_number(zip, end + 10, 2);
  std::size_t line = zip_number(zip, end + 16, 4);
  CHECK(line + zip_number(zip, end + 12, 4) == end);
  for (std::size_t i = 0; i < count; ++i) {
    CHECK(zip_number(zip, line, 4) == 0x02014B50);
    const std::size_t packed = zip_number(zip, line + 20, 4), size = zip_number(zip, line + 24, 4),
                      name = zip_number(zip, line + 28, 2), at = zip_number(zip, line + 42, 4);
    CHECK(zip_number(zip, at, 4) == 0x04034B50);
    CHECK(zip.substr(at + 4, 26) == zip.substr(line + 6, 26));
    CHECK(zip.substr(at + 30, name) == zip.substr(line + 46, name));
    CHECK(zip_number(zip, line + 14, 2) == 0x21);  // 1 January 1980
    const std::string text = inflated(zip.substr(at + 30 + name, packed), size);
    CHECK(text.size() == size);
    CHECK(zip_number(zip, line + 16, 4) ==
          crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())));
    out += zip.substr(line + 46, name) + "=" + text + ";";
    line += 46 + name;
  }
  CHECK(line == end);
  return out;
}

}  // namespace nianbao::tests
