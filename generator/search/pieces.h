#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "search/lookup.h"

namespace nianbao::search {

/// Takes a word apart that stands on few pages or on none, as "哪个学校有焊接专业" does: first at words that
/// only ask, then into strings of two to eight characters for which the sum of (length − 1) × logarithm of
/// how frequent its rarest pair of characters is comes out greatest. How frequent a pair is can be told from
/// the length of its lists, without loading them. What stands nowhere falls out.
struct Pieces {
  std::vector<std::u32string> texts;
  bool complete = true;  ///< nothing fell out
};
Pieces pieces_of(std::u32string_view word, Lookup& lookup);

/// Two parts of a piece that stands nowhere as a whole, cut at its rarest pair; those of one character fall
/// out.
std::vector<std::u32string> halves_of(const std::u32string& piece, Lookup& lookup);

}  // namespace nianbao::search
