#include "search/cards.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "search/fold.h"

namespace nianbao::search {
namespace {

constexpr std::size_t most_cards = 3, most_rows = 12, most_meant = 6, shortest = 2, shortest_inside = 4;

/// A name of a subject in a word of the question.
struct NamedSubject {
  std::size_t word = 0, begin = 0, length = 0, subject = 0;

  bool overlaps(const NamedSubject& other) const {
    return word == other.word && begin < other.begin + other.length && other.begin < begin + length;
  }
  bool is_at(const NamedSubject& other) const {
    return word == other.word && begin == other.begin && length == other.length;
  }
};

using Subjects = std::map<std::size_t, SubjectNames>;

/// Subjects one of whose names may stand in the words: those with the first two characters of a name there.
Subjects possible_subjects(const std::vector<std::u32string>& words, Store& store) {
  std::set<std::size_t> buckets;
  for (const std::u32string& word : words) {
    for (std::size_t i = 0; i + 1 < word.size() && store.subject_buckets() > 0; ++i)
      buckets.insert(bucket_of(word[i], word[i + 1], store.subject_buckets()));
  }
  Subjects found;
  for (const std::size_t bucket : buckets) {
    for (const SubjectNames& subject : store.subjects(bucket)) {
      const auto [known, is_new] = found.emplace(subject.subject, subject);
      if (!is_new)
        known->second.names.insert(known->second.names.end(), subject.names.begin(), subject.names.end());
    }
  }
  return found;
}

/// The longest names, none inside of another; subjects of one name together.
std::vector<NamedSubject> named_subjects(const std::vector<std::u32string>& words, const Subjects& subjects) {
  std::vector<NamedSubject> found;
  for (const auto& [number, subject] : subjects) {
    for (const std::u32string& name : subject.names) {
      for (std::size_t w = 0; w < words.size(); ++w) {
        const std::size_t at = words[w].find(name);
        if (at != std::u32string::npos) found.push_back({w, at, name.size(), number});
      }
    }
  }
  std::sort(found.begin(), found.end(), [](const NamedSubject& a, const NamedSubject& b) {
    if (a.length != b.length) return a.length > b.length;
    return std::tie(a.word, a.begin, a.subject) < std::tie(b.word, b.begin, b.subject);
  });
  std::vector<NamedSubject> picked;
  for (const NamedSubject& one : found) {
    const bool fits = std::all_of(picked.begin(), picked.end(), [&](const NamedSubject& other) {
      return other.subject != one.subject && (!other.overlaps(one) || other.is_at(one));
    });
    if (fits && picked.size() < most_cards) picked.push_back(one);
  }
  return picked;
}

/// What the words say besides: strings of two or more characters.
std::vector<std::u32string> rest_of(const std::vector<std::u32string>& words,
                                    const std::vector<NamedSubject>& named) {
  std::vector<std::u32string> rest;
  for (std::size_t w = 0; w < words.size(); ++w) {
    std::vector<bool> taken(words[w].size(), false);
    for (const NamedSubject& one : named) {
      for (std::size_t i = 0; one.word == w && i < one.length; ++i) taken[one.begin + i] = true;
    }
    std::u32string piece;
    for (std::size_t i = 0; i <= words[w].size(); ++i) {
      if (i < words[w].size() && !taken[i]) {
        piece += words[w][i];
        continue;
      }
      if (piece.size() >= shortest) rest.push_back(piece);
      piece.clear();
    }
  }
  return rest;
}

/// How many characters of a string, from its first on, stand in a name: in their order if both begin alike,
/// otherwise together, and then at least four: 专业 alone means no school.
std::size_t beginning_in(std::u32string_view piece, std::u32string_view name) {
  std::size_t known = 0;
  if (!name.empty() && name.front() == piece.front()) {
    for (const char32_t c : name) known += known < piece.size() && piece[known] == c;
    return known;
  }
  while (known < piece.size() && name.find(piece.substr(0, known + 1)) != std::u32string_view::npos) ++known;
  return known < shortest_inside ? 0 : known;
}

/// Parties that a piece of a question means: those whose whole name stands in it, the longest; those whose
/// name has more of its characters, from the first on and in order, if these are few.
std::vector<std::size_t> meant_by(std::u32string_view piece, const PartyBook& book) {
  std::vector<std::size_t> whole, partly;
  std::size_t longest = 0, most = shortest;
  for (std::size_t p = 0; p < book.parties.size(); ++p) {
    std::size_t length = 0, characters = 0;
    for (const std::u32string& name : book.parties[p].names) {
      if (name.size() >= shortest && piece.find(name) != std::u32string_view::npos)
        length = std::max(length, name.size());
      characters = std::max(characters, beginning_in(piece, name));
    }
    if (length > longest) whole.clear(), longest = length;
    if (length > 0 && length == longest) whole.push_back(p);
    if (characters > most) partly.clear(), most = characters;
    if (characters == most) partly.push_back(p);
  }
  if (!whole.empty() && longest >= most) return whole;
  return partly.size() <= most_meant ? partly : std::vector<std::size_t>();
}

/// Parties of the question, or those that pages are chosen by.
std::set<std::size_t> asked_parties(const std::vector<std::u32string>& rest, const Filter& filter,
                                    const PartyBook& book) {
  std::set<std::size_t> asked;
  for (const std::u32string& piece : rest) {
    const std::vector<std::size_t> meant = meant_by(piece, book);
    asked.insert(meant.begin(), meant.end());
  }
  const std::vector<std::string>& chosen = filter.schools.empty() ? filter.cities : filter.schools;
  for (std::size_t p = 0; asked.empty() && p < book.parties.size(); ++p) {
    if (std::find(chosen.begin(), chosen.end(), book.parties[p].name) == chosen.end()) continue;
    asked.insert(p);
  }
  return asked;
}

bool is_below(std::size_t party, std::size_t above, const PartyBook& book) {
  for (std::size_t steps = 0; party < book.parties.size() && steps < 8; ++steps) {
    party = book.parties[party].above;
    if (party == above) return true;
  }
  return false;
}

/// The year a question names: four digits from 1900 to 2099 that stand alone.
std::string asked_year(const std::vector<std::u32string>& words) {
  const auto is_digit = [](char32_t c) { return c >= U'0' && c <= U'9'; };
  for (const std::u32string& word : words) {
    for (std::size_t i = 0, end = 0; i < word.size(); i = std::max(end, i + 1)) {
      end = i;
      while (end < word.size() && is_digit(word[end])) ++end;
      const std::u32string digits = word.substr(i, end - i);
      if (digits.size() == 4 && (digits.starts_with(U"19") || digits.starts_with(U"20"))) return utf8(digits);
    }
  }
  return {};
}

class CardMaker {
 public:
  CardMaker(Store& store, const std::vector<std::u32string>& words, const Filter& filter)
      : store_(store),
        subjects_(possible_subjects(words, store)),
        named_(named_subjects(words, subjects_)),
        year_(asked_year(words)) {
    if (!named_.empty()) asked_ = asked_parties(rest_of(words, named_), filter, store.parties());
  }

  std::vector<Card> cards() {
    std::vector<Card> cards;
    for (const NamedSubject& one : named_) {
      const SubjectNames& names = subjects_.at(one.subject);
      if (asked_.empty() && !names.stands_alone) continue;
      Card card;
      read(
          names, [&](std::size_t party) { return asked_.empty() || asked_.contains(party); }, card);
      if (card.rows.empty())
        read(
            names, [&](std::size_t party) { return below_asked(party); }, card);
      if (asked_.empty()) card.total = names.rows;
      if (!card.rows.empty()) cards.push_back(std::move(card));
    }
    return cards;
  }

 private:
  bool below_asked(std::size_t party) const {
    return std::any_of(asked_.begin(), asked_.end(),
                       [&](std::size_t above) { return is_below(party, above, store_.parties()); });
  }

  /// Rows of the parties wanted; files that can hold none of them are not loaded.
  template <typename Wanted>
  void read(const SubjectNames& names, const Wanted& wanted, Card& card) {
    const std::size_t parties = store_.parties().parties.size();
    for (std::size_t i = 0; i < names.places.size(); ++i) {
      const std::size_t end = i + 1 < names.places.size() ? names.places[i + 1].first_party : parties;
      bool any = false;
      for (std::size_t party = names.places[i].first_party; party < end && !any; ++party) any = wanted(party);
      if (!any || (asked_.empty() && card.rows.size() >= most_rows)) continue;
      const auto part = store_.facts(names.places[i]);
      if (!part) continue;
      card.kind = part->kind, card.name = part->name, card.unit = part->unit;
      card.note = part->note, card.url = part->url;
      for (const FactPart::Row& row : part->rows) {
        if (wanted(row.party) && row.party < parties) add_row(row, card);
      }
    }
  }

  void add_row(const FactPart::Row& row, Card& card) const {
    ++card.total;
    if (card.rows.size() >= most_rows) return;
    const auto asked = std::find_if(row.facts.begin(), row.facts.end(),
                                    [&](const PartyFacts::Fact& fact) { return fact.year == year_; });
    const std::size_t place =
        asked == row.facts.end() ? 0 : static_cast<std::size_t>(asked - row.facts.begin());
    card.rows.push_back({store_.parties().parties[row.party].name, row.facts, place});
  }

  Store& store_;
  Subjects subjects_;
  std::vector<NamedSubject> named_;
  std::string year_;
  std::set<std::size_t> asked_;
};

}  // namespace

std::vector<Card> cards_for(Store& store, const std::vector<std::u32string>& words, const Filter& filter) {
  return CardMaker(store, words, filter).cards();
}

}  // namespace nianbao::search
