#include "search/question.h"

#include <algorithm>
#include <set>

#include "search/examination.h"
#include "search/facets.h"
#include "search/fold.h"
#include "search/lookup.h"
#include "search/pieces.h"
#include "search/suggestions.h"

namespace nianbao::search {
namespace {

/// Candidates are looked at in tens, and put in order by what was seen, within each ten: so a page of results
/// costs ten pages of text, and the order does not depend on how many results are wanted.
constexpr std::size_t ten = 10;
constexpr std::size_t most_other_forms = 5, most_names = 6;

struct FoundPage {
  std::uint32_t number = 0;
  PageRecord record;
  Examination seen;
};

/// Byte offsets of marks given in characters.
std::vector<std::pair<std::size_t, std::size_t>> byte_marks(const Excerpt& excerpt) {
  const std::u32string_view text = excerpt.text;
  std::vector<std::pair<std::size_t, std::size_t>> marks;
  for (const auto& [begin, end] : excerpt.marks) {
    const std::size_t from = utf8(text.substr(0, begin)).size();
    marks.emplace_back(from, from + utf8(text.substr(begin, end - begin)).size());
  }
  return marks;
}

Result result_of(const FoundPage& page, const std::vector<Word>& words) {
  const RecordEntry& entry = page.record.entries[page.seen.entry];
  const Excerpt excerpt = excerpt_of(entry.text, words);
  Result result;
  result.url = utf8(page.record.url + entry.anchor);
  result.title = utf8(entry.title);
  result.context = utf8(entry.context);
  result.organisation = utf8(entry.organisation);
  result.year = utf8(entry.year);
  result.kind = utf8(entry.kind);
  result.score = page.seen.score;
  result.excerpt = utf8(excerpt.text);
  result.marks = byte_marks(excerpt);
  return result;
}

bool is_same(const std::vector<Word>& a, const std::vector<Word>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const Word& x, const Word& y) { return x.forms == y.forms; });
}

/// Words with what they stand on.
class Terms {
 public:
  explicit Terms(Lookup& lookup) : lookup_(lookup) {}

  void add(std::vector<std::u32string> forms) {
    Word word{std::move(forms), 0, true};
    std::vector<WordHit> hits;
    for (const std::u32string& form : word.forms) {
      const Found& found = lookup_.find(form);
      hits = &form == word.forms.data() ? found.hits : with_other_form(hits, found.hits);
      word.certain = word.certain && found.certain;
    }
    word.rarity = rarity(lookup_.store().page_count(), hits.size());
    rarities_.push_back(word.rarity);
    hits_.push_back(std::move(hits));
    words.push_back(std::move(word));
  }

  /// A word that is only looked for in the texts of pages that other words lead to.
  void add_unlisted(const std::u32string& text) { words.push_back({{text}, rarity(1, 1), false}); }

  /// Reads one more list of each word, of words without other forms; false when there was none.
  bool read_more() {
    bool changed = false;
    for (std::size_t w = 0; w < hits_.size(); ++w) {
      if (words[w].forms.size() > 1 || !lookup_.read_more(words[w].forms.front())) continue;
      hits_[w] = lookup_.find(words[w].forms.front()).hits;
      changed = true;
    }
    return changed;
  }

  bool all_on(std::uint32_t page) const {
    return std::all_of(hits_.begin(), hits_.end(), [page](const std::vector<WordHit>& hits) {
      const auto hit = std::lower_bound(hits.begin(), hits.end(), page,
                                        [](const WordHit& h, std::uint32_t p) { return h.page < p; });
      return hit != hits.end() && hit->page == page;
    });
  }

  std::size_t listed() const { return hits_.size(); }

  std::vector<Candidate> candidates() const {
    return candidates_of(hits_, rarities_, lookup_.store().page_count());
  }

  std::vector<Word> words;

 private:
  Lookup& lookup_;
  std::vector<std::vector<WordHit>> hits_;
  std::vector<int> rarities_;
};

class Question {
 public:
  Question(Store& store, std::string_view query, std::size_t limit, const Options& options)
      : store_(store), lookup_(store), limit_(limit), options_(options), typed_(query_words(query)) {
    for (const std::string& kind : options.filter.kinds) kinds_.push_back(code_points(kind));
  }

  Answer answer() {
    Terms exact(lookup_);
    for (const std::u32string& word : typed_) exact.add({word});
    const std::size_t looked_at = scan(exact, typed_.size(), false);
    if (answer_.total == 0 && typed_.size() == 1 && options_.filter.empty()) lookup_.rule_out(typed_.front());
    answer_.total_is_exact = looked_at == all_seen || is_certain(exact.words);
    if (answer_.results.size() < limit_ && !typed_.empty()) loosen(exact.words);
    if (answer_.total == 0) suggest();
    answer_.partial = answer_.total == 0 && !answer_.results.empty();
    if (answer_.results.size() > limit_) answer_.results.resize(limit_);
    answer_.problems = store_.take_problems();
    return std::move(answer_);
  }

 private:
  static constexpr std::size_t all_seen = static_cast<std::size_t>(-1);

  bool is_certain(const std::vector<Word>& words) const {
    return kinds_.empty() &&
           std::all_of(words.begin(), words.end(), [](const Word& word) { return word.certain; });
  }

  /// First other words for all the words, then pieces of them: at least half of them, then any.
  void loosen(const std::vector<Word>& exact) {
    Terms widened(lookup_);
    for (const std::u32string& word : typed_) widened.add(forms_of(word, may_be_pinyin(word)));
    if (!is_same(widened.words, exact)) scan(widened, widened.words.size(), true);
    if (answer_.results.size() >= limit_) return;
    Terms pieces = make_pieces();
    const std::size_t count = pieces.listed();
    if (count > 1 || !is_same(pieces.words, widened.words)) scan(pieces, (count + 1) / 2, true);
    if (count > 2 && answer_.results.size() < limit_) scan(pieces, 1, true);
  }

  /// Pieces of all words. The cheapest are looked up, as far as the budget goes; the others count in the
  /// texts.
  Terms make_pieces() {
    std::vector<std::u32string> pieces;
    for (const std::u32string& word : typed_) {
      std::vector<std::u32string> parts = pieces_of(word, lookup_).texts;
      if (parts.empty()) parts.push_back(word);
      for (const std::u32string& part : parts) {
        if (pieces.size() < most_words && std::find(pieces.begin(), pieces.end(), part) == pieces.end())
          pieces.push_back(part);
      }
    }
    std::vector<std::pair<std::size_t, std::u32string>> costs;
    for (const std::u32string& piece : pieces) costs.emplace_back(lookup_.cost(piece), piece);
    std::stable_sort(costs.begin(), costs.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    Terms terms(lookup_);
    for (const auto& [cost, piece] : costs) add_piece(piece, terms);
    return terms;
  }

  void add_piece(const std::u32string& piece, Terms& terms) {
    if (!lookup_.can_afford(piece) && terms.listed() > 0) return terms.add_unlisted(piece);
    const bool stands = lookup_.hits(piece) > 0;
    const bool is_typed = std::find(typed_.begin(), typed_.end(), piece) != typed_.end();
    if (piece.size() < 4 || (stands && !is_typed) || store_.words().is_known(piece))
      return terms.add(forms_of(piece, !stands && may_be_pinyin(piece)));
    for (const std::u32string& half : halves_of(piece, lookup_)) {
      if (lookup_.can_afford(half)) terms.add(forms_of(half, may_be_pinyin(half)));
    }
  }

  /// A word, its synonyms, and names that are read as it is written; only what stands somewhere. For a word
  /// that stands nowhere itself the first of them is worth any price.
  std::vector<std::u32string> forms_of(const std::u32string& word, bool may_be_read) {
    std::vector<std::u32string> forms{word};
    const bool needs_other = lookup_.hits(word) == 0;
    const auto can_afford = [&](const std::u32string& form) {
      return lookup_.can_afford(form, needs_other && forms.size() == 1);
    };
    for (const std::u32string& other : store_.words().others(word)) {
      if (forms.size() <= most_other_forms && can_afford(other) && lookup_.hits(other) > 0)
        forms.push_back(other);
    }
    if (may_be_read) {
      const std::string letters = utf8(word);
      for (const ReadName& name : best_names(store_.names(letters, initials_of_query(letters)), most_names)) {
        if (can_afford(name.text)) forms.push_back(name.text);
      }
    }
    for (const std::u32string& form : forms) note(form);
    return forms;
  }

  /// Words that were looked for besides those that were typed.
  void note(const std::u32string& form) {
    const bool typed = std::find(typed_.begin(), typed_.end(), form) != typed_.end();
    const std::string text = utf8(form);
    if (!typed && std::find(answer_.also.begin(), answer_.also.end(), text) == answer_.also.end())
      answer_.also.push_back(text);
  }

  /// Those that are let through and not shown yet, weighed by their organisations and kinds.
  std::vector<Candidate> chosen(std::vector<Candidate> candidates, const std::vector<Word>& words) {
    std::erase_if(candidates, [this](const Candidate& c) { return shown_.contains(c.page); });
    const FacetTable& table = store_.facets();
    if (table.runs.empty()) return candidates;
    std::vector<std::uint32_t> pages;
    for (const Candidate& candidate : candidates) pages.push_back(candidate.page);
    const FacetFilter filter(table, options_.filter);
    if (options_.count && !counted_ && !pages.empty()) {
      answer_.facets = filter.count(pages);
      counted_ = true;
    }
    const std::vector<bool> passes = filter.passes(pages);
    const std::vector<int> weights = filter.weights(pages), named = filter.named(pages, words);
    std::vector<Candidate> kept;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
      if (!passes[i]) continue;
      kept.push_back(candidates[i]);
      kept.back().score = (kept.back().score + named[i]) * weights[i] / 16;
    }
    return kept;
  }

  /// Adds pages with at least `wanted` of the words; how many candidates were looked at.
  std::size_t scan(Terms& terms, std::size_t wanted, bool loose) {
    std::vector<Candidate> candidates = terms.candidates();
    std::erase_if(candidates, [&](const Candidate& c) { return c.words < static_cast<int>(wanted); });
    std::vector<Candidate> picks =
        ranked(chosen(std::move(candidates), terms.words), static_cast<int>(wanted));
    std::size_t looked_at = 0, rejected = 0;
    while (looked_at < picks.size() && answer_.results.size() < limit_) {
      const std::size_t end = std::min(looked_at + ten, picks.size());
      const std::vector<FoundPage> found =
          examine_pages(std::span(picks).subspan(looked_at, end - looked_at), terms.words, wanted);
      rejected += end - looked_at - found.size();
      looked_at = end;
      add_results(found, terms.words, loose);
      // Words as typed, and most pages have them not: now another list is worth what it costs.
      if (!loose && looked_at + ten < picks.size() && 2 * rejected > looked_at && terms.read_more()) {
        const auto rest = picks.begin() + static_cast<std::ptrdiff_t>(looked_at);
        picks.erase(
            std::remove_if(rest, picks.end(), [&](const Candidate& c) { return !terms.all_on(c.page); }),
            picks.end());
      }
    }
    (loose ? answer_.loose_total : answer_.total) += picks.size() - rejected;
    return looked_at == picks.size() ? all_seen : looked_at;
  }

  /// A long page is looked at as far as it takes to see all the words.
  std::optional<FoundPage> look(std::uint32_t number, const std::vector<Word>& words) {
    std::optional<Store::Beginning> beginning = store_.page_beginning(number);
    if (!beginning) return std::nullopt;
    const Examination seen = examine(beginning->record, words, kinds_);
    if (beginning->is_whole || seen.words == static_cast<int>(words.size()))
      return FoundPage{number, std::move(beginning->record), seen};
    std::optional<PageRecord> record = store_.page(number);
    if (!record) return std::nullopt;
    const Examination all = examine(*record, words, kinds_);
    return FoundPage{number, std::move(*record), all};
  }

  std::vector<FoundPage> examine_pages(std::span<const Candidate> picks, const std::vector<Word>& words,
                                       std::size_t wanted) {
    std::vector<FoundPage> found;
    for (const Candidate& pick : picks) {
      std::optional<FoundPage> page = look(pick.page, words);
      if (!page || page->seen.words < static_cast<int>(wanted)) continue;
      page->seen.score += pick.score;
      found.push_back(std::move(*page));
    }
    std::stable_sort(found.begin(), found.end(), [](const FoundPage& a, const FoundPage& b) {
      if (a.seen.words != b.seen.words) return a.seen.words > b.seen.words;
      return a.seen.score != b.seen.score ? a.seen.score > b.seen.score : a.number < b.number;
    });
    return found;
  }

  void add_results(const std::vector<FoundPage>& found, const std::vector<Word>& words, bool loose) {
    for (const FoundPage& page : found) {
      Result result = result_of(page, words);
      result.loose = loose;
      if (!answer_.results.empty()) result.score = std::min(result.score, answer_.results.back().score);
      answer_.results.push_back(std::move(result));
      shown_.insert(page.number);
    }
  }

  /// None for a word that stands somewhere, or whose pieces do.
  std::vector<std::u32string> better_words_for(const std::u32string& word) {
    if (lookup_.hits(word) > 0) return {};
    const Pieces pieces = pieces_of(word, lookup_);
    if (pieces.complete && !pieces.texts.empty()) return {};
    return suggestions_for(word, lookup_);
  }

  /// The whole question with a better word in the place of each that stands nowhere. Where nothing at all was
  /// found, the likeliest is looked for.
  void suggest() {
    std::vector<std::u32string> likeliest;
    for (std::size_t w = 0; w < typed_.size(); ++w) {
      const std::vector<std::u32string> better_ones = better_words_for(typed_[w]);
      likeliest.push_back(better_ones.empty() ? typed_[w] : better_ones.front());
      for (const std::u32string& better : better_ones) {
        std::u32string question;
        for (std::size_t i = 0; i < typed_.size(); ++i)
          question += (i > 0 ? U" " : U"") + (i == w ? better : typed_[i]);
        answer_.suggestions.push_back(utf8(question));
      }
    }
    if (!answer_.results.empty() || answer_.suggestions.empty()) return;
    Terms better_words(lookup_);
    for (const std::u32string& word : likeliest) better_words.add({word});
    scan(better_words, likeliest.size(), true);
  }

  Store& store_;
  Lookup lookup_;
  std::size_t limit_;
  const Options& options_;
  std::vector<std::u32string> typed_, kinds_;
  std::set<std::uint32_t> shown_;
  bool counted_ = false;
  Answer answer_;
};

}  // namespace

Answer answer_question(Store& store, std::string_view query, std::size_t limit, const Options& options) {
  return Question(store, query, limit, options).answer();
}

}  // namespace nianbao::search
