#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "search/posting_list.h"

/// Who comes first. All numbers are integers, so that the program and the browser agree to the last digit.
///
/// A page's score is the sum over the words of rarity × value: the rarity of a word (as in BM25's inverse
/// document frequency, but a logarithm in sixteenths by straight lines) and its value on the page, by field
/// (BM25F: Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, 3.6): title above context
/// above text, the text by grades that level off with repetition (BM25 with k1 = 1.2, b = 0, times 8). The
/// best entry of a page adds what only its text can tell.
namespace nianbao::search {

/// Rarity of a word on `hits` of `pages` pages: 16 for one that is everywhere, 16 more for each halving.
int rarity(std::uint32_t pages, std::size_t hits);

/// Of a word in the name of the organisation, besides what it is worth as a part of the context.
inline constexpr int named_value = 8;

int title_value(bool begins, bool ends, bool whole);
inline constexpr int context_value = 16;
int text_value(std::uint8_t grade);

/// What only the best entry's text can tell: the organisation apart from the context, how much of the title
/// the word is, and whether it is the title of a page, not of a part or a row of one.
inline constexpr int organisation_value = 24, covered_value = 10, own_title_value = 30;
/// For each word of a line in which several words stand together, times its rarity.
inline constexpr int nearness_value = 8;

/// Sixteenths that a page's score is worth, by its kinds, separated by spaces: chapters tell about what they
/// name; tables of indicators and of majors only count it, in many rows whose names look alike.
int weight_of_kinds(std::string_view kinds);

/// A word that means the same is worth three quarters of the one that was typed.
constexpr int other_form_value(int value) { return value * 3 / 4; }

/// 0 for none, 16 for one, 16 more for each doubling.
int logarithm(std::uint64_t number);

/// Pages of one word by the index alone, growing, with its value there.
struct WordHit {
  std::uint32_t page = 0;
  int value = 0;
};

/// Narrows `found` to pages where the next token stands too, field by field; the edges of titles add up.
void narrow(TokenPostings& found, const TokenPostings& next);

std::vector<WordHit> hits_of(const TokenPostings& found);

struct Candidate {
  std::uint32_t page = 0;
  int words = 0;  ///< how many of the words
  int score = 0;
};

/// Pages with at least one of the words, in growing order.
std::vector<Candidate> candidates_of(const std::vector<std::vector<WordHit>>& words,
                                     const std::vector<int>& rarities, std::uint32_t page_count);

/// Hits of a word and of another one that means the same.
std::vector<WordHit> with_other_form(const std::vector<WordHit>& word, const std::vector<WordHit>& other);

/// Those with at least `words` words, best first: with more words, by score, then by page, which is the
/// latest year first.
std::vector<Candidate> ranked(const std::vector<Candidate>& candidates, int words);

}  // namespace nianbao::search
