#include "search/answer_book.h"

#include <algorithm>
#include <map>
#include <set>

#include "search/bits.h"
#include "search/fold.h"
#include "search/script_file.h"

namespace nianbao::search {
namespace {

constexpr char32_t record_end = 0x1E, field_end = 0x1F;
constexpr std::size_t shortest_name = 2;

using Fields = std::vector<std::u32string>;

/// A text of a field: what separates fields and records cannot stand in it.
std::u32string plain_text(std::string_view text) {
  std::u32string out = code_points(text);
  std::replace_if(
      out.begin(), out.end(), [](char32_t c) { return c < 0x20; }, U' ');
  return out;
}

/// Gathers records of fields.
class RecordWriter {
 public:
  void begin() {
    if (!text_.empty()) text_ += record_end;
    fresh_ = true;
  }
  void field(std::u32string_view text) {
    if (!fresh_) text_ += field_end;
    fresh_ = false;
    text_ += text;
  }
  void field(std::string_view text) { field(std::u32string_view(plain_text(text))); }
  void field(const std::string& text) { field(std::string_view(text)); }
  void field(std::size_t number) { field(std::string_view(std::to_string(number))); }

  std::u32string take() { return std::exchange(text_, {}); }

 private:
  std::u32string text_;
  bool fresh_ = true;
};

std::vector<Fields> records_of(std::u32string_view text) {
  std::vector<Fields> records(1, Fields(1));
  for (const char32_t c : text) {
    if (c == record_end)
      records.push_back(Fields(1));
    else if (c == field_end)
      records.back().emplace_back();
    else
      records.back().back() += c;
  }
  return records;
}

std::size_t number_of(std::u32string_view digits) {
  std::size_t number = 0;
  if (digits.empty() || digits.size() > 9) throw FormatError("a number that cannot be");
  for (const char32_t c : digits) {
    if (c < U'0' || c > U'9') throw FormatError("a number that cannot be");
    number = number * 10 + (c - U'0');
  }
  return number;
}

/// Folded names of two characters or more, each once.
std::vector<std::u32string> names_of(const std::string& name, const std::vector<std::string>& others) {
  std::vector<std::u32string> names;
  const auto add = [&](const std::string& text) {
    std::u32string folded = fold(plain_text(text));
    if (folded.size() >= shortest_name && std::find(names.begin(), names.end(), folded) == names.end())
      names.push_back(std::move(folded));
  };
  add(name);
  for (const std::string& other : others) add(other);
  return names;
}

/// The names of each subject, with synonyms that are no other subject's own names.
std::vector<std::vector<std::u32string>> all_names(const std::vector<Subject>& subjects,
                                                   const WordBook& words) {
  std::vector<std::vector<std::u32string>> all;
  std::set<std::u32string> own;
  for (const Subject& subject : subjects) {
    all.push_back(names_of(subject.name, subject.other_names));
    own.insert(all.back().begin(), all.back().end());
  }
  for (std::vector<std::u32string>& names : all) {
    for (std::size_t i = 0, count = names.size(); i < count; ++i) {
      for (const std::u32string& other : words.others(names[i])) {
        const bool is_new = std::find(names.begin(), names.end(), other) == names.end();
        if (other.size() >= shortest_name && is_new && !own.contains(other)) names.push_back(other);
      }
    }
  }
  return all;
}

/// Puts subjects behind each other into shards, and notes where each stands.
class FactWriter {
 public:
  FactWriter(const KnownFacts& known, std::size_t shard_letters,
             const std::function<std::string(std::u32string_view)>& encode)
      : shard_letters_(shard_letters), encode_(encode), places_(known.subjects.size()) {
    for (std::size_t i = 0; i < known.parties.size(); ++i) numbers_.emplace(known.parties[i].id, i);
    for (std::size_t i = 0; i < known.subjects.size(); ++i) add(known.subjects[i], i);
  }

  std::vector<std::string> shards;
  const std::vector<FactPlace>& places(std::size_t subject) const { return places_[subject]; }
  const std::map<std::string, std::size_t>& numbers() const { return numbers_; }

 private:
  void add(const Subject& subject, std::size_t number) {
    std::map<std::size_t, const PartyFacts*> rows;
    for (const PartyFacts& facts : subject.parties) {
      const auto party = numbers_.find(facts.party);
      if (party != numbers_.end() && !facts.facts.empty()) rows.emplace(party->second, &facts);
    }
    RecordWriter writer;
    std::size_t characters = 0, first = 0;
    for (const auto& [party, facts] : rows) {
      if (characters == 0) {
        begin(subject, writer);
        first = party;
      }
      characters += add_row(party, *facts, writer);
      if (characters < shard_letters_ / 2) continue;
      put(writer, number, first);
      characters = 0;
    }
    if (characters > 0) put(writer, number, first);
  }

  static void begin(const Subject& subject, RecordWriter& writer) {
    writer.begin();
    for (const std::string* text : {&subject.kind, &subject.name, &subject.unit, &subject.note, &subject.url})
      writer.field(std::string_view(*text));
  }

  static std::size_t add_row(std::size_t party, const PartyFacts& facts, RecordWriter& writer) {
    std::size_t characters = 1;
    writer.begin();
    writer.field(party);
    for (const PartyFacts::Fact& fact : facts.facts) {
      for (const std::string* text : {&fact.year, &fact.value, &fact.url}) {
        writer.field(std::string_view(*text));
        characters += text->size();
      }
    }
    return characters;
  }

  void put(RecordWriter& writer, std::size_t subject, std::size_t first_party) {
    const std::string letters = encode_(writer.take());
    if (shards.empty() || shards.back().size() + letters.size() > shard_letters_) shards.emplace_back();
    places_[subject].push_back({shards.size() - 1, shards.back().size(), letters.size(), first_party, {}});
    shards.back() += letters;
  }

  std::size_t shard_letters_;
  const std::function<std::string(std::u32string_view)>& encode_;
  std::map<std::string, std::size_t> numbers_;
  std::vector<std::vector<FactPlace>> places_;
};

constexpr std::size_t bucket_names = 48;  ///< about, of subjects

std::string write_places(const std::vector<FactPlace>& places, const std::vector<std::string>& shards) {
  std::string out;
  for (const FactPlace& place : places) {
    out += (out.empty() ? "" : " ") + std::to_string(place.shard) + " " + check_of(shards[place.shard]) +
           " " + std::to_string(place.begin) + " " + std::to_string(place.length) + " " +
           std::to_string(place.first_party);
  }
  return out;
}

/// Names in buckets by their first two characters; a subject stands in all buckets of its names.
void write_subjects(const KnownFacts& known, const WordBook& words, const FactWriter& facts,
                    const std::function<std::string(std::u32string_view)>& encode, WrittenFacts& to) {
  const auto names = all_names(known.subjects, words);
  std::size_t count = 0;
  for (const auto& of_subject : names) count += of_subject.size();
  std::vector<RecordWriter> buckets(count / bucket_names + 1);
  for (std::size_t i = 0; i < known.subjects.size(); ++i) {
    const Subject& subject = known.subjects[i];
    std::map<std::size_t, std::vector<const std::u32string*>> by_bucket;
    for (const std::u32string& name : names[i])
      by_bucket[bucket_of(name[0], name[1], buckets.size())].push_back(&name);
    for (const auto& [bucket, in_bucket] : by_bucket) {
      RecordWriter& writer = buckets[bucket];
      writer.begin();
      writer.field(i);
      writer.field(std::size_t{subject.stands_alone});
      writer.field(subject.parties.size());
      writer.field(std::string_view(write_places(facts.places(i), facts.shards)));
      for (const std::u32string* name : in_bucket) writer.field(std::u32string_view(*name));
    }
  }
  for (RecordWriter& writer : buckets) {
    const std::string letters = encode(writer.take());
    to.buckets.push_back(static_cast<std::uint32_t>(letters.size()));
    to.subjects += letters;
  }
}

/// "3 abcd 0 120 7": file, its check, first letter, letters, first party.
std::vector<FactPlace> read_places(std::u32string_view text) {
  std::vector<std::u32string_view> parts;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(U' ', begin), text.size());
    parts.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  if (parts.size() % 5 != 0) throw FormatError("a place that is cut off");
  std::vector<FactPlace> places;
  for (std::size_t i = 0; i < parts.size(); i += 5)
    places.push_back({number_of(parts[i]), number_of(parts[i + 2]), number_of(parts[i + 3]),
                      number_of(parts[i + 4]), utf8(parts[i + 1])});
  return places;
}

}  // namespace

WrittenFacts write_facts(const KnownFacts& known, const WordBook& words, std::size_t shard_letters,
                         const std::function<std::string(std::u32string_view)>& encode) {
  WrittenFacts written;
  FactWriter facts(known, shard_letters, encode);
  write_subjects(known, words, facts, encode, written);
  RecordWriter parties;
  for (const Party& party : known.parties) {
    const auto above = facts.numbers().find(party.above);
    parties.begin();
    parties.field(above == facts.numbers().end() ? std::string() : std::to_string(above->second));
    parties.field(std::string_view(party.name));
    for (const std::u32string& name : names_of(party.name, party.other_names))
      parties.field(std::u32string_view(name));
  }
  written.parties = encode(parties.take());
  written.shards = std::move(facts.shards);
  return written;
}

std::vector<SubjectNames> read_subjects(std::u32string_view text) {
  std::vector<SubjectNames> subjects;
  if (text.empty()) return subjects;
  for (const Fields& fields : records_of(text)) {
    if (fields.size() < 5) throw FormatError("a subject that is cut off");
    subjects.push_back({number_of(fields[0]),
                        fields[1] == U"1",
                        number_of(fields[2]),
                        read_places(fields[3]),
                        {fields.begin() + 4, fields.end()}});
  }
  return subjects;
}

PartyBook read_parties(std::u32string_view text) {
  PartyBook book;
  if (text.empty()) return book;
  for (const Fields& fields : records_of(text)) {
    if (fields.size() < 2) throw FormatError("a party that is cut off");
    const std::size_t above = fields[0].empty() ? no_party : number_of(fields[0]);
    book.parties.push_back({above, utf8(fields[1]), {fields.begin() + 2, fields.end()}});
  }
  return book;
}

FactPart read_facts(std::u32string_view text) {
  const std::vector<Fields> records = records_of(text);
  if (records.front().size() < 5) throw FormatError("a subject that is cut off");
  const Fields& head = records.front();
  FactPart part{utf8(head[0]), utf8(head[1]), utf8(head[2]), utf8(head[3]), utf8(head[4]), {}};
  for (std::size_t r = 1; r < records.size(); ++r) {
    const Fields& fields = records[r];
    if (fields.size() % 3 != 1 || fields.size() < 4) throw FormatError("a fact that is cut off");
    FactPart::Row& row = part.rows.emplace_back();
    row.party = number_of(fields[0]);
    for (std::size_t i = 1; i < fields.size(); i += 3)
      row.facts.push_back({utf8(fields[i]), utf8(fields[i + 1]), utf8(fields[i + 2])});
  }
  return part;
}

}  // namespace nianbao::search
