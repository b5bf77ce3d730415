#include "search/ranking.h"

#include <algorithm>
#include <bit>

namespace nianbao::search {

int rarity(std::uint32_t pages, std::size_t hits) {
  const std::uint64_t ratio = std::uint64_t{pages} * 16 / std::max<std::size_t>(hits, 1);
  if (ratio < 16) return 16;
  const int doublings = static_cast<int>(std::bit_width(ratio)) - 1;  // at least 4
  const auto rest = static_cast<int>((ratio << 4 >> doublings) - 16);
  return 16 + 16 * (doublings - 4) + rest;
}

int logarithm(std::uint64_t number) {
  if (number == 0) return 0;
  const int doublings = static_cast<int>(std::bit_width(number)) - 1;
  return 16 * doublings + static_cast<int>(number * 16 >> doublings);
}

int title_value(bool begins, bool ends, bool whole) {
  return 40 + (begins ? 10 : 0) + (ends ? 5 : 0) + (whole ? 30 : 0);
}

int weight_of_kinds(std::string_view kinds) {
  const auto has = [&](std::string_view kind) {
    return (" " + std::string(kinds) + " ").find(" " + std::string(kind) + " ") != std::string::npos;
  };
  if (has("chapter")) return 18;
  return has("indicator") || (has("major") && has("table")) ? 13 : 16;
}

int text_value(std::uint8_t grade) {
  constexpr int values[] = {8, 11, 14};
  return values[std::min<std::size_t>(grade, 2)];
}

void narrow(TokenPostings& found, const TokenPostings& next) {
  const auto lower = [](std::uint8_t a, std::uint8_t b) { return std::min(a, b); };
  const auto both_edges = [](std::uint8_t a, std::uint8_t b) { return static_cast<std::uint8_t>(a | b); };
  found.text = intersection(found.text, next.text, lower);
  found.context = intersection(found.context, next.context, lower);
  found.title = intersection(found.title, next.title, both_edges);
}

std::vector<WordHit> hits_of(const TokenPostings& found) {
  std::vector<WordHit> hits;
  for (const Posting& p : found.text) hits.push_back({p.page, text_value(p.detail)});
  for (const Posting& p : found.context) hits.push_back({p.page, context_value});
  for (const Posting& p : found.title) {
    const bool begins = (p.detail & begins_title) != 0, ends = (p.detail & ends_title) != 0;
    hits.push_back({p.page, title_value(begins, ends, begins && ends)});
  }
  std::stable_sort(hits.begin(), hits.end(),
                   [](const WordHit& a, const WordHit& b) { return a.page < b.page; });
  std::vector<WordHit> summed;
  for (const WordHit& hit : hits) {
    if (!summed.empty() && summed.back().page == hit.page) {
      summed.back().value += hit.value;
    } else {
      summed.push_back(hit);
    }
  }
  return summed;
}

std::vector<Candidate> candidates_of(const std::vector<std::vector<WordHit>>& words,
                                     const std::vector<int>& rarities, std::uint32_t page_count) {
  std::vector<Candidate> pages(page_count);
  for (std::size_t w = 0; w < words.size(); ++w) {
    for (const WordHit& hit : words[w]) {
      Candidate& candidate = pages[hit.page];
      candidate.page = hit.page;
      ++candidate.words;
      candidate.score += rarities[w] * hit.value;
    }
  }
  std::erase_if(pages, [](const Candidate& candidate) { return candidate.words == 0; });
  return pages;
}

std::vector<WordHit> with_other_form(const std::vector<WordHit>& word, const std::vector<WordHit>& other) {
  std::vector<WordHit> out;
  auto i = word.begin(), j = other.begin();
  while (i != word.end() || j != other.end()) {
    if (j == other.end() || (i != word.end() && i->page < j->page)) {
      out.push_back(*i++);
    } else if (i == word.end() || j->page < i->page) {
      out.push_back({j->page, other_form_value(j->value)});
      ++j;
    } else {
      out.push_back({i->page, std::max(i->value, other_form_value(j->value))});
      ++i, ++j;
    }
  }
  return out;
}

std::vector<Candidate> ranked(const std::vector<Candidate>& candidates, int words) {
  std::vector<Candidate> chosen;
  for (const Candidate& candidate : candidates) {
    if (candidate.words >= words) chosen.push_back(candidate);
  }
  std::stable_sort(chosen.begin(), chosen.end(), [](const Candidate& a, const Candidate& b) {
    return a.words != b.words ? a.words > b.words : a.score > b.score;
  });
  return chosen;
}

}  // namespace nianbao::search
