#include <algorithm>
#include <cstdlib>
#include <limits>

#include "text/utf8.h"

namespace nianbao::text {
namespace {

/// Longer names are compared by their beginnings: a typing slip is visible there, and hostile input stays
/// cheap.
constexpr std::size_t max_compared = 80;

std::u32string code_points(std::string_view utf8) {
  std::u32string out;
  for (std::size_t i = 0; i < utf8.size() && out.size() < max_compared;) out += next_code_point(utf8, i);
  return out;
}

}  // namespace

int edit_distance(std::string_view a_utf8, std::string_view b_utf8) {
  const std::u32string a = code_points(a_utf8), b = code_points(b_utf8);
  const std::size_t width = b.size() + 1;
  std::vector<int> cost((a.size() + 1) * width);
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i * width] = static_cast<int>(i);
  for (std::size_t j = 0; j <= b.size(); ++j) cost[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const int substitution = cost[(i - 1) * width + j - 1] + (a[i - 1] != b[j - 1]);
      int best = std::min({substitution, cost[(i - 1) * width + j] + 1, cost[i * width + j - 1] + 1});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) best = std::min(best, cost[(i - 2) * width + j - 2] + 1);
      cost[i * width + j] = best;
    }
  }
  return cost.back();
}

std::optional<std::string> nearest(std::string_view word, const std::vector<std::string>& candidates) {
  const int length = static_cast<int>(count_code_points(word));
  const int allowed = std::min(std::max(1, (length + 1) / 3), length - 1);
  int best = std::numeric_limits<int>::max();
  std::optional<std::string> found;
  for (const std::string& candidate : candidates) {
    const bool contained =
        length > 1 && word.size() < candidate.size() && candidate.find(word) != std::string::npos;
    const int difference = std::abs(static_cast<int>(count_code_points(candidate)) - length);
    if (difference > allowed && !contained) continue;  // most candidates: the distance cannot be smaller
    const int distance = contained ? std::min(difference, allowed) : edit_distance(word, candidate);
    if (distance <= allowed && distance < best) {
      best = distance;
      found = candidate;
    }
  }
  return found;
}

}  // namespace nianbao::text
