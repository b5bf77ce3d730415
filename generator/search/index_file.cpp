#include "search/index_file.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "search/bits.h"
#include "search/script_file.h"

namespace nianbao::search {
namespace {

using nlohmann::json;

std::string join(const std::vector<std::string>& checks) {
  std::string out;
  for (const std::string& check : checks) out += check;
  return out;
}

std::vector<std::string> split_checks(const std::string& joined) {
  if (joined.size() % check_length != 0) throw FormatError("a list of checks is cut off");
  std::vector<std::string> checks;
  for (std::size_t i = 0; i < joined.size(); i += check_length)
    checks.push_back(joined.substr(i, check_length));
  return checks;
}

std::string write_pairs(const std::vector<Token>& pairs) {
  BitWriter out;
  out.put_number(static_cast<std::uint32_t>(pairs.size()));
  Token before = 0;
  for (const Token pair : pairs) {
    out.put_number(first_of(pair) - first_of(before));
    out.put_number(second_of(pair));
    before = pair;
  }
  return out.characters();
}

std::vector<Token> read_pairs(const std::string& letters) {
  BitReader in(letters);
  std::vector<Token> pairs;
  std::uint32_t first = 0;
  for (std::uint32_t count = in.number(); count > 0; --count) {
    first += in.number();
    const std::uint32_t second = in.number();
    if (first > last_character || second > last_character) throw FormatError("a character that cannot be");
    pairs.push_back(make_token(first, second));
  }
  return pairs;
}

IndexFile read_fields(const json& data) {
  IndexFile index;
  index.pages = data.at("pages").get<std::uint32_t>();
  index.entries = data.at("entries").get<std::uint32_t>();
  index.pages_per_block = data.at("pagesPerBlock").get<std::uint32_t>();
  index.shards = read_pairs(data.at("shards").get<std::string>());
  index.shard_checks = split_checks(data.at("shardChecks").get<std::string>());
  index.block_checks = split_checks(data.at("blockChecks").get<std::string>());
  index.symbols = data.at("symbols").get<std::string>();
  return index;
}

void check_fields(const IndexFile& index) {
  if (index.pages > most_pages || index.pages_per_block == 0)
    throw FormatError("a number of pages that cannot be");
  const std::uint64_t room = std::uint64_t{index.pages_per_block} * index.block_checks.size();
  if (room < index.pages) throw FormatError("fewer blocks than the pages need");
  if (index.shards.size() != index.shard_checks.size()) throw FormatError("shards without checks");
  if (!std::is_sorted(index.shards.begin(), index.shards.end())) throw FormatError("shards out of order");
}

}  // namespace

UnknownVersion::UnknownVersion(std::string found)
    : std::runtime_error("unknown version " + found), version(std::move(found)) {}

std::string write_index(const IndexFile& index) {
  const nlohmann::ordered_json data = {{"format", format_version},
                                       {"pages", index.pages},
                                       {"entries", index.entries},
                                       {"pagesPerBlock", index.pages_per_block},
                                       {"shards", write_pairs(index.shards)},
                                       {"shardChecks", join(index.shard_checks)},
                                       {"blockChecks", join(index.block_checks)},
                                       {"symbols", index.symbols}};
  return write_script(index_name, data.dump());
}

IndexFile read_index(std::string_view bytes) {
  const std::string_view text = read_script(index_name, bytes);
  try {
    const json data = json::parse(text);
    if (data.at("format") != format_version) throw UnknownVersion(data.at("format").dump());
    IndexFile index = read_fields(data);
    check_fields(index);
    return index;
  } catch (const json::exception& problem) {
    throw FormatError(problem.what());
  }
}

}  // namespace nianbao::search
