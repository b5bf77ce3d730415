#include "search/text_block.h"

#include <algorithm>

#include "search/script_file.h"

namespace nianbao::search {
namespace {

constexpr std::size_t short_letters = 2, long_letters = 4;
constexpr std::size_t is_long = alphabet_size * alphabet_size - 1;

std::string write_length(std::size_t length, std::size_t letters) {
  std::string out(letters, ' ');
  for (std::size_t i = letters; i > 0; --i, length /= alphabet_size)
    out[i - 1] = letter(static_cast<std::uint32_t>(length % alphabet_size));
  return out;
}

std::size_t read_length(std::string_view letters) {
  std::size_t length = 0;
  for (const char c : letters) length = length * alphabet_size + digit(c);
  return length;
}

/// Takes letters from the front; throws when there are too few.
std::string_view take(std::string_view& letters, std::size_t count) {
  if (count > letters.size()) throw FormatError("a block that is cut off");
  const std::string_view taken = letters.substr(0, count);
  letters.remove_prefix(count);
  return taken;
}

}  // namespace

std::string checked_record(std::string_view letters) {
  return check_of(letters.substr(0, first_look)) + std::string(letters);
}

std::string write_block(std::span<const std::string> records) {
  std::string lengths, long_lengths, together;
  for (const std::string& record : records) {
    lengths += write_length(std::min(record.size(), is_long), short_letters);
    if (record.size() >= is_long) long_lengths += write_length(record.size(), long_letters);
    together += record;
  }
  return lengths + long_lengths + together;
}

std::string_view record_of(std::string_view block, std::size_t count, std::size_t place) {
  if (place >= count) throw FormatError("a block with too few records");
  std::string_view lengths = take(block, count * short_letters);
  std::size_t begin = 0, length = 0;
  for (std::size_t i = 0; i < count; ++i) {
    std::size_t own = read_length(take(lengths, short_letters));
    if (own == is_long) own = read_length(take(block, long_letters));
    if (i < place) begin += own;
    if (i == place) length = own;
  }
  take(block, begin);
  std::string_view record = take(block, length);
  const std::string_view check = take(record, check_length);
  if (check_of(record.substr(0, first_look)) != check) throw FormatError("a record of another check");
  return record;
}

}  // namespace nianbao::search
