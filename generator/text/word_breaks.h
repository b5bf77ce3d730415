#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace nianbao::text {

/// Byte offsets inside `utf8` where a line may end without tearing a word: between the words ICU's dictionary
/// finds in Chinese text, where Unicode Standard Annex #14 allows a line to end. A number stays with what it
/// counts ("2023年"), no character stands alone in the last line. Places that need no advice are left out:
/// the two ends, spaces, all inside Latin text.
std::vector<std::size_t> word_breaks(std::string_view utf8);

}  // namespace nianbao::text
