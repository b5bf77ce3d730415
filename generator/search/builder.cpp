#include <algorithm>
#include <array>
#include <atomic>
#include <map>
#include <mutex>
#include <tbb/parallel_for.h>
#include <thread>
#include <unordered_map>

#include "search/bits.h"
#include "search/characters.h"
#include "search/facets.h"
#include "search/fold.h"
#include "search/han.h"
#include "search/index_file.h"
#include "search/name_book.h"
#include "search/page_record.h"
#include "search/script_file.h"
#include "search/search.h"
#include "search/shard.h"
#include "search/symbol_training.h"
#include "search/text_block.h"
#include "search/token_collector.h"
#include "search/word_book.h"

namespace nianbao::search {
namespace {

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
std::vector<std::span<const WrittenPair>> divide(const std::vector<WrittenPair>& pairs,
                                                 std::size_t shard_letters) {
  const std::size_t shard_bits = shard_letters * 13 / 2;
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

/// Traditional characters that stand in the texts; gathered by many threads.
class TraditionalCharacters {
 public:
  void add(std::u32string_view text) {
    for (const char32_t c : text) {
      if (is_han(c) && simplified(c) != c) seen_[c - first].store(true, std::memory_order_relaxed);
    }
  }

  Variants variants() const {
    Variants out;
    for (const auto& [form, simple] : simplified_forms()) {
      if (seen_[form - first].load(std::memory_order_relaxed)) out.emplace_back(form, simple);
    }
    return out;
  }

 private:
  static constexpr char32_t first = 0x3400, last = 0x9FFF;
  std::vector<std::atomic<bool>> seen_ = std::vector<std::atomic<bool>>(last - first + 1);
};

std::vector<std::string> write_records(const std::vector<Page>& pages, const SymbolTable& symbols,
                                       TraditionalCharacters& traditional) {
  const SymbolEncoder encoder(symbols);
  std::vector<std::string> records(pages.size());
  tbb::parallel_for(std::size_t{0}, pages.size(), [&](std::size_t i) {
    const std::u32string record = write_record(pages[i]);
    traditional.add(record);
    records[i] = encoder.encode(record);
  });
  return records;
}

/// Titles, organisations and cities, with how many entries they stand on.
std::vector<NameShard> write_names(const std::vector<Page>& pages) {
  std::unordered_map<std::string_view, std::uint32_t> counts;
  for (const Page& page : pages) {
    ++counts[page.origin.city];
    for (const Entry& entry : page.entries) ++counts[entry.title], ++counts[entry.organisation];
  }
  NameCollector collector;
  for (const auto& [name, count] : counts) collector.add(fold(code_points(name)), count);
  return collector.shards();
}

std::size_t pages_per_block(const std::vector<std::string>& records, std::size_t block_letters) {
  std::size_t letters = 0;
  for (const std::string& record : records) letters += record.size();
  return std::max<std::size_t>(1, records.size() * block_letters / std::max(letters, block_letters));
}

/// Puts files and what index.js says of them side by side.
class Output {
 public:
  explicit Output(const Sizes& sizes) : sizes_(sizes) {
    index.group_size = static_cast<std::uint32_t>(sizes.group);
  }

  std::vector<File> files;
  IndexFile index;

  void add_shards(const std::vector<WrittenPair>& pairs) {
    for (const auto& shard : divide(pairs, sizes_.shard_letters)) {
      directory_.shards.push_back(shard.front().pair);
      const WrittenShard written = write_shard(shard);
      directory_.heads.push_back(written.head);
      directory_.shard_checks.push_back(add(postings_name(directory_.shard_checks.size()), written.letters));
    }
  }

  void add_blocks(const std::vector<std::string>& records) {
    index.pages_per_block = static_cast<std::uint32_t>(pages_per_block(records, sizes_.block_letters));
    for (std::size_t i = 0; i < records.size(); i += index.pages_per_block) {
      const std::size_t count = std::min<std::size_t>(index.pages_per_block, records.size() - i);
      directory_.block_checks.push_back(
          add(texts_name(directory_.block_checks.size()), write_block(std::span(records).subspan(i, count))));
    }
  }

  void add_names(const std::vector<NameShard>& shards) {
    for (const NameShard& shard : shards) {
      index.names.push_back(shard.first);
      index.name_checks.push_back(add(names_name(index.name_checks.size()), shard.letters));
    }
  }

  /// In the order of Part.
  void add_part(const std::string& letters) {
    const auto part = static_cast<Part>(index.part_checks.size());
    index.part_checks.push_back(add(part_name(part), letters));
  }

  /// Shards and blocks by groups; the only group stands in index.js itself.
  void add_directories() {
    const std::size_t most = std::max(directory_.shards.size(), directory_.block_checks.size());
    for (std::size_t begin = 0; begin < most || begin == 0; begin += sizes_.group) {
      const Directory group = {piece(directory_.shards, begin), piece(directory_.heads, begin),
                               piece(directory_.shard_checks, begin), piece(directory_.block_checks, begin)};
      const std::string letters = write_directory(group);
      if (!group.shards.empty()) index.groups.push_back(group.shards.front());
      if (most <= sizes_.group) index.directory = letters;
      index.group_checks.push_back(most <= sizes_.group ? check_of(letters)
                                                        : add(directory_name(begin / sizes_.group), letters));
    }
  }

 private:
  template <typename T>
  std::vector<T> piece(const std::vector<T>& all, std::size_t begin) const {
    const std::size_t from = std::min(begin, all.size()), to = std::min(begin + sizes_.group, all.size());
    return {all.begin() + static_cast<std::ptrdiff_t>(from), all.begin() + static_cast<std::ptrdiff_t>(to)};
  }

  std::string add(const std::string& name, const std::string& letters) {
    files.push_back({file_name(name), write_letters(name, letters)});
    return check_of(letters);
  }

  const Sizes& sizes_;
  Directory directory_;
};

/// Whether a folded character stands anywhere: every character begins a pair.
class StandingCharacters {
 public:
  explicit StandingCharacters(const std::vector<WrittenPair>& pairs) {
    for (const WrittenPair& pair : pairs) all_.push_back(first_of(pair.pair));
  }
  bool operator()(char32_t c) const { return std::binary_search(all_.begin(), all_.end(), c); }

 private:
  std::vector<char32_t> all_;
};

/// Two texts in one string of letters: the length of the first, four letters, then both.
std::string facet_letters(const std::vector<Page>& pages, const SymbolEncoder& encoder) {
  const FacetTable table = facets_of(pages);
  return write_block(
      std::vector<std::string>{encoder.encode(write_facet_names(table)), write_facet_runs(table)});
}

std::vector<File> write_index_of(std::vector<Entry> entries, const std::vector<Synonyms>& synonyms,
                                 const Sizes& sizes) {
  Output output(sizes);
  output.index.entries = static_cast<std::uint32_t>(entries.size());
  const std::vector<Page> pages = pages_of(std::move(entries));
  if (pages.size() > most_pages) throw std::length_error("more pages than an index can hold");
  output.index.pages = static_cast<std::uint32_t>(pages.size());
  const std::vector<WrittenPair> pairs = write_pairs(pages);
  output.add_shards(pairs);
  const SymbolTable symbols = learn_symbols(pages);
  BitWriter table;
  symbols.write(table);
  output.index.symbols = table.characters();
  TraditionalCharacters traditional;
  output.add_blocks(write_records(pages, symbols, traditional));
  output.index.variants = write_variants(traditional.variants());
  output.add_names(write_names(pages));
  const SymbolEncoder encoder(symbols);
  output.add_part(write_variants(variants_of(StandingCharacters(pairs))));
  output.add_part(write_sounds());
  output.add_part(encoder.encode(write_words(make_word_book(synonyms))));
  output.add_part(facet_letters(pages, encoder));
  output.add_directories();
  output.files.push_back({file_name(index_name), write_index(output.index)});
  std::sort(output.files.begin(), output.files.end(),
            [](const File& a, const File& b) { return a.name < b.name; });
  return std::move(output.files);
}

}  // namespace

/// Threads put their entries into different stripes, so that they seldom wait for each other.
struct Builder::Implementation {
  Sizes sizes;
  struct Stripe {
    std::mutex mutex;
    std::vector<Entry> entries;
  };
  std::array<Stripe, stripes> all;
  std::vector<Synonyms> synonyms;

  Stripe& mine() { return all[std::hash<std::thread::id>{}(std::this_thread::get_id()) % stripes]; }
};

Builder::Builder(const Sizes& sizes) : implementation_(std::make_unique<Implementation>()) {
  implementation_->sizes = sizes;
}
Builder::~Builder() = default;

void Builder::add(Entry entry) {
  Implementation::Stripe& stripe = implementation_->mine();
  const std::lock_guard lock(stripe.mutex);
  stripe.entries.push_back(std::move(entry));
}

void Builder::add_synonyms(std::vector<std::string> words) {
  implementation_->synonyms.push_back(std::move(words));
}

std::vector<File> Builder::finish() {
  std::vector<Entry> entries;
  for (Implementation::Stripe& stripe : implementation_->all) {
    std::move(stripe.entries.begin(), stripe.entries.end(), std::back_inserter(entries));
    stripe.entries = {};
  }
  return write_index_of(std::move(entries), implementation_->synonyms, implementation_->sizes);
}

}  // namespace nianbao::search
