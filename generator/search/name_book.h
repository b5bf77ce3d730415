#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "search/bits.h"
#include "search/characters.h"
#include "search/pinyin.h"

/// A book of names by how they are read: what titles, organisations and cities are called, from every
/// character on. It is cut into shards of growing initials.
namespace nianbao::search {

struct NameShard {
  Initials first = 0;  ///< the least initials in it
  std::string letters;
};

/// Gathers names and writes the shards.
class NameCollector {
 public:
  /// A folded name that stands on so many entries.
  void add(std::u32string_view name, std::uint32_t weight);
  std::vector<NameShard> shards() const;

 private:
  std::unordered_map<std::u32string, std::uint32_t> names_;
};

/// A name found by its reading: as many characters as were typed.
struct ReadName {
  std::u32string text;
  std::size_t whole = 0;     ///< characters typed with their whole reading
  std::uint64_t weight = 0;  ///< how much stands under it
};

/// A shard that was read. Throws FormatError.
class NameBook {
 public:
  explicit NameBook(std::string_view letters);
  /// Adds the names that fit, several times where they come under several texts.
  void look_up(std::string_view typed, const std::vector<Initials>& initials,
               std::vector<ReadName>& to) const;

 private:
  struct Name {
    std::u32string text;
    std::uint32_t grade = 0;
  };

  Sounds readings_;
  std::map<Initials, std::vector<Name>> names_;
};

/// The same texts joined, the best first: more whole readings, fewer characters, more weight.
std::vector<ReadName> best_names(std::vector<ReadName> found, std::size_t most);

}  // namespace nianbao::search
