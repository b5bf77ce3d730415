#pragma once

#include <cstdint>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// Numbers as bits, and bits as printable ASCII that stands in a JavaScript string as it is: two characters
/// of an alphabet of 91 hold 13 bits (91² = 8281 ≥ 2¹³ = 8192). Bits go from the highest to the lowest.
namespace nianbao::search {

/// What is read is not what the format says.
class FormatError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// The alphabet: "!" to "~" without the double quote, the backslash and "<".
char letter(std::uint32_t digit);
/// Value of a letter, 0 to 90; throws FormatError when it is none.
std::uint32_t digit(char letter);
inline constexpr std::uint32_t alphabet_size = 91;

/// The last code point of Unicode.
inline constexpr std::uint32_t last_character = 0x10FFFF;

class BitWriter {
 public:
  void put(std::uint32_t value, int bits);
  /// Elias gamma code of value + 1: short for small numbers.
  void put_number(std::uint32_t value);
  /// A value below `range` in the fewest bits (truncated binary code).
  void put_below(std::uint32_t value, std::uint32_t range);
  /// A growing sequence of numbers from [low, high] whose count the reader knows: the middle one, then both
  /// halves within the bounds it sets (binary interpolative coding; Moffat and Stuiver 2000). Runs cost
  /// nothing.
  void put_set(std::span<const std::uint32_t> numbers, std::uint32_t low, std::uint32_t high);
  void append(const BitWriter& other);
  /// Keeps its room.
  void clear() { words_.clear(), open_ = 0, used_ = 0; }

  std::size_t size() const { return words_.size() * 64 + static_cast<std::size_t>(used_); }
  std::string characters() const;

 private:
  /// The first bits of a word whose other bits are 0.
  void put_front(std::uint64_t word, int bits);

  std::vector<std::uint64_t> words_;  ///< full ones
  std::uint64_t open_ = 0;            ///< the one that is being filled
  int used_ = 0;                      ///< bits of it, below 64
};

/// Reads what BitWriter wrote; going past the end, or a number too large, throws FormatError.
class BitReader {
 public:
  explicit BitReader(std::string_view characters);
  std::uint32_t get(int bits);
  std::uint32_t number();
  std::uint32_t below(std::uint32_t range);
  std::vector<std::uint32_t> set(std::uint32_t count, std::uint32_t low, std::uint32_t high);

  std::size_t size() const;
  std::size_t position() const { return position_; }
  void go_to(std::size_t position) { position_ = position; }

 private:
  void fill(std::span<std::uint32_t> out, std::uint32_t low, std::uint32_t high);

  std::vector<std::uint16_t> pairs_;
  std::size_t position_ = 0;
};

}  // namespace nianbao::search
