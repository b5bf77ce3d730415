#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What a browser has to be told about Chinese characters: it has no tables of its own.
namespace nianbao::search {

/// Traditional forms with their simplified ones, growing.
using Variants = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

std::string write_variants(const Variants& variants);
/// Throws FormatError.
Variants read_variants(std::string_view letters);

/// The forms of common characters, and of others for which `stands` is true.
template <typename Stands>
Variants variants_of(const Stands& stands);

/// A syllable is spelled by the number of its letters and by these.
inline constexpr int syllable_length_bits = 3, syllable_letter_bits = 5;

/// The readings of the common characters, to find words that are read the same.
std::string write_sounds();
using Sounds = std::map<char32_t, std::vector<std::string>>;
/// Throws FormatError.
Sounds read_sounds(std::string_view letters);

}  // namespace nianbao::search

#include "search/han.h"

template <typename Stands>
nianbao::search::Variants nianbao::search::variants_of(const Stands& stands) {
  Variants out;
  for (const auto& [traditional, form] : simplified_forms()) {
    if (is_common(form) || stands(static_cast<char32_t>(form))) out.emplace_back(traditional, form);
  }
  return out;
}
