#pragma once

#include <random>
#include <string>
#include <vector>

#include "search/search.h"

/// Made-up pages, the same for the same seed.
namespace nianbao::search {

struct CorpusSize {
  int pages = 60;
  int most_sections = 4;
  int most_lines = 4;
};

/// Chinese sentences of a small vocabulary with numbers, codes, Latin words and signs between them, so that
/// strings come back in other surroundings and false matches are likely.
std::vector<Entry> make_corpus(std::uint32_t seed, const CorpusSize& size = {});

std::vector<File> build_index(const std::vector<Entry>& entries, const Sizes& sizes = {});

/// A reader of files in memory.
std::unique_ptr<Reader> open_index(const std::vector<File>& files);

}  // namespace nianbao::search
