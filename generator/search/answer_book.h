#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "search/search.h"
#include "search/word_book.h"

/// Facts that answer a question before any page does: names of subjects, names of parties, and files of facts
/// between them.
namespace nianbao::search {

struct KnownFacts {
  std::vector<Party> parties;
  std::vector<Subject> subjects;
};

/// Letters of the parts and files.
struct WrittenFacts {
  std::string subjects, parties;
  std::vector<std::uint32_t> buckets;  ///< letters of each bucket of subjects
  std::vector<std::string> shards;
};

/// A name goes with its synonyms, unless they are names of another subject. `encode` makes letters of a text;
/// a shard takes about `shard_letters`.
WrittenFacts write_facts(const KnownFacts& known, const WordBook& words, std::size_t shard_letters,
                         const std::function<std::string(std::u32string_view)>& encode);

/// Where facts of a subject stand: those of this party and later ones, as letters of a file.
struct FactPlace {
  std::size_t shard = 0, begin = 0, length = 0;
  std::size_t first_party = 0;
  std::string check;  ///< of the file
};

/// Names of subjects whose first two characters fall into one bucket.
struct SubjectNames {
  std::size_t subject = 0;
  bool stands_alone = false;
  std::size_t rows = 0;
  std::vector<FactPlace> places;
  std::vector<std::u32string> names;  ///< folded, two characters or more
};

/// Which of `buckets` names with these first characters are in.
inline std::size_t bucket_of(char32_t first, char32_t second, std::size_t buckets) {
  return (std::size_t{first} * 31 + second) % buckets;
}

inline constexpr std::size_t no_party = static_cast<std::size_t>(-1);

struct PartyBook {
  struct Names {
    std::size_t above = no_party;
    std::string name;
    std::vector<std::u32string> names;  ///< folded
  };
  std::vector<Names> parties;
};

/// Facts of a subject about some parties.
struct FactPart {
  struct Row {
    std::size_t party = 0;
    std::vector<PartyFacts::Fact> facts;
  };
  std::string kind, name, unit, note, url;
  std::vector<Row> rows;
};

/// These throw FormatError.
std::vector<SubjectNames> read_subjects(std::u32string_view text);
PartyBook read_parties(std::u32string_view text);
FactPart read_facts(std::u32string_view text);

}  // namespace nianbao::search
