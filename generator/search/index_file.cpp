#include "search/index_file.h"

#include <nlohmann/json.hpp>

#include "search/bits.h"
#include "search/script_file.h"

namespace nianbao::search {
namespace {

using nlohmann::json;

constexpr int check_bits = 24;

void write_checks(BitWriter& out, const std::vector<std::string>& checks) {
  for (const std::string& check : checks) out.put(check_number(check), check_bits);
}

std::vector<std::string> read_checks(BitReader& in, std::size_t count) {
  if (count > in.size()) throw FormatError("more checks than the data can hold");
  std::vector<std::string> checks;
  for (; count > 0; --count) checks.push_back(check_letters(in.get(check_bits)));
  return checks;
}

void write_pairs(BitWriter& out, const std::vector<Token>& pairs) {
  out.put_number(static_cast<std::uint32_t>(pairs.size()));
  Token before = 0;
  for (const Token pair : pairs) {
    out.put_number(first_of(pair) - first_of(before));
    out.put_number(second_of(pair));
    before = pair;
  }
}

std::vector<Token> read_pairs(BitReader& in) {
  std::vector<Token> pairs;
  std::uint32_t first = 0;
  for (std::uint32_t count = in.number(); count > 0; --count) {
    first += in.number();
    const std::uint32_t second = in.number();
    if (first > last_character || second > last_character) throw FormatError("a character that cannot be");
    pairs.push_back(make_token(first, second));
  }
  if (!std::is_sorted(pairs.begin(), pairs.end())) throw FormatError("shards out of order");
  return pairs;
}

std::string write_groups(const IndexFile& index) {
  BitWriter out;
  write_pairs(out, index.groups);
  out.put_number(static_cast<std::uint32_t>(index.group_checks.size()));
  write_checks(out, index.group_checks);
  return out.characters();
}

std::string write_names(const IndexFile& index) {
  BitWriter out;
  out.put_number(static_cast<std::uint32_t>(index.names.size()));
  Initials before = 0;
  for (const Initials first : index.names) {
    out.put_number(first - before);
    before = first;
  }
  write_checks(out, index.name_checks);
  write_checks(out, index.part_checks);
  return out.characters();
}

std::string write_lengths(const std::vector<std::uint32_t>& lengths) {
  BitWriter out;
  out.put_number(static_cast<std::uint32_t>(lengths.size()));
  for (const std::uint32_t length : lengths) out.put_number(length);
  return out.characters();
}

std::vector<std::uint32_t> read_lengths(const std::string& letters) {
  BitReader in(letters);
  const std::uint32_t count = in.number();
  if (count > in.size()) throw FormatError("more lengths than the data can hold");
  std::vector<std::uint32_t> lengths;
  for (std::uint32_t i = 0; i < count; ++i) lengths.push_back(in.number());
  return lengths;
}

void read_groups(const std::string& letters, IndexFile& index) {
  BitReader in(letters);
  index.groups = read_pairs(in);
  index.group_checks = read_checks(in, in.number());
  if (index.groups.size() > index.group_checks.size()) throw FormatError("groups without checks");
}

void read_names(const std::string& letters, IndexFile& index) {
  BitReader in(letters);
  Initials first = 0;
  for (std::uint32_t count = in.number(); count > 0; --count) index.names.push_back(first += in.number());
  index.name_checks = read_checks(in, index.names.size());
  index.part_checks = read_checks(in, part_count);
}

IndexFile read_fields(const json& data) {
  IndexFile index;
  index.pages = data.at("pages").get<std::uint32_t>();
  index.entries = data.at("entries").get<std::uint32_t>();
  index.pages_per_block = data.at("pagesPerBlock").get<std::uint32_t>();
  index.group_size = data.at("groupSize").get<std::uint32_t>();
  read_groups(data.at("groups").get<std::string>(), index);
  index.directory = data.at("directory").get<std::string>();
  read_names(data.at("names").get<std::string>(), index);
  index.subject_buckets = read_lengths(data.at("subjects").get<std::string>());
  index.facet_parts = read_lengths(data.at("facets").get<std::string>());
  index.variants = data.at("variants").get<std::string>();
  index.symbols = data.at("symbols").get<std::string>();
  if (index.pages > most_pages || index.pages_per_block == 0 || index.group_size == 0)
    throw FormatError("a number of pages that cannot be");
  return index;
}

constexpr int low_length_bits = 9;  ///< most records have about as many letters

}  // namespace

std::string part_name(std::size_t part) {
  constexpr const char* names[] = {"words", "facets", "subjects", "parties"};
  if (part < sounds_part) return "v/" + std::to_string(part - variants_part);
  if (part < words_part) return "s/" + std::to_string(part - sounds_part);
  return names[part - words_part];
}

std::string write_directory(const Directory& directory) {
  BitWriter out;
  write_pairs(out, directory.shards);
  for (const std::uint32_t head : directory.heads) out.put_number(head / 2);
  write_checks(out, directory.shard_checks);
  out.put_number(static_cast<std::uint32_t>(directory.block_checks.size()));
  write_checks(out, directory.block_checks);
  out.put_number(static_cast<std::uint32_t>(directory.lengths.size()));
  for (const std::uint32_t length : directory.lengths) {
    out.put_number(length >> low_length_bits);
    out.put(length & ((1u << low_length_bits) - 1), low_length_bits);
  }
  return out.characters();
}

Directory read_directory(std::string_view letters) {
  BitReader in(letters);
  Directory directory;
  directory.shards = read_pairs(in);
  for (std::size_t i = 0; i < directory.shards.size(); ++i) directory.heads.push_back(in.number() * 2);
  directory.shard_checks = read_checks(in, directory.shards.size());
  directory.block_checks = read_checks(in, in.number());
  const std::uint32_t count = in.number();
  if (count > most_pages) throw FormatError("more lengths than there can be pages");
  for (std::uint32_t i = 0; i < count; ++i) {
    const std::uint32_t high = in.number();
    if (high >> (32 - low_length_bits) != 0) throw FormatError("a record that is too long");
    directory.lengths.push_back(high << low_length_bits | in.get(low_length_bits));
  }
  return directory;
}

UnknownVersion::UnknownVersion(std::string found)
    : std::runtime_error("unknown version " + found), version(std::move(found)) {}

std::string write_index(const IndexFile& index) {
  const nlohmann::ordered_json data = {{"format", format_version},
                                       {"pages", index.pages},
                                       {"entries", index.entries},
                                       {"pagesPerBlock", index.pages_per_block},
                                       {"groupSize", index.group_size},
                                       {"groups", write_groups(index)},
                                       {"directory", index.directory},
                                       {"names", write_names(index)},
                                       {"subjects", write_lengths(index.subject_buckets)},
                                       {"facets", write_lengths(index.facet_parts)},
                                       {"variants", index.variants},
                                       {"symbols", index.symbols}};
  return write_script(index_name, data.dump());
}

IndexFile read_index(std::string_view bytes) {
  const std::string_view text = read_script(index_name, bytes);
  try {
    const json data = json::parse(text);
    if (data.at("format") != format_version) throw UnknownVersion(data.at("format").dump());
    return read_fields(data);
  } catch (const json::exception& problem) {
    throw FormatError(problem.what());
  }
}

}  // namespace nianbao::search
