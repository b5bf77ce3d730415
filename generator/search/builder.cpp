#include <algorithm>
#include <array>
#include <map>
#include <mutex>
#include <tbb/parallel_for.h>
#include <thread>

#include "search/bits.h"
#include "search/index_file.h"
#include "search/page_record.h"
#include "search/script_file.h"
#include "search/search.h"
#include "search/shard.h"
#include "search/symbol_training.h"
#include "search/text_block.h"
#include "search/token_collector.h"

namespace nianbao::search {
namespace {

constexpr std::size_t shard_bits =
    24 * 1024 * 13 / 2;  // 24 KiB of letters: most questions need one to three shards
constexpr std::size_t block_letters =
    32 * 1024;                     // where parts of files can be had, only parts of blocks are loaded
constexpr std::size_t parts = 16;  // of the collection: fixed, so that threads do not show
constexpr std::size_t sample_characters = 400'000;
constexpr std::size_t stripes = 16;

/// Tokens of all pages, collected in parts that stand side by side.
std::vector<CollectedTokens> collect(const std::vector<Page>& pages) {
  std::vector<CollectedTokens> collected(parts);
  tbb::parallel_for(std::size_t{0}, parts, [&](std::size_t part) {
    TokenCollector collector;
    const std::size_t begin = pages.size() * part / parts, end = pages.size() * (part + 1) / parts;
    for (std::size_t i = begin; i < end; ++i) collector.add(pages[i], static_cast<std::uint32_t>(i));
    collected[part] = collector.finish();
  });
  return collected;
}

/// All pairs of first two characters.
std::vector<Token> pairs_of(const std::vector<CollectedTokens>& parts) {
  std::vector<Token> pairs;
  for (const CollectedTokens& part : parts) {
    for (const Token token : part.tokens()) {
      if (pairs.empty() || pairs.back() != pair_of(token)) pairs.push_back(pair_of(token));
    }
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

WrittenPair write_pair(Token pair, const std::vector<CollectedTokens>& parts, std::uint32_t page_count) {
  std::map<Token, TokenPostings> postings;
  for (const CollectedTokens& part : parts) {
    const std::vector<Token>& tokens = part.tokens();
    auto token = std::lower_bound(tokens.begin(), tokens.end(), pair);
    for (; token != tokens.end() && pair_of(*token) == pair; ++token) {
      part.append_to(postings[*token], static_cast<std::size_t>(token - tokens.begin()));
    }
  }
  WrittenPair written{pair, {}, {}};
  for (const auto& [token, found] : postings) {
    written.thirds.push_back(third_of(token));
    write_postings(written.lists, found, page_count);
  }
  return written;
}

std::vector<WrittenPair> write_pairs(const std::vector<Page>& pages) {
  const std::vector<CollectedTokens> collected = collect(pages);
  const std::vector<Token> pairs = pairs_of(collected);
  std::vector<WrittenPair> written(pairs.size());
  tbb::parallel_for(std::size_t{0}, pairs.size(), [&](std::size_t i) {
    written[i] = write_pair(pairs[i], collected, static_cast<std::uint32_t>(pages.size()));
  });
  return written;
}

/// About what a pair takes in a shard: its lists, and its place in the directory.
std::size_t bits_of(const WrittenPair& pair) { return pair.lists.size() + 24 + 10 * pair.thirds.size(); }

/// Pairs side by side until a shard is full.
std::vector<std::span<const WrittenPair>> divide(const std::vector<WrittenPair>& pairs) {
  std::vector<std::span<const WrittenPair>> shards;
  std::size_t begin = 0, bits = 0;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (i > begin && bits + bits_of(pairs[i]) > shard_bits) {
      shards.push_back(std::span(pairs).subspan(begin, i - begin));
      begin = i;
      bits = 0;
    }
    bits += bits_of(pairs[i]);
  }
  if (begin < pairs.size()) shards.push_back(std::span(pairs).subspan(begin));
  return shards;
}

/// Symbols for all records, learnt from pages evenly spread over them.
SymbolTable learn_symbols(const std::vector<Page>& pages) {
  std::vector<std::u32string> sample;
  std::size_t bytes = 0;
  for (const Page& page : pages) {
    for (const Entry& entry : page.entries) bytes += entry.text.size() + entry.title.size();
  }
  const std::size_t step = bytes / 3 / sample_characters + 1;
  for (std::size_t i = 0; i < pages.size(); i += step) sample.push_back(write_record(pages[i]));
  return train_symbols(sample, static_cast<double>(step));
}

std::vector<std::string> write_records(const std::vector<Page>& pages, const SymbolTable& symbols) {
  const SymbolEncoder encoder(symbols);
  std::vector<std::string> records(pages.size());
  tbb::parallel_for(std::size_t{0}, pages.size(),
                    [&](std::size_t i) { records[i] = encoder.encode(write_record(pages[i])); });
  return records;
}

std::size_t pages_per_block(const std::vector<std::string>& records) {
  std::size_t letters = 0;
  for (const std::string& record : records) letters += record.size();
  return std::max<std::size_t>(1, records.size() * block_letters / std::max(letters, block_letters));
}

/// Puts files and what index.js says of them side by side.
class Output {
 public:
  std::vector<File> files;
  IndexFile index;

  void add_shards(const std::vector<WrittenPair>& pairs) {
    for (const auto& shard : divide(pairs)) {
      index.shards.push_back(shard.front().pair);
      index.shard_checks.push_back(add(postings_name(index.shard_checks.size()), write_shard(shard)));
    }
  }

  void add_blocks(const std::vector<std::string>& records) {
    index.pages_per_block = static_cast<std::uint32_t>(pages_per_block(records));
    for (std::size_t i = 0; i < records.size(); i += index.pages_per_block) {
      const std::size_t count = std::min<std::size_t>(index.pages_per_block, records.size() - i);
      index.block_checks.push_back(
          add(texts_name(index.block_checks.size()), write_block(std::span(records).subspan(i, count))));
    }
  }

 private:
  std::string add(const std::string& name, const std::string& letters) {
    files.push_back({file_name(name), write_letters(name, letters)});
    return check_of(letters);
  }
};

std::vector<File> write_index_of(std::vector<Entry> entries) {
  Output output;
  output.index.entries = static_cast<std::uint32_t>(entries.size());
  const std::vector<Page> pages = pages_of(std::move(entries));
  if (pages.size() > most_pages) throw std::length_error("more pages than an index can hold");
  output.index.pages = static_cast<std::uint32_t>(pages.size());
  output.add_shards(write_pairs(pages));
  const SymbolTable symbols = learn_symbols(pages);
  BitWriter table;
  symbols.write(table);
  output.index.symbols = table.characters();
  output.add_blocks(write_records(pages, symbols));
  output.files.push_back({file_name(index_name), write_index(output.index)});
  std::sort(output.files.begin(), output.files.end(),
            [](const File& a, const File& b) { return a.name < b.name; });
  return std::move(output.files);
}

}  // namespace

/// Threads put their entries into different stripes, so that they seldom wait for each other.
struct Builder::Implementation {
  struct Stripe {
    std::mutex mutex;
    std::vector<Entry> entries;
  };
  std::array<Stripe, stripes> all;

  Stripe& mine() { return all[std::hash<std::thread::id>{}(std::this_thread::get_id()) % stripes]; }
};

Builder::Builder() : implementation_(std::make_unique<Implementation>()) {}
Builder::~Builder() = default;

void Builder::add(Entry entry) {
  Implementation::Stripe& stripe = implementation_->mine();
  const std::lock_guard lock(stripe.mutex);
  stripe.entries.push_back(std::move(entry));
}

std::vector<File> Builder::finish() {
  std::vector<Entry> entries;
  for (Implementation::Stripe& stripe : implementation_->all) {
    std::move(stripe.entries.begin(), stripe.entries.end(), std::back_inserter(entries));
    stripe.entries = {};
  }
  return write_index_of(std::move(entries));
}

}  // namespace nianbao::search
