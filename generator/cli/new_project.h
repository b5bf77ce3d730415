#pragma once

#include <span>
#include <string_view>

namespace nianbao::cli {

/// A file of the project that `new` makes.
struct NewFile {
  std::string_view path;  ///< relative, with "/"
  std::string_view text;
};

/// One school with one report that uses every part of the format once; its comments are an introduction to
/// the format. It passes `check` without a word.
std::span<const NewFile> new_project();

}  // namespace nianbao::cli
