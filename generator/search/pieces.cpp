#include "search/pieces.h"

#include <algorithm>

namespace nianbao::search {
namespace {

constexpr std::size_t longest_question = 24;  // characters; more would load too much
constexpr std::size_t longest_piece = 8;
constexpr std::size_t bits_of_number = 8;  // about what a page takes in a list
constexpr std::size_t weight_of_known_word = 256;

/// Parts between words that only ask; at each place the longest of these.
std::vector<std::u32string_view> parts_of(std::u32string_view word,
                                          const std::vector<std::u32string>& asking) {
  std::vector<std::u32string_view> parts;
  std::size_t begin = 0;
  const auto close = [&](std::size_t end) {
    if (end > begin) parts.push_back(word.substr(begin, end - begin));
  };
  for (std::size_t i = 0; i < word.size();) {
    std::size_t length = 0;
    for (const std::u32string& ask : asking) {
      if (word.substr(i).starts_with(ask)) length = std::max(length, ask.size());
    }
    if (length > 0) {
      close(i);
      begin = i + length;
    }
    i += std::max<std::size_t>(length, 1);
  }
  close(word.size());
  return parts;
}

/// How frequent a pair of characters is: about as many as its lists have numbers.
std::size_t weight_of(char32_t first, char32_t second, Lookup& lookup) {
  return (lookup.store().bits_of(make_token(first, second)) + bits_of_number - 1) / bits_of_number;
}

/// The best way to cut what stands behind each place, from the last place to the first.
class Cutting {
 public:
  Cutting(std::u32string_view part, Lookup& lookup) : part_(part), lookup_(lookup), cuts_(part.size() + 1) {
    for (std::size_t i = 0; i + 1 < part.size(); ++i)
      weights_.push_back(weight_of(part[i], part[i + 1], lookup));
    for (std::size_t i = part.size(); i-- > 0;) {
      cuts_[i] = {cuts_[i + 1].value, 0};
      std::size_t rarest = static_cast<std::size_t>(-1);
      for (std::size_t length = 2; length <= std::min(longest_piece, part.size() - i); ++length) {
        rarest = std::min(rarest, weights_[i + length - 2]);
        try_piece(i, length, rarest);
      }
    }
  }

  std::vector<std::u32string> pieces() const {
    std::vector<std::u32string> out;
    for (std::size_t i = 0; i < part_.size(); i += std::max<std::size_t>(cuts_[i].length, 1)) {
      if (cuts_[i].length > 0) out.emplace_back(part_.substr(i, cuts_[i].length));
    }
    return out;
  }

 private:
  struct Cut {
    int value = 0;
    std::size_t length = 0;  ///< of the piece that begins here; 0: none does
  };

  void try_piece(std::size_t at, std::size_t length, std::size_t weight) {
    const std::u32string piece(part_.substr(at, length));
    if (lookup_.store().words().is_known(piece)) weight = std::max(weight, weight_of_known_word);
    const int value = static_cast<int>(length - 1) * logarithm(weight) + cuts_[at + length].value;
    if (weight > 0 && value > cuts_[at].value) cuts_[at] = {value, length};
  }

  std::u32string_view part_;
  Lookup& lookup_;
  std::vector<std::size_t> weights_;  ///< of each pair
  std::vector<Cut> cuts_;
};

}  // namespace

Pieces pieces_of(std::u32string_view word, Lookup& lookup) {
  Pieces out;
  for (const std::u32string_view part :
       parts_of(word.substr(0, longest_question), lookup.store().words().asking)) {
    std::size_t covered = 0;
    for (std::u32string& piece : Cutting(part, lookup).pieces()) {
      covered += piece.size();
      if (std::find(out.texts.begin(), out.texts.end(), piece) == out.texts.end())
        out.texts.push_back(std::move(piece));
    }
    out.complete = out.complete && covered == part.size();
  }
  return out;
}

std::vector<std::u32string> halves_of(const std::u32string& piece, Lookup& lookup) {
  std::size_t cut = 1, least = static_cast<std::size_t>(-1);
  for (std::size_t i = 1; i < piece.size(); ++i) {
    const std::size_t weight = weight_of(piece[i - 1], piece[i], lookup);
    if (weight < least) {
      least = weight;
      cut = i;
    }
  }
  std::vector<std::u32string> out;
  for (const std::u32string& half : {piece.substr(0, cut), piece.substr(cut)}) {
    if (half.size() > 1) out.push_back(half);
  }
  return out;
}

}  // namespace nianbao::search
