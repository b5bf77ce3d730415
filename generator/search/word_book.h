#pragma once

#include <string>
#include <string_view>
#include <vector>

/// Words that mean the same, and words that only ask. They are kept in the index, so that every reader
/// widens a question in the same way.
namespace nianbao::search {

/// Words of which each may stand for the others.
using Synonyms = std::vector<std::string>;

/// The words of the field that are built in.
std::vector<Synonyms> field_synonyms();

/// Folded words by groups.
struct WordBook {
  std::vector<std::u32string> asking;  ///< "怎么样", "？": never looked for when a question is taken apart
  std::vector<std::vector<std::u32string>> synonyms;

  bool is_known(std::u32string_view word) const;
  /// What else the word is called, without itself, each once.
  std::vector<std::u32string> others(std::u32string_view word) const;
};

/// The built-in words and those of a project, folded; a word that is empty or alone in its group is left out.
WordBook make_word_book(const std::vector<Synonyms>& more);

/// As one text, which the symbol table shortens.
std::u32string write_words(const WordBook& book);
/// Throws FormatError.
WordBook read_words(std::u32string_view text);

}  // namespace nianbao::search
