#include "search/characters.h"

#include <algorithm>
#include <array>
#include <span>

#include "search/bits.h"
#include "search/han.h"

namespace nianbao::search {
namespace {

constexpr std::uint32_t han_count = last_han - first_han + 1;
constexpr int part_length_bits = 3, part_letter_bits = 5;
constexpr std::uint32_t most_readings = 4;

bool is_in(Share share, std::uint32_t c) { return c % share.files == share.file; }

/// Characters of a share, growing: their numbers in it are as close as if there were no others.
void write_characters(BitWriter& out, const std::vector<std::uint32_t>& characters, Share share) {
  std::vector<std::uint32_t> places;
  for (const std::uint32_t c : characters) places.push_back((c - first_han) / share.files);
  out.put_number(static_cast<std::uint32_t>(places.size()));
  out.put_set(places, 0, han_count / share.files - 1);
}

std::vector<std::uint32_t> read_characters(BitReader& in, Share share) {
  std::vector<std::uint32_t> characters = in.set(in.number(), 0, han_count / share.files - 1);
  for (std::uint32_t& c : characters) c = first_han + c * share.files + share.file;
  return characters;
}

/// What a reading is made of: its consonants, and what stands behind them.
using Syllable = std::array<std::string_view, 2>;

Syllable syllable_of(std::string_view reading) {
  const std::size_t vowel = std::min(reading.find_first_of("aeiouv"), reading.size());
  return {reading.substr(0, vowel), reading.substr(vowel)};
}

/// One reading at least, as few characters have none: these have an empty one.
std::vector<Syllable> syllables_of(char32_t c) {
  std::vector<Syllable> out;
  for (const std::string_view reading : readings(c)) out.push_back(syllable_of(reading));
  if (out.empty()) out.emplace_back();
  out.resize(std::min<std::size_t>(out.size(), most_readings));
  return out;
}

void write_spellings(BitWriter& out, const std::set<std::string_view>& parts) {
  out.put_number(static_cast<std::uint32_t>(parts.size()));
  for (const std::string_view part : parts) {
    out.put(static_cast<std::uint32_t>(part.size()), part_length_bits);
    for (const char c : part) out.put(static_cast<std::uint32_t>(c - 'a'), part_letter_bits);
  }
}

std::vector<std::string> read_spellings(BitReader& in) {
  std::vector<std::string> parts;
  for (std::uint32_t count = in.number(); count > 0; --count) {
    parts.emplace_back(in.get(part_length_bits), 'a');
    for (char& c : parts.back()) c = static_cast<char>('a' + in.get(part_letter_bits) % 26);
  }
  return parts;
}

}  // namespace

std::string write_variants(const Variants& variants, Share share) {
  BitWriter out;
  std::vector<std::uint32_t> traditional;
  for (const auto& [form, simple] : variants) {
    if (is_in(share, form)) traditional.push_back(form);
  }
  write_characters(out, traditional, share);
  for (const auto& [form, simple] : variants) {
    if (is_in(share, form)) out.put_below(simple - first_han, han_count);
  }
  return out.characters();
}

Variants read_variants(std::string_view letters, Share share) {
  BitReader in(letters);
  Variants out;
  for (const std::uint32_t form : read_characters(in, share)) out.emplace_back(form, 0);
  for (auto& [form, simple] : out) simple = first_han + in.below(han_count);
  return out;
}

void write_readings(BitWriter& out, const std::set<char32_t>& characters, Share share) {
  std::array<std::set<std::string_view>, 2> parts;
  for (const char32_t c : characters) {
    for (const Syllable& syllable : syllables_of(c)) {
      for (std::size_t i = 0; i < parts.size(); ++i) parts[i].insert(syllable[i]);
    }
  }
  for (const auto& all : parts) write_spellings(out, all);
  write_characters(out, {characters.begin(), characters.end()}, share);
  for (const char32_t c : characters) {
    const std::vector<Syllable> own = syllables_of(c);
    out.put_number(static_cast<std::uint32_t>(own.size() - 1));
    for (const Syllable& syllable : own) {
      for (std::size_t i = 0; i < parts.size(); ++i) {
        const auto place = std::distance(parts[i].begin(), parts[i].find(syllable[i]));
        out.put_below(static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(parts[i].size()));
      }
    }
  }
}

Sounds read_readings(BitReader& in, Share share) {
  const std::array<std::vector<std::string>, 2> parts = {read_spellings(in), read_spellings(in)};
  Sounds out;
  for (const std::uint32_t c : read_characters(in, share)) {
    if (parts[0].empty() || parts[1].empty()) throw FormatError("a reading that cannot be");
    const std::uint32_t count = in.number() + 1;
    if (count > most_readings) throw FormatError("a character with too many readings");
    std::vector<std::string>& own = out[c];
    for (std::uint32_t i = 0; i < count; ++i) {
      std::string reading;
      for (const auto& all : parts) reading += all[in.below(static_cast<std::uint32_t>(all.size()))];
      if (!reading.empty()) own.push_back(std::move(reading));
    }
  }
  return out;
}

std::string write_sounds(Share share) {
  std::set<char32_t> characters;
  for (const char16_t c : common_characters()) {
    if (is_in(share, c)) characters.insert(c);
  }
  BitWriter out;
  write_readings(out, characters, share);
  return out.characters();
}

}  // namespace nianbao::search
