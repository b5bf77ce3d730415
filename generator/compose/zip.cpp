#include "compose/zip.h"

#include <cstdint>
#include <limits>
#include <stdexcept>
#include <zlib.h>

namespace nianbao::compose {
namespace {

constexpr std::uint32_t local_header = 0x04034B50, central_header = 0x02014B50, end_of_central = 0x06054B50;
constexpr std::uint16_t version_needed = 20, deflated = 8;
constexpr std::uint16_t midnight = 0, first_day = (0 << 9) | (1 << 5) | 1;  ///< years from 1980, month, day

void put_16(std::string& out, std::size_t number) {
  out += static_cast<char>(number & 0xFF);
  out += static_cast<char>(number >> 8 & 0xFF);
}

void put_32(std::string& out, std::size_t number) {
  put_16(out, number & 0xFFFF);
  put_16(out, number >> 16 & 0xFFFF);
}

const Bytef* zlib_bytes(std::string_view bytes) { return reinterpret_cast<const Bytef*>(bytes.data()); }

/// Deflated without zlib's own header and sum, as archives hold it.
std::string raw_deflated(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
    throw std::runtime_error("zlib cannot begin");
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = const_cast<Bytef*>(zlib_bytes(bytes));  // zlib reads only
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  const int result = deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  if (result != Z_STREAM_END) throw std::runtime_error("zlib did not finish");
  return out;
}

/// What the header of a file and its line in the directory have in common.
std::string common_fields(const ZipEntry& entry, std::size_t packed_size) {
  std::string out;
  put_16(out, version_needed);
  put_16(out, 0);  // flags
  put_16(out, deflated);
  put_16(out, midnight);
  put_16(out, first_day);
  put_32(out, crc32(0, zlib_bytes(entry.bytes), static_cast<uInt>(entry.bytes.size())));
  put_32(out, packed_size);
  put_32(out, entry.bytes.size());
  put_16(out, entry.name.size());
  put_16(out, 0);  // extra field
  return out;
}

}  // namespace

std::string make_zip(const std::vector<ZipEntry>& entries) {
  std::string out, directory;
  for (const ZipEntry& entry : entries) {
    if (out.size() + entry.bytes.size() > std::numeric_limits<std::int32_t>::max() ||
        entries.size() > std::numeric_limits<std::uint16_t>::max())
      throw std::length_error("too much for one archive");
    const std::string packed = raw_deflated(entry.bytes);
    const std::string fields = common_fields(entry, packed.size());
    put_32(directory, central_header);
    put_16(directory, version_needed);  // made by
    directory += fields;
    put_16(directory, 0);  // comment
    put_16(directory, 0);  // disk
    put_16(directory, 0);  // internal attributes
    put_32(directory, 0);  // external attributes
    put_32(directory, out.size());
    directory += entry.name;
    put_32(out, local_header);
    out += fields + entry.name + packed;
  }
  const std::size_t begin = out.size();
  out += directory;
  put_32(out, end_of_central);
  put_16(out, 0);  // this disk
  put_16(out, 0);  // disk of the directory
  put_16(out, entries.size());
  put_16(out, entries.size());
  put_32(out, directory.size());
  put_32(out, begin);
  put_16(out, 0);  // comment
  return out;
}

}  // namespace nianbao::compose
