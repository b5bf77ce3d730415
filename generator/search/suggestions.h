#pragma once

#include <string>
#include <vector>

#include "search/lookup.h"

namespace nianbao::search {

/// What a word that stands nowhere may have been meant to be: names that are read the same; where there are
/// none, words with one other character behind the first. The likeliest first, at most three; each stands
/// somewhere.
std::vector<std::u32string> suggestions_for(const std::u32string& word, Lookup& lookup);

/// The letters of all ways to read a word whose characters have these readings, and the initials of its first
/// two characters.
struct Typed {
  std::string letters;
  Initials initials = 0;
};
std::vector<Typed> readings_of_word(const std::vector<std::vector<std::string>>& readings);

}  // namespace nianbao::search
