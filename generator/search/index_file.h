#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "search/characters.h"
#include "search/pinyin.h"
#include "search/token.h"

/// index.js: the one file a reader needs first. It does not grow with the pages: where the shards and blocks
/// of a large index begin stands in directories of their own, one for each group of them.
namespace nianbao::search {

inline constexpr int format_version = 7;
inline constexpr std::uint32_t most_pages = 1u << 20;

/// What is known of some shards of postings and blocks of texts that follow each other.
struct Directory {
  std::vector<Token> shards;              ///< first pair of characters of each shard, growing
  std::vector<std::uint32_t> heads;       ///< letters of each shard that hold what is in it
  std::vector<std::string> shard_checks;  ///< check_of the shards' data
  std::vector<std::string> block_checks;  ///< check_of the blocks' data
  /// Letters of the records of these blocks, so that their own lengths need not be loaded; empty in a large
  /// index.
  std::vector<std::uint32_t> lengths;
};

std::string write_directory(const Directory& directory);
/// Throws FormatError.
Directory read_directory(std::string_view letters);

/// The parts of an index whose number is always the same.
enum Part : std::size_t {
  variants_part,
  sounds_part = variants_part + variant_files,
  words_part = sounds_part + sound_files,
  facets_part,
  subjects_part,
  parties_part,
  part_count
};
/// "v/0", "s/0", "words".
std::string part_name(std::size_t part);

struct IndexFile {
  std::uint32_t pages = 0;
  std::uint32_t entries = 0;
  std::uint32_t pages_per_block = 1;
  std::uint32_t group_size = 1;           ///< shards and blocks of one directory
  std::vector<Token> groups;              ///< first pair of each group of shards
  std::vector<std::string> group_checks;  ///< of each group of shards and blocks
  std::string directory;                  ///< of the only group; empty where there are more
  std::vector<Initials> names;            ///< least initials of each shard of names, growing
  std::vector<std::string> name_checks;
  std::vector<std::string> part_checks;
  std::vector<std::uint32_t> subject_buckets;  ///< letters of each bucket of subjects.js
  std::vector<std::uint32_t> facet_parts;      ///< letters of each part of facets.js
  std::string variants;  ///< traditional characters that stand in the texts, see characters.h
  std::string symbols;   ///< the symbol table, see symbol_table.h
};

std::string write_index(const IndexFile& index);

/// A version this program does not know.
class UnknownVersion : public std::runtime_error {
 public:
  explicit UnknownVersion(std::string version);
  std::string version;
};

/// Throws FormatError when the bytes are not such a file, UnknownVersion when they are one of another
/// version.
IndexFile read_index(std::string_view bytes);

}  // namespace nianbao::search
