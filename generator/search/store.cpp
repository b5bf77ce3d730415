#include "search/store.h"

#include <algorithm>
#include <numeric>

#include "search/script_file.h"
#include "search/text_block.h"

namespace nianbao::search {
namespace {

IndexFile load_index(const Store::Load& load) {
  const std::string name = file_name(index_name);
  try {
    return read_index(load(name));
  } catch (const UnknownVersion& problem) {
    throw IndexError({"搜索索引的格式版本是 " + problem.version + "，本程序只能读取版本 " +
                          std::to_string(format_version) + "；请用同一版本的程序重新生成网站",
                      "the search index has format version " + problem.version +
                          ", this program reads version " + std::to_string(format_version) +
                          " only; build the site again with this program"});
  } catch (const FormatError& problem) {
    throw IndexError(
        {"搜索索引 " + name + " 已损坏（" + problem.what() + "）；请重新生成网站",
         "the search index " + name + " is damaged (" + problem.what() + "); build the site again"});
  } catch (const std::runtime_error&) {
    throw IndexError({"找不到搜索索引 " + name + "；请先生成网站",
                      "there is no search index " + name + "; build the site first"});
  }
}

SymbolTable load_symbols(const IndexFile& index) {
  try {
    BitReader bits(index.symbols);
    return SymbolTable::read(bits);
  } catch (const FormatError& problem) {
    throw IndexError({std::string("搜索索引的符号表已损坏（") + problem.what() + "）；请重新生成网站",
                      std::string("the symbol table of the search index is damaged (") + problem.what() +
                          "); build the site again"});
  }
}

}  // namespace

Store::Store(Load load) : load_(std::move(load)), index_(load_index(load_)), symbols_(load_symbols(index_)) {}

std::optional<TokenPostings> Store::find(Token token) {
  TokenPostings found;
  const auto behind = shards_up_to(pair_of(token));
  if (!behind) return std::nullopt;
  if (*behind == 0) return found;
  const bool done = try_shard(*behind - 1, [&](Shard& shard) { found = shard.find(token); });
  return done ? std::optional(std::move(found)) : std::nullopt;
}

std::optional<TokenPostings> Store::find_prefix(Token prefix) {
  PostingsUnion found(index_.pages);
  bool is_all = false;
  const auto add = [&](Shard& shard) { is_all = shard.add_prefix(prefix, found); };
  // Of a frequent character the first of its shards knows all; the others are loaded only where it does not.
  if (!try_shards(prefix, prefix + 1, add)) return std::nullopt;
  if (is_all) return found.all();
  found = PostingsUnion(index_.pages);
  if (!try_shards(prefix, end_of_prefix(prefix), add)) return std::nullopt;
  return found.all();
}

std::size_t Store::bits_of(Token prefix) {
  std::size_t bits = 0;
  const Token pair = pair_of(prefix);
  try_shards(pair, end_of_prefix(pair), [&](Shard& shard) { bits += shard.bits_of(prefix); });
  return bits;
}

void Store::see_followers(char32_t first, const std::function<void(Token, std::size_t)>& see) {
  const Token prefix = make_token(first);
  try_shards(prefix, end_of_prefix(prefix), [&](Shard& shard) { shard.see_followers(first, see); });
}

/// A group of shards and blocks; null when its directory cannot be had.
const Directory* Store::group(std::size_t number) {
  if (const auto known = groups_.find(number); known != groups_.end()) return &known->second;
  if (number >= index_.group_checks.size()) return nullptr;
  const std::string name = directory_name(number);
  const auto found = index_.directory.empty() ? letters(name, index_.group_checks[number]) : index_.directory;
  if (!found) return nullptr;
  try {
    return &groups_.emplace(number, read_directory(*found)).first->second;
  } catch (const FormatError&) {
    report(index_.directory.empty() ? name : std::string(index_name), Trouble::damaged);
    return nullptr;
  }
}

/// How many shards begin at this token or before it; empty when that cannot be told.
std::optional<std::size_t> Store::shards_up_to(Token token) {
  const auto behind = std::upper_bound(index_.groups.begin(), index_.groups.end(), token);
  if (behind == index_.groups.begin()) return 0;
  const auto number = static_cast<std::size_t>(behind - index_.groups.begin()) - 1;
  const Directory* const found = group(number);
  if (found == nullptr) return std::nullopt;
  const auto inside = std::upper_bound(found->shards.begin(), found->shards.end(), token);
  return number * index_.group_size + static_cast<std::size_t>(inside - found->shards.begin());
}

/// False when the shard cannot be had or turns out to be damaged.
bool Store::try_shard(std::size_t number, const std::function<void(Shard&)>& use) {
  Shard* const part = shard(number);
  if (part == nullptr) return false;
  try {
    use(*part);
    return true;
  } catch (const FormatError&) {
    report(postings_name(number), Trouble::damaged);
    return false;
  }
}

/// All shards with tokens in this range, or none of them.
bool Store::try_shards(Token begin, Token end, const std::function<void(Shard&)>& use) {
  const auto first = shards_up_to(begin), behind = shards_up_to(end - 1);
  if (!first || !behind) return false;
  const std::size_t from = std::max<std::size_t>(*first, 1) - 1;
  for (std::size_t number = from; number < *behind; ++number) {
    if (shard(number) == nullptr) return false;
  }
  for (std::size_t number = from; number < *behind; ++number) {
    if (!try_shard(number, use)) return false;
  }
  return true;
}

/// What `read` makes of the letters of a page's record.
template <typename Read>
auto Store::read_page(std::uint32_t number, const Read& read)
    -> std::optional<decltype(read(std::string_view()))> {
  const std::size_t block_number = number / index_.pages_per_block;
  const std::string* const found = block(block_number);
  if (found == nullptr) return std::nullopt;
  const std::size_t first = block_number * index_.pages_per_block;
  const std::size_t count = std::min<std::size_t>(index_.pages_per_block, index_.pages - first);
  try {
    return read(record_of(*found, count, number - first));
  } catch (const FormatError&) {
    report(texts_name(block_number), Trouble::damaged);
    return std::nullopt;
  }
}

std::optional<PageRecord> Store::page(std::uint32_t number) {
  return read_page(number, [&](std::string_view letters) { return read_record(symbols_.decode(letters)); });
}

std::optional<Store::Beginning> Store::page_beginning(std::uint32_t number) {
  return read_page(number, [&](std::string_view letters) {
    if (letters.size() <= first_look) return Beginning{read_record(symbols_.decode(letters)), true};
    const std::u32string text = symbols_.decode_beginning(letters.substr(0, first_look));
    return Beginning{read_record_beginning(text), false};
  });
}

Shard* Store::shard(std::size_t number) {
  if (const auto known = shards_.find(number); known != shards_.end()) return &known->second;
  const std::string name = postings_name(number);
  const Directory* const place = group(number / index_.group_size);
  if (place == nullptr || number % index_.group_size >= place->shard_checks.size()) return nullptr;
  const auto found = letters(name, place->shard_checks[number % index_.group_size]);
  if (!found) return nullptr;
  try {
    return &shards_.emplace(number, Shard(*found, index_.pages)).first->second;
  } catch (const FormatError&) {
    report(name, Trouble::damaged);
    return nullptr;
  }
}

const std::string* Store::block(std::size_t number) {
  if (const auto known = blocks_.find(number); known != blocks_.end()) return &known->second;
  const Directory* const place = group(number / index_.group_size);
  if (place == nullptr) return nullptr;
  if (number % index_.group_size >= place->block_checks.size()) {
    report(texts_name(number), Trouble::missing);
    return nullptr;
  }
  auto found = letters(texts_name(number), place->block_checks[number % index_.group_size]);
  return found ? &blocks_.emplace(number, std::move(*found)).first->second : nullptr;
}

NameBook* Store::name_book(std::size_t number) {
  if (const auto known = name_books_.find(number); known != name_books_.end()) return &known->second;
  const std::string name = names_name(number);
  const auto found = letters(name, index_.name_checks[number]);
  if (!found) return nullptr;
  try {
    return &name_books_.emplace(number, NameBook(*found)).first->second;
  } catch (const FormatError&) {
    report(name, Trouble::damaged);
    return nullptr;
  }
}

std::vector<ReadName> Store::names(std::string_view typed, const std::vector<Initials>& initials) {
  std::map<std::size_t, std::vector<Initials>> shards;
  for (const Initials key : initials) {
    const auto behind = std::upper_bound(index_.names.begin(), index_.names.end(), key);
    if (behind != index_.names.begin())
      shards[static_cast<std::size_t>(behind - index_.names.begin()) - 1].push_back(key);
  }
  std::vector<ReadName> found;
  for (const auto& [number, keys] : shards) {
    if (const NameBook* const book = name_book(number)) book->look_up(typed, keys, found);
  }
  return found;
}

/// Made once from its letters; made from nothing when they cannot be had.
template <typename Made, typename Make>
const Made& Store::part(std::optional<Made>& kept, std::size_t part, const Make& make) {
  if (kept) return *kept;
  const std::string name = part_name(part);
  const auto found = letters(name, index_.part_checks[part]);
  try {
    if (found) kept = make(*found);
  } catch (const FormatError&) {
    report(name, Trouble::damaged);
  }
  if (kept) return *kept;
  static const Made none{};
  return none;
}

const WordBook& Store::words() {
  return part(words_, words_part,
              [this](const std::string& letters) { return read_words(symbols_.decode(letters)); });
}

const std::vector<std::string>& Store::readings(char32_t c) {
  const std::uint32_t file = c % sound_files;
  const Sounds& sounds = part(sounds_[file], sounds_part + file, [file](const std::string& letters) {
    BitReader in(letters);
    return read_readings(in, {sound_files, file});
  });
  static const std::vector<std::string> none;
  const auto found = sounds.find(c);
  return found == sounds.end() ? none : found->second;
}

const FacetTable& Store::facets() {
  return part(facets_, facets_part, [this](const std::string& letters) {
    const std::string_view all = letters;
    const auto& parts = index_.facet_parts;
    if (parts.size() != 2 || parts[0] > all.size()) throw FormatError("facets that are cut off");
    return read_facets(symbols_.decode(all.substr(0, parts[0])), all.substr(parts[0]), index_.pages);
  });
}

const std::vector<SubjectNames>& Store::subjects(std::size_t bucket) {
  if (const auto known = subjects_.find(bucket); known != subjects_.end()) return known->second;
  const std::string& all =
      part(subject_letters_, subjects_part, [](const std::string& letters) { return letters; });
  const auto& lengths = index_.subject_buckets;
  const std::size_t begin =
      std::accumulate(lengths.begin(), lengths.begin() + static_cast<std::ptrdiff_t>(bucket), std::size_t{0});
  std::vector<SubjectNames> found;
  try {
    if (begin + lengths[bucket] <= all.size())
      found = read_subjects(symbols_.decode(std::string_view(all).substr(begin, lengths[bucket])));
  } catch (const FormatError&) {
    report(part_name(subjects_part), Trouble::damaged);
  }
  return subjects_.emplace(bucket, std::move(found)).first->second;
}

const PartyBook& Store::parties() {
  return part(parties_, parties_part,
              [this](const std::string& letters) { return read_parties(symbols_.decode(letters)); });
}

std::optional<FactPart> Store::facts(const FactPlace& place) {
  const std::string name = facts_name(place.shard);
  auto shard = fact_shards_.find(place.shard);
  if (shard == fact_shards_.end()) {
    auto found = letters(name, place.check);
    if (!found) return std::nullopt;
    shard = fact_shards_.emplace(place.shard, std::move(*found)).first;
  }
  try {
    if (place.begin + place.length > shard->second.size()) throw FormatError("facts behind the end");
    return read_facts(symbols_.decode(std::string_view(shard->second).substr(place.begin, place.length)));
  } catch (const FormatError&) {
    report(name, Trouble::damaged);
    return std::nullopt;
  }
}

std::optional<std::string> Store::letters(const std::string& name, const std::string& check) {
  std::string bytes;
  try {
    bytes = load_(file_name(name));
  } catch (const std::runtime_error&) {
    report(name, Trouble::missing);
    return std::nullopt;
  }
  try {
    return std::string(read_letters(name, bytes, check));
  } catch (const FormatError&) {
    report(name, Trouble::damaged);
    return std::nullopt;
  }
}

void Store::report(const std::string& name, Trouble trouble) {
  const std::string file = "search/" + file_name(name);
  const Wording missing = {"缺少索引文件 " + file + "，结果可能不完整",
                           "the index file " + file + " is missing: results may be incomplete"};
  const Wording damaged = {
      "索引文件 " + file + " 已损坏或不是同一次生成的，结果可能不完整",
      "the index file " + file + " is damaged or from another build: results may be incomplete"};
  const Wording& problem = trouble == Trouble::missing ? missing : damaged;
  const auto same = [&](const Wording& known) { return known.en == problem.en; };
  if (std::none_of(problems_.begin(), problems_.end(), same)) problems_.push_back(problem);
}

}  // namespace nianbao::search
