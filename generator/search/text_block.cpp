#include "search/text_block.h"

#include "search/bits.h"

namespace nianbao::search {
namespace {

constexpr std::size_t length_letters = 4;

std::string write_length(std::size_t length) {
  std::string out(length_letters, ' ');
  for (std::size_t i = length_letters; i > 0; --i, length /= alphabet_size)
    out[i - 1] = letter(length % alphabet_size);
  return out;
}

std::size_t read_length(std::string_view letters) {
  std::size_t length = 0;
  for (const char c : letters) length = length * alphabet_size + digit(c);
  return length;
}

}  // namespace

std::string write_block(std::span<const std::string> records) {
  std::string out;
  for (const std::string& record : records) out += write_length(record.size());
  for (const std::string& record : records) out += record;
  return out;
}

std::string_view record_of(std::string_view block, std::size_t count, std::size_t place) {
  std::size_t begin = count * length_letters;
  if (begin > block.size() || place >= count) throw FormatError("a block with too few records");
  const auto length = [&](std::size_t i) {
    return read_length(block.substr(i * length_letters, length_letters));
  };
  for (std::size_t i = 0; i < place; ++i) begin += length(i);
  if (begin > block.size() || length(place) > block.size() - begin) throw FormatError("a record is cut off");
  return block.substr(begin, length(place));
}

}  // namespace nianbao::search
