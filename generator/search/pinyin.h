#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Names looked for by how they are read: "hanjie", "hj", "hanj" and "hjie" are 焊接.
namespace nianbao::search {

/// Two first letters of the readings of a name's first two characters, as 26 × first + second.
using Initials = std::uint32_t;
inline constexpr Initials initials_end = 26 * 26;

/// Whether a folded word may be the beginning of a reading: two to forty letters a to z.
bool may_be_pinyin(std::u32string_view word);

/// With which initials a name may begin that is typed like this.
std::vector<Initials> initials_of_query(std::string_view letters);

/// How letters fit the beginning of a name.
struct PinyinFit {
  std::size_t characters = 0;  ///< of the name that were typed, at least two
  std::size_t whole = 0;       ///< of these, how many with their whole reading
};

using ReadingsOf = std::function<const std::vector<std::string>&(char32_t)>;

/// The best fit: as many whole readings as can be, then as few characters. Each character is typed with its
/// reading, its first letter (or zh, ch, sh); the last one may be cut off.
std::optional<PinyinFit> fit_pinyin(std::string_view letters, std::u32string_view name,
                                    const ReadingsOf& readings);

}  // namespace nianbao::search
