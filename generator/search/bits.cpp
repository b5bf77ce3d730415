#include "search/bits.h"

#include <algorithm>
#include <bit>

namespace nianbao::search {
namespace {

constexpr int pair_bits = 13;

constexpr bool in_alphabet(int c) { return c > ' ' && c <= '~' && c != '"' && c != '\\' && c != '<'; }

struct Alphabet {
  char letters[alphabet_size];
  std::int8_t digits[128];
};

constexpr Alphabet make_alphabet() {
  Alphabet alphabet{};
  int next = 0;
  for (int c = 0; c < 128; ++c) {
    alphabet.digits[c] = in_alphabet(c) ? static_cast<std::int8_t>(next) : std::int8_t{-1};
    if (in_alphabet(c)) alphabet.letters[next++] = static_cast<char>(c);
  }
  return alphabet;
}

constexpr Alphabet alphabet = make_alphabet();

int log2_floor(std::uint32_t value) { return std::bit_width(value) - 1; }

}  // namespace

char letter(std::uint32_t digit) { return alphabet.letters[digit]; }

std::uint32_t digit(char letter) {
  const auto byte = static_cast<unsigned char>(letter);
  if (byte >= 128 || alphabet.digits[byte] < 0) throw FormatError("a character outside the alphabet");
  return static_cast<std::uint32_t>(alphabet.digits[byte]);
}

void BitWriter::put(std::uint32_t value, int bits) {
  if (bits > 0) put_front(std::uint64_t{value} << (64 - bits), bits);
}

void BitWriter::put_front(std::uint64_t word, int bits) {
  open_ |= word >> used_;
  used_ += bits;
  if (used_ < 64) return;
  words_.push_back(open_);
  used_ -= 64;
  open_ = used_ == 0 ? 0 : word << (bits - used_);
}

void BitWriter::put_number(std::uint32_t value) { put(value + 1, 2 * log2_floor(value + 1) + 1); }

void BitWriter::put_below(std::uint32_t value, std::uint32_t range) {
  if (range <= 1) return;
  const int bits = log2_floor(range);
  const std::uint32_t short_codes = static_cast<std::uint32_t>((std::uint64_t{2} << bits) - range);
  const bool is_long = value >= short_codes;  // no branch: it could not be foretold
  put(value + (is_long ? short_codes : 0), bits + (is_long ? 1 : 0));
}

void BitWriter::put_set(std::span<const std::uint32_t> numbers, std::uint32_t low, std::uint32_t high) {
  const auto count = static_cast<std::uint32_t>(numbers.size());
  if (count == 1) return put_below(numbers[0] - low, high - low + 1);
  if (count == 0 || high - low + 1 == count) return;
  const std::uint32_t middle = count / 2;
  const std::uint32_t value = numbers[middle];
  put_below(value - low - middle, high - low - count + 2);
  if (middle == 1)
    put_below(numbers[0] - low, value - low);
  else
    put_set(numbers.first(middle), low, value - 1);
  if (middle + 1 < count) put_set(numbers.subspan(middle + 1), value + 1, high);
}

void BitWriter::append(const BitWriter& other) {
  for (const std::uint64_t word : other.words_) put_front(word, 64);
  put_front(other.open_, other.used_);
}

std::string BitWriter::characters() const {
  constexpr std::uint64_t last_pair = (1u << pair_bits) - 1;
  std::string out((size() + pair_bits - 1) / pair_bits * 2, ' ');
  char* to = out.data();
  const auto put_pair = [&](std::uint64_t pair) {
    *to++ = letter(static_cast<std::uint32_t>(pair / alphabet_size));
    *to++ = letter(static_cast<std::uint32_t>(pair % alphabet_size));
  };
  std::uint64_t left = 0;  // bits that are not written yet
  int left_count = 0;      // fewer than a pair has
  const auto put_word = [&](std::uint64_t word, int bits) {
    for (int taken = pair_bits - left_count; taken <= bits; bits -= taken, taken = pair_bits) {
      put_pair((left << taken | word >> (64 - taken)) & last_pair);
      word <<= taken;
      left = 0;
      left_count = 0;
    }
    if (bits > 0) left = left << bits | word >> (64 - bits);
    left_count += bits;
  };
  for (const std::uint64_t word : words_) put_word(word, 64);
  put_word(open_, used_);
  if (left_count > 0) put_pair(left << (pair_bits - left_count) & last_pair);
  return out;
}

BitReader::BitReader(std::string_view characters) {
  if (characters.size() % 2 != 0) throw FormatError("half a pair of characters");
  pairs_.reserve(characters.size() / 2);
  for (std::size_t i = 0; i < characters.size(); i += 2) {
    const std::uint32_t pair = digit(characters[i]) * alphabet_size + digit(characters[i + 1]);
    if (pair >> pair_bits != 0) throw FormatError("a pair of characters that stands for nothing");
    pairs_.push_back(static_cast<std::uint16_t>(pair));
  }
}

std::size_t BitReader::size() const { return pairs_.size() * pair_bits; }

std::uint32_t BitReader::get(int bits) {
  if (position_ + static_cast<std::size_t>(bits) > size()) throw FormatError("the data end too early");
  std::uint32_t value = 0;
  for (int left = bits; left > 0;) {
    const int unread = pair_bits - static_cast<int>(position_ % pair_bits);
    const int taken = std::min(unread, left);
    const std::uint32_t pair = pairs_[position_ / pair_bits];
    value = (value << taken) | ((pair >> (unread - taken)) & ((1u << taken) - 1));
    position_ += static_cast<std::size_t>(taken);
    left -= taken;
  }
  return value;
}

std::uint32_t BitReader::number() {
  int bits = 0;
  while (get(1) == 0) {
    if (++bits > 30) throw FormatError("a number that is too large");
  }
  return ((1u << bits) | get(bits)) - 1;
}

std::uint32_t BitReader::below(std::uint32_t range) {
  if (range <= 1) return 0;
  const int bits = log2_floor(range);
  const std::uint32_t short_codes = static_cast<std::uint32_t>((std::uint64_t{2} << bits) - range);
  const std::uint32_t value = get(bits);
  return value < short_codes ? value : ((value << 1) | get(1)) - short_codes;
}

void BitReader::fill(std::span<std::uint32_t> out, std::uint32_t low, std::uint32_t high) {
  const auto count = static_cast<std::uint32_t>(out.size());
  if (count == 0) return;
  const std::uint32_t middle = count / 2;
  out[middle] = low + middle + below(high - low - count + 2);
  if (middle > 0) fill(out.first(middle), low, out[middle] - 1);
  if (middle + 1 < count) fill(out.subspan(middle + 1), out[middle] + 1, high);
}

std::vector<std::uint32_t> BitReader::set(std::uint32_t count, std::uint32_t low, std::uint32_t high) {
  if (count > 0 && (high < low || count - 1 > high - low))
    throw FormatError("more numbers than there can be");
  std::vector<std::uint32_t> numbers(count);
  fill(numbers, low, high);
  return numbers;
}

}  // namespace nianbao::search
