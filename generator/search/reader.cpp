#include <algorithm>
#include <unordered_map>

#include "search/bits.h"
#include "search/examination.h"
#include "search/fold.h"
#include "search/ranking.h"
#include "search/search.h"
#include "search/store.h"

namespace nianbao::search {
namespace {

/// Candidates are looked at in tens, and put in order by what was seen, within each ten: so a page of results
/// costs ten pages of text, and the order does not depend on how many results are wanted.
constexpr std::size_t ten = 10;

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

/// One question, from words to results.
class Question {
 public:
  Question(Store& store, std::string_view query, std::size_t limit) : store_(store), limit_(limit) {
    for (std::u32string& word : query_words(query)) look_up(std::move(word));
    candidates_ = candidates_of(hits_, rarities(), store.page_count());
  }

  Answer answer() {
    for (auto wanted = static_cast<int>(words_.size()); wanted > 0 && answer_.results.empty(); --wanted) {
      scan(ranked(candidates_, wanted), wanted);
      answer_.partial = !answer_.results.empty() && wanted < static_cast<int>(words_.size());
    }
    answer_.problems = store_.take_problems();
    return std::move(answer_);
  }

 private:
  /// A token whose file cannot be had is left out: the others still narrow the pages, and the text decides.
  void look_up(std::u32string text) {
    const WordPlan plan = plan_word(text);
    std::optional<TokenPostings> found;
    bool complete = true;
    for (const Token token : plan.tokens) {
      auto next = plan.prefix ? store_.find_prefix(token) : store_.find(token);
      complete = complete && next.has_value();
      if (next && found) narrow(*found, *next);
      if (next && !found) found = std::move(next);
    }
    hits_.push_back(found ? hits_of(*found) : std::vector<WordHit>{});
    words_.push_back(
        {std::move(text), rarity(store_.page_count(), hits_.back().size()), plan.exact && complete});
  }

  std::vector<int> rarities() const {
    std::vector<int> out;
    for (const Word& word : words_) out.push_back(word.rarity);
    return out;
  }

  void scan(const std::vector<Candidate>& picks, int wanted) {
    std::size_t looked_at = 0, rejected = 0;
    while (looked_at < picks.size() && answer_.results.size() < limit_) {
      const std::size_t end = std::min(looked_at + ten, picks.size());
      std::vector<FoundPage> found =
          examine_pages(std::span(picks).subspan(looked_at, end - looked_at), wanted);
      rejected += end - looked_at - found.size();
      looked_at = end;
      add_results(found);
    }
    answer_.total = picks.size() - rejected;
    const bool certain =
        std::all_of(words_.begin(), words_.end(), [](const Word& word) { return word.certain; });
    answer_.total_is_exact = certain || looked_at == picks.size();
    if (answer_.results.size() > limit_) answer_.results.resize(limit_);
  }

  std::vector<FoundPage> examine_pages(std::span<const Candidate> picks, int wanted) {
    std::vector<FoundPage> found;
    for (const Candidate& pick : picks) {
      std::optional<PageRecord> record = store_.page(pick.page);
      if (!record) continue;
      const Examination seen = examine(*record, words_);
      if (seen.words >= wanted) found.push_back({pick.page, std::move(*record), seen});
    }
    std::stable_sort(found.begin(), found.end(), [](const FoundPage& a, const FoundPage& b) {
      return a.seen.score != b.seen.score ? a.seen.score > b.seen.score : a.number < b.number;
    });
    return found;
  }

  void add_results(const std::vector<FoundPage>& found) {
    for (const FoundPage& page : found) {
      Result result = result_of(page, words_);
      if (!answer_.results.empty()) result.score = std::min(result.score, answer_.results.back().score);
      answer_.results.push_back(std::move(result));
    }
  }

  Store& store_;
  std::size_t limit_;
  std::vector<Word> words_;
  std::vector<std::vector<WordHit>> hits_;
  std::vector<Candidate> candidates_;
  Answer answer_;
};

}  // namespace

struct Reader::Implementation {
  Store::Load load;
  std::optional<Store> store;
};

Reader::Reader(std::function<std::string(std::string_view name)> load)
    : implementation_(std::make_unique<Implementation>(Implementation{std::move(load), std::nullopt})) {}
Reader::~Reader() = default;

Answer Reader::ask(std::string_view words, std::size_t limit) const {
  if (!implementation_->store) implementation_->store.emplace(implementation_->load);
  return Question(*implementation_->store, words, limit).answer();
}

std::vector<Result> Reader::query(std::string_view words, std::size_t limit) const {
  return ask(words, limit).results;
}

}  // namespace nianbao::search
