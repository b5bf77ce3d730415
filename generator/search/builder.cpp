#include <algorithm>
#include <map>
#include <mutex>
#include <tbb/parallel_for.h>
#include <tbb/parallel_invoke.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include "search/answer_book.h"
#include "search/bits.h"
#include "search/characters.h"
#include "search/facets.h"
#include "search/fold.h"
#include "search/han.h"
#include "search/index_file.h"
#include "search/name_book.h"
#include "search/page_order.h"
#include "search/page_record.h"
#include "search/pair_merge.h"
#include "search/script_file.h"
#include "search/search.h"
#include "search/shard.h"
#include "search/symbol_training.h"
#include "search/text_block.h"
#include "search/word_book.h"

namespace nianbao::search {
namespace {

constexpr std::size_t sample_characters = 100'000;
constexpr std::uint32_t records_at_once = 128;

using PutFile = std::function<void(File)>;

/// How many things a pipeline has in work: enough for all threads, few enough for the memory.
std::size_t in_work() { return 2 * static_cast<std::size_t>(tbb::this_task_arena::max_concurrency()); }

/// Symbols for all records, learnt from pages evenly spread over them. The words of questions have theirs,
/// too: a reader that meets a Chinese character without one takes it for a traditional one, and loads these.
SymbolTable learn_symbols(const PageOrder& pages, const WordBook& words) {
  std::uint64_t bytes = 0;
  for (const StoredBatch& batch : pages.batches()) bytes += batch.head.text_size();
  const std::uint64_t step = bytes / 3 / sample_characters + 1;
  std::vector<std::u32string> sample;
  for (std::uint64_t i = 0; i < pages.size(); i += step) {
    const auto page = static_cast<std::uint32_t>(i);
    sample.push_back(code_points(pages.records(page, page + 1).front()));
  }
  return train_symbols(sample, static_cast<double>(step), write_words(words));
}

/// Traditional characters that stand in the texts.
Variants traditional_variants(const PageOrder& pages) {
  std::vector<char32_t> seen;
  for (const StoredBatch& batch : pages.batches()) {
    seen.insert(seen.end(), batch.head.traditional().begin(), batch.head.traditional().end());
  }
  std::sort(seen.begin(), seen.end());
  Variants out;
  for (const auto& [form, simple] : simplified_forms()) {
    if (std::binary_search(seen.begin(), seen.end(), static_cast<char32_t>(form)))
      out.emplace_back(form, simple);
  }
  return out;
}

/// The records of all pages in symbols, put away: only when all are written it is known how many make a
/// block.
class EncodedRecords {
 public:
  EncodedRecords(const PageOrder& pages, const SymbolEncoder& encoder) {
    std::uint32_t next = 0;
    tbb::parallel_pipeline(
        in_work(), tbb::make_filter<void, std::uint32_t>(tbb::filter_mode::serial_in_order,
                                                         [&](tbb::flow_control& control) {
                                                           if (next >= pages.size()) control.stop();
                                                           const std::uint32_t first = next;
                                                           next += records_at_once;
                                                           return first;
                                                         }) &
                       tbb::make_filter<std::uint32_t, std::vector<std::string>>(
                           tbb::filter_mode::parallel,
                           [&](std::uint32_t first) {
                             auto records =
                                 pages.records(first, std::min(first + records_at_once, pages.size()));
                             for (std::string& record : records)
                               record = checked_record(encoder.encode(code_points(record)));
                             return records;
                           }) &
                       tbb::make_filter<std::vector<std::string>, void>(
                           tbb::filter_mode::serial_in_order,
                           [&](const std::vector<std::string>& records) { put(records); }));
  }

  std::uint32_t pages_per_block(std::size_t block_letters) const {
    const std::size_t letters = begins_.back(), count = begins_.size() - 1;
    return static_cast<std::uint32_t>(
        std::max<std::size_t>(1, count * block_letters / std::max(letters, block_letters)));
  }

  std::vector<std::uint32_t> lengths() const {
    std::vector<std::uint32_t> lengths;
    for (std::size_t i = 0; i + 1 < begins_.size(); ++i)
      lengths.push_back(static_cast<std::uint32_t>(begins_[i + 1] - begins_[i]));
    return lengths;
  }

  std::vector<std::string> get(std::size_t first, std::size_t end) const {
    const std::string all = scratch_.get(begins_[first], begins_[end] - begins_[first]);
    std::vector<std::string> records;
    for (std::size_t i = first; i < end; ++i)
      records.push_back(all.substr(begins_[i] - begins_[first], begins_[i + 1] - begins_[i]));
    return records;
  }

 private:
  void put(const std::vector<std::string>& records) {
    std::string together;
    for (const std::string& record : records) {
      together += record;
      begins_.push_back(begins_.back() + record.size());
    }
    scratch_.put(together);
  }

  Scratch scratch_;
  std::vector<std::size_t> begins_{0};
};

/// Titles, organisations and cities, with how many entries they stand on.
std::vector<NameShard> write_names(const PageOrder& pages, const BatchStore& store) {
  std::map<std::string, std::uint32_t, std::less<>> counts;
  for (const StoredBatch& batch : pages.batches()) {
    const std::string bytes = store.read(batch, batch.head.names());
    see_names(bytes, [&](std::string_view name, std::uint32_t count) {
      const auto found = counts.find(name);
      if (found == counts.end())
        counts.emplace(name, count);
      else
        found->second += count;
    });
  }
  NameCollector collector;
  for (const auto& [name, count] : counts) collector.add(fold(code_points(name)), count);
  return collector.shards();
}

/// Hands over files and notes what index.js says of them.
class Output {
 public:
  Output(const Sizes& sizes, const PutFile& put) : sizes_(sizes), put_(put) {
    index.group_size = static_cast<std::uint32_t>(sizes.group);
  }

  IndexFile index;

  /// Ranges of the tokens are made to pairs side by side, divided into shards in order, and written side by
  /// side again.
  void add_shards(const PageOrder& pages, const BatchStore& store) {
    const std::vector<SliceRange> ranges = slice_ranges(pages);
    const DividedFrom divided{sizes_.divided_letters * 13 / 2, sizes_.divided_character_letters * 13 / 2};
    ShardDivider divider(sizes_.shard_letters);
    std::size_t next = 0, shards = 0;
    tbb::parallel_pipeline(
        in_work(),
        tbb::make_filter<void, SliceRange>(tbb::filter_mode::serial_in_order,
                                           [&](tbb::flow_control& control) {
                                             if (next == ranges.size()) return control.stop(), SliceRange{};
                                             return ranges[next++];
                                           }) &
            tbb::make_filter<SliceRange, Pairs>(
                tbb::filter_mode::parallel,
                [&](SliceRange range) { return write_pairs(pages, store, range, divided); }) &
            tbb::make_filter<Pairs, Shards>(tbb::filter_mode::serial_in_order,
                                            [&](Pairs pairs) {
                                              note_characters(pairs);
                                              const std::size_t first = shards;
                                              auto full = divider.add(std::move(pairs));
                                              shards += full.size();
                                              return Shards{first, std::move(full)};
                                            }) &
            tbb::make_filter<Shards, std::vector<ShardNote>>(
                tbb::filter_mode::parallel, [&](const Shards& full) { return write_shards(full); }) &
            tbb::make_filter<std::vector<ShardNote>, void>(
                tbb::filter_mode::serial_in_order,
                [&](const std::vector<ShardNote>& notes) { note_shards(notes); }));
    if (Pairs rest = divider.rest(); !rest.empty()) note_shards(write_shards({shards, {std::move(rest)}}));
  }

  /// Whether a folded character stands anywhere: every character begins a pair.
  bool stands(char32_t c) const { return std::binary_search(characters_.begin(), characters_.end(), c); }

  void add_blocks(const EncodedRecords& records) {
    index.pages_per_block = records.pages_per_block(sizes_.block_letters);
    const std::size_t pages = index.pages, each = index.pages_per_block;
    directory_.block_checks.resize((pages + each - 1) / each);
    if (pages <= sizes_.pages_with_lengths) directory_.lengths = records.lengths();
    tbb::parallel_for(std::size_t{0}, directory_.block_checks.size(), [&](std::size_t i) {
      directory_.block_checks[i] =
          add(texts_name(i), write_block(records.get(i * each, std::min(pages, (i + 1) * each))));
    });
  }

  void add_names(const std::vector<NameShard>& shards) {
    for (const NameShard& shard : shards) {
      index.names.push_back(shard.first);
      index.name_checks.push_back(add(names_name(index.name_checks.size()), shard.letters));
    }
  }

  void add_facts(const std::vector<std::string>& shards) {
    for (std::size_t i = 0; i < shards.size(); ++i) add(facts_name(i), shards[i]);
  }

  /// The names of facets, then their runs.
  void add_facets(const FacetTable& table, const SymbolEncoder& encoder) {
    const std::string names = encoder.encode(write_facet_names(table)), runs = write_facet_runs(table);
    index.facet_parts = {static_cast<std::uint32_t>(names.size()), static_cast<std::uint32_t>(runs.size())};
    add_part(names + runs);
  }

  /// In the order of Part.
  void add_part(const std::string& letters) {
    index.part_checks.push_back(add(part_name(index.part_checks.size()), letters));
  }

  /// Shards and blocks by groups; the only group stands in index.js itself.
  void add_directories() {
    for (std::size_t begin = 0; begin < most_files() || begin == 0; begin += sizes_.group) {
      const Directory group = {piece(directory_.shards, begin), piece(directory_.heads, begin),
                               piece(directory_.shard_checks, begin), piece(directory_.block_checks, begin),
                               piece(directory_.lengths, begin, index.pages_per_block)};
      const std::string letters = write_directory(group);
      if (!group.shards.empty()) index.groups.push_back(group.shards.front());
      if (!has_many_directories()) index.directory = letters;
      index.group_checks.push_back(has_many_directories() ? add(directory_name(begin / sizes_.group), letters)
                                                          : check_of(letters));
    }
  }

 private:
  std::size_t most_files() const {
    return std::max(directory_.shards.size(), directory_.block_checks.size());
  }
  bool has_many_directories() const { return most_files() > sizes_.group; }

  /// Of the group of files that begins there, each with so many values.
  template <typename T>
  std::vector<T> piece(const std::vector<T>& all, std::size_t begin, std::size_t each = 1) const {
    const std::size_t from = std::min(begin * each, all.size()),
                      to = std::min((begin + sizes_.group) * each, all.size());
    return {all.begin() + static_cast<std::ptrdiff_t>(from), all.begin() + static_cast<std::ptrdiff_t>(to)};
  }

  std::string add(const std::string& name, const std::string& letters) const {
    std::string check = check_of(letters);
    put_({file_name(name), write_letters(name, letters, check)});
    return check;
  }

  using Pairs = std::vector<WrittenPair>;
  struct Shards {
    std::size_t first = 0;  ///< number of the first one
    std::vector<Pairs> shards;
  };
  struct ShardNote {
    Token pair = 0;
    std::uint32_t head = 0;
    std::string check;
  };

  void note_characters(const Pairs& pairs) {
    for (const WrittenPair& pair : pairs) {
      if (characters_.empty() || characters_.back() != first_of(pair.pair))
        characters_.push_back(first_of(pair.pair));
    }
  }

  std::vector<ShardNote> write_shards(const Shards& full) const {
    std::vector<ShardNote> notes;
    for (const Pairs& pairs : full.shards) {
      const WrittenShard written = write_shard(pairs);
      notes.push_back(
          {pairs.front().pair, written.head, add(postings_name(full.first + notes.size()), written.letters)});
    }
    return notes;
  }

  void note_shards(const std::vector<ShardNote>& notes) {
    for (const ShardNote& note : notes) {
      directory_.shards.push_back(note.pair);
      directory_.heads.push_back(note.head);
      directory_.shard_checks.push_back(note.check);
    }
  }

  const Sizes& sizes_;
  const PutFile& put_;
  Directory directory_;
  std::vector<char32_t> characters_;
};

void write_index_of(std::vector<StoredBatch> batches, const BatchStore& store,
                    const std::vector<Synonyms>& synonyms, const KnownFacts& known, const Sizes& sizes,
                    const PutFile& put) {
  Output output(sizes, put);
  const PageOrder pages(batches, store);
  for (const StoredBatch& batch : batches) output.index.entries += batch.head.entry_count();
  output.index.pages = pages.size();
  const WordBook words = make_word_book(synonyms);
  SymbolTable symbols;
  std::vector<NameShard> names;
  tbb::parallel_invoke([&] { symbols = learn_symbols(pages, words); },
                       [&] { output.add_shards(pages, store); }, [&] { names = write_names(pages, store); });
  BitWriter table;
  symbols.write(table);
  output.index.symbols = table.characters();
  const SymbolEncoder encoder(symbols);
  output.add_blocks(EncodedRecords(pages, encoder));
  output.index.variants = write_variants(traditional_variants(pages));
  output.add_names(names);
  const Variants variants = variants_of([&](char32_t c) { return output.stands(c); });
  for (std::uint32_t i = 0; i < variant_files; ++i)
    output.add_part(write_variants(variants, {variant_files, i}));
  for (std::uint32_t i = 0; i < sound_files; ++i) output.add_part(write_sounds({sound_files, i}));
  output.add_part(encoder.encode(write_words(words)));
  output.add_facets(facets_of(pages.origins()), encoder);
  const WrittenFacts facts = write_facts(known, words, sizes.answer_letters,
                                         [&](std::u32string_view text) { return encoder.encode(text); });
  output.index.subject_buckets = facts.buckets;
  output.add_facts(facts.shards);
  output.add_part(facts.subjects);
  output.add_part(facts.parties);
  output.add_directories();
  put({file_name(index_name), write_index(output.index)});
}

}  // namespace

struct Builder::Implementation {
  Implementation(const Sizes& wanted, const std::filesystem::path& cache) : sizes(wanted), store(cache) {}

  Sizes sizes;
  BatchStore store;
  std::vector<Synonyms> synonyms;
  KnownFacts facts;
  std::mutex mutex;  ///< guards what follows
  std::map<std::string, std::vector<Entry>, std::less<>> waiting;
  std::vector<StoredBatch> stored;

  void put(std::vector<Entry> entries) {
    const std::vector<Page> pages = pages_of(std::move(entries));
    const auto batches = batches_of(pages);
    tbb::this_task_arena::isolate([&] {  // a thread that waits begins nothing else, which would hold memory
      tbb::parallel_for(std::size_t{0}, batches.size(), [&](std::size_t i) {
        StoredBatch batch = store.put(batches[i]);
        const std::lock_guard lock(mutex);
        stored.push_back(std::move(batch));
      });
    });
  }
};

Builder::Builder(const Sizes& sizes, const std::filesystem::path& cache)
    : implementation_(std::make_unique<Implementation>(sizes, cache)) {}
Builder::~Builder() = default;

void Builder::add(Entry entry) {
  const std::lock_guard lock(implementation_->mutex);
  implementation_->waiting[""].push_back(std::move(entry));
}

void Builder::add(std::string_view batch, std::vector<Entry> entries) {
  const std::lock_guard lock(implementation_->mutex);
  std::vector<Entry>& waiting = implementation_->waiting[std::string(batch)];
  waiting.insert(waiting.end(), std::make_move_iterator(entries.begin()),
                 std::make_move_iterator(entries.end()));
}

void Builder::end_batch(std::string_view batch) {
  std::vector<Entry> entries;
  {
    const std::lock_guard lock(implementation_->mutex);
    const auto found = implementation_->waiting.find(batch);
    if (found == implementation_->waiting.end()) return;
    entries = std::move(found->second);
    implementation_->waiting.erase(found);
  }
  implementation_->put(std::move(entries));
}

void Builder::add_synonyms(std::vector<std::string> words) {
  implementation_->synonyms.push_back(std::move(words));
}

void Builder::add_party(Party party) { implementation_->facts.parties.push_back(std::move(party)); }

void Builder::add_subject(Subject subject) { implementation_->facts.subjects.push_back(std::move(subject)); }

void Builder::finish(const std::function<void(File)>& put) {
  while (!implementation_->waiting.empty()) end_batch(std::string(implementation_->waiting.begin()->first));
  write_index_of(std::move(implementation_->stored), implementation_->store, implementation_->synonyms,
                 implementation_->facts, implementation_->sizes, put);
  implementation_->store.remove_unused();
}

std::vector<File> Builder::finish() {
  std::mutex mutex;
  std::vector<File> files;
  finish([&](File file) {
    const std::lock_guard lock(mutex);
    files.push_back(std::move(file));
  });
  std::sort(files.begin(), files.end(), [](const File& a, const File& b) { return a.name < b.name; });
  return files;
}

Batches Builder::batches() const { return {implementation_->store.found(), implementation_->store.made()}; }

}  // namespace nianbao::search
