#include "search/bits.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <numeric>
#include <random>

using namespace nianbao::search;

TEST_CASE("the alphabet is printable and safe in a JavaScript string") {
  for (std::uint32_t i = 0; i < alphabet_size; ++i) {
    const char c = letter(i);
    CHECK(c > ' ');
    CHECK(c <= '~');
    CHECK(std::string("\"\\<").find(c) == std::string::npos);
    CHECK(digit(c) == i);
  }
  for (const char c : {' ', '"', '\\', '<', '\x7F', '\n', '\xC3'}) CHECK_THROWS_AS(digit(c), FormatError);
}

TEST_CASE("numbers come back as they were written") {
  BitWriter out;
  std::mt19937 random(1);
  std::vector<std::array<std::uint32_t, 3>> written;
  for (int i = 0; i < 2000; ++i) {
    const int bits = 1 + static_cast<int>(random() % 31);
    const std::uint32_t value = random() & ((1u << bits) - 1), range = value + 1 + random() % 1000;
    written.push_back({static_cast<std::uint32_t>(bits), value, range});
    out.put(value, bits);
    out.put_number(value >> 1);
    out.put_below(value, range);
  }
  BitReader in(out.characters());
  for (const auto& [bits, value, range] : written) {
    REQUIRE(in.get(static_cast<int>(bits)) == value);
    REQUIRE(in.number() == value >> 1);
    REQUIRE(in.below(range) == value);
  }
}

TEST_CASE("sets come back, and runs cost nothing") {
  std::mt19937 random(2);
  for (int round = 0; round < 300; ++round) {
    const std::uint32_t low = random() % 5, high = low + random() % 300;
    std::vector<std::uint32_t> numbers;
    const std::uint32_t share = 1 + random() % 10;
    for (std::uint32_t n = low; n <= high; ++n) {
      if (random() % share == 0) numbers.push_back(n);
    }
    BitWriter out;
    out.put_set(numbers, low, high);
    out.put(1, 1);
    BitReader in(out.characters());
    REQUIRE(in.set(static_cast<std::uint32_t>(numbers.size()), low, high) == numbers);
    REQUIRE(in.get(1) == 1);
  }
  std::vector<std::uint32_t> all(1000);
  std::iota(all.begin(), all.end(), 7u);
  BitWriter out;
  out.put_set(all, 7, 1006);
  CHECK(out.size() == 0);
}

TEST_CASE("streams can be put one behind the other") {
  BitWriter a, b;
  a.put(5, 3);
  for (int i = 0; i < 100; ++i) b.put(static_cast<std::uint32_t>(i), 7);
  a.append(b);
  CHECK(a.size() == 703);
  BitReader in(a.characters());
  CHECK(in.get(3) == 5);
  for (std::uint32_t i = 0; i < 100; ++i) CHECK(in.get(7) == i);
}

TEST_CASE("damaged streams are refused") {
  CHECK_THROWS_AS(BitReader("!"), FormatError);
  CHECK_THROWS_AS(BitReader("!\""), FormatError);
  CHECK_THROWS_AS(BitReader("~~"), FormatError);  // 90 * 91 + 90 = 8280, above 13 bits
  BitReader zeros(std::string(200, '!'));
  CHECK_THROWS_AS(zeros.number(), FormatError);
  BitReader shorter("!!");
  CHECK_THROWS_AS(shorter.get(14), FormatError);
  CHECK_THROWS_AS(shorter.set(5, 1, 4), FormatError);
  CHECK_THROWS_AS(shorter.set(1, 1, 0), FormatError);
  CHECK(shorter.set(0, 0, 0).empty());
}
