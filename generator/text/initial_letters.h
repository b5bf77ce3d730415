#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace nianbao::text {

/// Under which letter a name stands in an index from A to Z: Chinese by its pinyin, Latin by its first
/// letter, signs before it left out (ICU's AlphabeticIndex for zh, after CLDR). Reading it loads ICU's data
/// once; it may be used by one thread at a time.
class InitialLetters {
 public:
  InitialLetters();
  ~InitialLetters();
  InitialLetters(const InitialLetters&) = delete;
  InitialLetters& operator=(const InitialLetters&) = delete;

  /// "A" to "Z"; "#" for digits, signs and other scripts.
  std::string of(std::string_view name) const;

 private:
  struct Implementation;
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace nianbao::text
