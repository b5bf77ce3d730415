#pragma once

#include <string>
#include <vector>

#include "search/page_record.h"

/// Looks at the text of a page that the index proposes: do the words stand there, in which entry best, and
/// what to show.
namespace nianbao::search {

/// A word of the query, or other words for it behind it; `certain`: the index alone has proved that a page
/// has one of them.
struct Word {
  std::vector<std::u32string> forms;
  int rarity = 0;
  bool certain = false;
};

struct Examination {
  int words = 0;          ///< how many of the words the page has
  std::size_t entry = 0;  ///< the best entry
  int score = 0;          ///< of this entry
};

/// `kinds`: of the entries that count; all when there are none. Every word is sought in the texts, also one
/// that the index has proved: it may be another one of several that the page was proposed for.
Examination examine(const PageRecord& page, const std::vector<Word>& words,
                    const std::vector<std::u32string>& kinds = {});

/// A piece of a text around the first match on its best line; marks are [begin, end) in characters.
struct Excerpt {
  std::u32string text;
  std::vector<std::pair<std::size_t, std::size_t>> marks;
};

inline constexpr std::size_t excerpt_length = 96;  ///< characters
inline constexpr std::size_t excerpt_before = 24;  ///< of these before the match

Excerpt excerpt_of(const std::u32string& text, const std::vector<Word>& words);

}  // namespace nianbao::search
