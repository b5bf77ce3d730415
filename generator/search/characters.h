#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/bits.h"

/// What a browser has to be told about Chinese characters: it has no tables of its own.
namespace nianbao::search {

/// A question needs few characters, so they are divided among files by their code points: those of file
/// `file` of `files` leave `file` when divided by `files`, which is 1, 2, 4 or 8.
struct Share {
  std::uint32_t files = 1, file = 0;
};
inline constexpr std::uint32_t variant_files = 4, sound_files = 8;

/// Traditional forms with their simplified ones, growing.
using Variants = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

/// Those of the share.
std::string write_variants(const Variants& variants, Share share = {});
/// Throws FormatError.
Variants read_variants(std::string_view letters, Share share = {});

/// The forms of common characters, and of others for which `stands` is true.
template <typename Stands>
Variants variants_of(const Stands& stands);

/// How characters are read; none where that is not known.
using Sounds = std::map<char32_t, std::vector<std::string>>;

/// The readings of Chinese characters, all of the share.
void write_readings(BitWriter& out, const std::set<char32_t>& characters, Share share = {});
/// Throws FormatError.
Sounds read_readings(BitReader& in, Share share = {});

/// The readings of the common characters of a share, to find words that are read the same.
std::string write_sounds(Share share);

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
