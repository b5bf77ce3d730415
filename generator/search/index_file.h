#pragma once

#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "search/token.h"

/// index.js: the one file a reader needs first. Its size grows with the number of files, not of pages.
namespace nianbao::search {

inline constexpr int format_version = 1;
inline constexpr std::uint32_t most_pages = 1u << 20;

struct IndexFile {
  std::uint32_t pages = 0;
  std::uint32_t entries = 0;
  std::uint32_t pages_per_block = 1;
  std::vector<Token> shards;              ///< first pair of characters of each shard of postings, growing
  std::vector<std::string> shard_checks;  ///< check_of the shards' data
  std::vector<std::string> block_checks;  ///< check_of the blocks' data
  std::string symbols;                    ///< the symbol table, see symbol_table.h
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
