#include "search/pinyin.h"

#include <algorithm>

namespace nianbao::search {
namespace {

constexpr std::size_t most_letters = 40;
constexpr std::size_t longest_reading = 6;

bool is_vowel(char c) { return std::string_view("aeiouv").find(c) != std::string_view::npos; }

Initials initials(char first, char second) {
  return static_cast<Initials>(first - 'a') * 26 + static_cast<Initials>(second - 'a');
}

/// Letters up to here may be the reading of a character, or its beginning: one group of consonants, then
/// vowels, then n, ng or r.
bool may_be_reading(std::string_view letters) {
  std::size_t i = 0;
  while (i < letters.size() && i < 2 && !is_vowel(letters[i])) ++i;
  if (i == 2 && letters[1] != 'h') return false;
  const std::size_t vowels = i;
  while (i < letters.size() && is_vowel(letters[i])) ++i;
  const std::string_view rest = letters.substr(i);
  if (rest.empty()) return true;
  return i > vowels && (rest == "n" || rest == "ng" || rest == "r");
}

bool same_letter(char typed, char read) { return typed == read || (read == 'v' && typed == 'u'); }

bool begins_with(std::string_view letters, std::string_view reading) {
  return letters.size() >= reading.size() &&
         std::equal(reading.begin(), reading.end(), letters.begin(),
                    [](char read, char typed) { return same_letter(typed, read); });
}

/// Tries all ways to read the letters; names are short and the letters decide quickly.
class Fitting {
 public:
  Fitting(std::u32string_view name, const ReadingsOf& readings) : name_(name), readings_(readings) {}

  std::optional<PinyinFit> run(std::string_view letters) {
    go(letters, {});
    return best_;
  }

 private:
  void go(std::string_view letters, PinyinFit so_far) {
    if (letters.empty()) return keep(so_far);
    if (so_far.characters == name_.size() || ++steps_ > most_steps) return;
    for (const std::string& reading : readings_(name_[so_far.characters])) {
      if (begins_with(letters, reading))
        go(letters.substr(reading.size()), {so_far.characters + 1, so_far.whole + 1});
      if (reading.size() > 1 && letters[0] == reading[0])
        go(letters.substr(1), {so_far.characters + 1, so_far.whole});
      const bool two = reading.size() > 2 && reading[1] == 'h';
      if (two && begins_with(letters, std::string_view(reading).substr(0, 2)))
        go(letters.substr(2), {so_far.characters + 1, so_far.whole});
      if (letters.size() > 1 && letters.size() < reading.size() && begins_with(reading, letters))
        keep({so_far.characters + 1, so_far.whole});
    }
  }

  void keep(PinyinFit fit) {
    if (fit.characters < 2) return;
    if (!best_ || fit.whole > best_->whole ||
        (fit.whole == best_->whole && fit.characters < best_->characters))
      best_ = fit;
  }

  static constexpr int most_steps = 2000;

  std::u32string_view name_;
  const ReadingsOf& readings_;
  std::optional<PinyinFit> best_;
  int steps_ = 0;
};

}  // namespace

bool may_be_pinyin(std::u32string_view word) {
  return word.size() >= 2 && word.size() <= most_letters &&
         std::all_of(word.begin(), word.end(), [](char32_t c) { return c >= 'a' && c <= 'z'; });
}

std::vector<Initials> initials_of_query(std::string_view letters) {
  std::vector<Initials> out;
  for (std::size_t first = 1; first < letters.size() && first <= longest_reading; ++first) {
    if (!may_be_reading(letters.substr(0, first))) continue;
    const char next = letters[first];
    if (next == 'i' || next == 'u' || next == 'v') continue;  // no reading begins with these
    out.push_back(initials(letters[0], next));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::optional<PinyinFit> fit_pinyin(std::string_view letters, std::u32string_view name,
                                    const ReadingsOf& readings) {
  return Fitting(name, readings).run(letters);
}

}  // namespace nianbao::search
