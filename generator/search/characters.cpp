#include "search/characters.h"

#include <algorithm>
#include <set>

#include "search/bits.h"
#include "search/han.h"

namespace nianbao::search {
namespace {

constexpr std::uint32_t han_count = last_han - first_han + 1;

}  // namespace

std::string write_variants(const Variants& variants) {
  BitWriter out;
  std::vector<std::uint32_t> traditional;
  for (const auto& [form, simple] : variants) traditional.push_back(form);
  out.put_number(static_cast<std::uint32_t>(traditional.size()));
  out.put_set(traditional, first_han, last_han);
  for (const auto& [form, simple] : variants) out.put_below(simple - first_han, han_count);
  return out.characters();
}

Variants read_variants(std::string_view letters) {
  BitReader in(letters);
  Variants out;
  for (const std::uint32_t form : in.set(in.number(), first_han, last_han)) out.emplace_back(form, 0);
  for (auto& [form, simple] : out) simple = first_han + in.below(han_count);
  return out;
}

std::string write_sounds() {
  std::set<std::string_view> all;
  for (const char16_t c : common_characters()) {
    for (const std::string_view reading : readings(c)) all.insert(reading);
  }
  const std::vector<std::string_view> syllables(all.begin(), all.end());
  BitWriter out;
  out.put_number(static_cast<std::uint32_t>(syllables.size()));
  for (const std::string_view syllable : syllables) {
    out.put(static_cast<std::uint32_t>(syllable.size()), syllable_length_bits);
    for (const char c : syllable) out.put(static_cast<std::uint32_t>(c - 'a'), syllable_letter_bits);
  }
  const std::vector<std::uint32_t> characters(common_characters().begin(), common_characters().end());
  out.put_number(static_cast<std::uint32_t>(characters.size()));
  out.put_set(characters, first_han, last_han);
  for (const char16_t c : common_characters()) {
    const auto own = readings(c);
    out.put_number(static_cast<std::uint32_t>(own.size()));
    for (const std::string_view reading : own) {
      const auto at = std::lower_bound(syllables.begin(), syllables.end(), reading);
      out.put_below(static_cast<std::uint32_t>(at - syllables.begin()),
                    static_cast<std::uint32_t>(syllables.size()));
    }
  }
  return out.characters();
}

Sounds read_sounds(std::string_view letters) {
  BitReader in(letters);
  std::vector<std::string> syllables;
  for (std::uint32_t count = in.number(); count > 0; --count) {
    syllables.emplace_back(in.get(syllable_length_bits), 'a');
    for (char& c : syllables.back()) c = static_cast<char>('a' + in.get(syllable_letter_bits) % 26);
  }
  Sounds out;
  for (const std::uint32_t c : in.set(in.number(), first_han, last_han)) out[c];
  for (auto& [c, own] : out) {
    for (std::uint32_t count = in.number(); count > 0; --count) {
      const std::uint32_t place = in.below(static_cast<std::uint32_t>(syllables.size()));
      if (place >= syllables.size()) throw FormatError("a reading that cannot be");
      own.push_back(syllables[place]);
    }
  }
  return out;
}

}  // namespace nianbao::search
