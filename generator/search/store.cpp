#include "search/store.h"

#include <algorithm>

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
  const std::size_t behind = shards_up_to(pair_of(token));
  TokenPostings found;
  if (behind == 0) return found;
  const bool done = try_shard(behind - 1, [&](Shard& shard) { found = shard.find(token); });
  return done ? std::optional(std::move(found)) : std::nullopt;
}

std::optional<TokenPostings> Store::find_prefix(Token prefix) {
  PostingsUnion found(index_.pages);
  const std::size_t first = std::max<std::size_t>(shards_up_to(prefix), 1) - 1;
  const std::size_t behind = shards_up_to(end_of_prefix(prefix) - 1);
  for (std::size_t number = first; number < behind; ++number) {
    if (!try_shard(number, [&](Shard& shard) { shard.add_prefix(prefix, found); })) return std::nullopt;
  }
  return found.all();
}

/// How many shards begin at this token or before it.
std::size_t Store::shards_up_to(Token token) const {
  const auto behind = std::upper_bound(index_.shards.begin(), index_.shards.end(), token);
  return static_cast<std::size_t>(behind - index_.shards.begin());
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

std::optional<PageRecord> Store::page(std::uint32_t number) {
  const std::size_t block_number = number / index_.pages_per_block;
  const std::string* const found = block(block_number);
  if (found == nullptr) return std::nullopt;
  const std::size_t first = block_number * index_.pages_per_block;
  const std::size_t count = std::min<std::size_t>(index_.pages_per_block, index_.pages - first);
  try {
    return read_record(symbols_.decode(record_of(*found, count, number - first)));
  } catch (const FormatError&) {
    report(texts_name(block_number), Trouble::damaged);
    return std::nullopt;
  }
}

Shard* Store::shard(std::size_t number) {
  if (const auto known = shards_.find(number); known != shards_.end()) return &known->second;
  const std::string name = postings_name(number);
  const auto found = letters(name, index_.shard_checks[number]);
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
  auto found = letters(texts_name(number), index_.block_checks[number]);
  return found ? &blocks_.emplace(number, std::move(*found)).first->second : nullptr;
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
