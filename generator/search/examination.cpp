#include "search/examination.h"

#include <algorithm>

#include "search/fold.h"
#include "search/posting_list.h"
#include "search/ranking.h"

namespace nianbao::search {
namespace {

struct Match {
  std::size_t begin = 0, end = 0;
  std::size_t word = 0;
};

constexpr std::size_t most_matches = 1000;  // of one word in one text

/// Matches of all words in folded text, in the order of the text.
std::vector<Match> matches_of(const std::u32string& folded, const std::vector<Word>& words) {
  std::vector<Match> matches;
  for (std::size_t w = 0; w < words.size(); ++w) {
    for (const std::u32string& form : words[w].forms) {
      std::size_t at = folded.find(form);
      for (std::size_t n = 0; at != std::u32string::npos && n < most_matches; ++n) {
        matches.push_back({at, at + form.size(), w});
        at = folded.find(form, at + 1);
      }
    }
  }
  std::stable_sort(matches.begin(), matches.end(),
                   [](const Match& a, const Match& b) { return a.begin < b.begin; });
  return matches;
}

/// The line on which the words that stand together weigh most.
struct BestLine {
  std::size_t first_match = 0;  ///< number of its first match
  int rarities = 0;             ///< sum over its different words
  int words = 0;
};

BestLine best_line(const std::u32string& folded, const std::vector<Match>& matches,
                   const std::vector<Word>& words) {
  BestLine best;
  for (std::size_t i = 0; i < matches.size();) {
    const std::size_t line_end = std::min(folded.find(U'\n', matches[i].begin), folded.size());
    BestLine line{i, 0, 0};
    std::uint32_t seen = 0;
    for (; i < matches.size() && matches[i].begin < line_end; ++i) {
      const std::uint32_t bit = 1u << matches[i].word;
      if ((seen & bit) != 0) continue;
      seen |= bit;
      line.rarities += words[matches[i].word].rarity;
      ++line.words;
    }
    if (line.rarities > best.rarities) best = line;
  }
  return best;
}

int nearness(const std::u32string& folded, const std::vector<Match>& matches,
             const std::vector<Word>& words) {
  const BestLine line = best_line(folded, matches, words);
  return line.words > 1 ? line.rarities * nearness_value : 0;
}

/// What one entry is worth, and which words it has.
class EntryScore {
 public:
  EntryScore(const RecordEntry& entry, const std::vector<Word>& words)
      : words_(words), values_(words.size()) {
    const std::u32string title = fold(entry.title), text = fold(entry.text), context = fold(entry.context),
                         organisation = fold(entry.organisation), year = fold(entry.year);
    const bool is_page = entry.anchor.empty(), is_whole = are_whole(title);
    for (std::size_t w = 0; w < words.size(); ++w) {
      for (const std::u32string& form : words[w].forms) {
        const int value = title_value_of(title, form, is_page, is_whole || title == form) +
                          text_value_of(text, form) +
                          (has(context, form) || has(year, form) ? context_value : 0) +
                          (has(organisation, form) ? organisation_value : 0);
        values_[w] = std::max(values_[w], &form == words[w].forms.data() ? value : other_form_value(value));
      }
      score_ += values_[w] * words[w].rarity;
    }
    int near = 0;
    for (const std::u32string* line : {&title, &text, &context, &organisation, &year})
      near = std::max(near, nearness_in(*line));
    score_ += near;
  }

  int score() const { return score_; }
  bool has(std::size_t word) const { return values_[word] > 0; }

 private:
  static bool has(const std::u32string& text, const std::u32string& form) {
    return text.find(form) != std::u32string::npos;
  }

  /// Whether the words one behind the other are the title, but for its spaces.
  bool are_whole(std::u32string title) const {
    std::u32string together;
    for (const Word& word : words_) together += word.forms.front();
    std::erase(title, U' ');
    return title == together;
  }

  static int title_value_of(const std::u32string& title, const std::u32string& form, bool is_page,
                            bool whole) {
    if (!has(title, form)) return 0;
    return title_value(title.starts_with(form), title.ends_with(form), whole) +
           covered_value * static_cast<int>(form.size()) / static_cast<int>(title.size()) +
           (whole && is_page ? own_title_value : 0);
  }

  static int text_value_of(const std::u32string& text, const std::u32string& form) {
    std::uint32_t times = 0;
    for (std::size_t at = text.find(form); at != std::u32string::npos && times < 4; ++times)
      at = text.find(form, at + 1);
    return times == 0 ? 0 : text_value(grade_of(times));
  }

  int nearness_in(const std::u32string& folded) const {
    return nearness(folded, matches_of(folded, words_), words_);
  }

  const std::vector<Word>& words_;
  std::vector<int> values_;
  int score_ = 0;
};

std::pair<std::size_t, std::size_t> window(const std::u32string& text, std::size_t match) {
  std::size_t begin = match > excerpt_before ? match - excerpt_before : 0;
  const std::size_t end = std::min(text.size(), begin + excerpt_length);
  if (end == text.size()) begin = end > excerpt_length ? end - excerpt_length : 0;
  return {begin, end};
}

/// Overlapping and touching marks become one.
void add_mark(std::vector<std::pair<std::size_t, std::size_t>>& marks, std::size_t begin, std::size_t end) {
  if (!marks.empty() && begin <= marks.back().second) {
    marks.back().second = std::max(marks.back().second, end);
  } else {
    marks.emplace_back(begin, end);
  }
}

}  // namespace

Examination examine(const PageRecord& page, const std::vector<Word>& words,
                    const std::vector<std::u32string>& kinds) {
  Examination result;
  std::vector<bool> found(words.size());
  for (std::size_t i = 0; i < page.entries.size(); ++i) {
    if (!kinds.empty() && std::find(kinds.begin(), kinds.end(), page.entries[i].kind) == kinds.end())
      continue;
    const EntryScore entry(page.entries[i], words);
    for (std::size_t w = 0; w < words.size(); ++w) found[w] = found[w] || entry.has(w);
    if (entry.score() > result.score) result = {0, i, entry.score()};
  }
  result.words = static_cast<int>(std::count(found.begin(), found.end(), true));
  return result;
}

Excerpt excerpt_of(const std::u32string& text, const std::vector<Word>& words) {
  const FoldedText folded = fold_with_origin(text);
  const std::vector<Match> matches = matches_of(folded.characters, words);
  std::size_t first = 0;
  if (!matches.empty())
    first = folded.origin[matches[best_line(folded.characters, matches, words).first_match].begin];
  const auto [begin, end] = window(text, first);
  Excerpt out;
  if (begin > 0) out.text = U"…";
  const std::size_t shift = out.text.size();
  for (const char32_t c : std::u32string_view(text).substr(begin, end - begin))
    out.text += c == U'\n' ? U' ' : c;
  if (end < text.size()) out.text += U"…";
  for (const Match& match : matches) {
    const std::size_t from = std::max<std::size_t>(folded.origin[match.begin], begin);
    const std::size_t to = std::min<std::size_t>(folded.origin[match.end - 1] + 1, end);
    if (from < to) add_mark(out.marks, from - begin + shift, to - begin + shift);
  }
  return out;
}

}  // namespace nianbao::search
