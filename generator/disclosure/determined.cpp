#include "disclosure/determined.h"

#include <algorithm>
#include <cstdint>

namespace nianbao::disclosure {
namespace {

constexpr std::uint64_t prime = (std::uint64_t{1} << 31) - 1;

std::uint64_t inverse(std::uint64_t value) {  // Fermat: value^(prime − 2)
  std::uint64_t result = 1;
  for (std::uint64_t power = prime - 2; power > 0; power >>= 1) {
    if (power & 1) result = result * value % prime;
    value = value * value % prime;
  }
  return result;
}

}  // namespace

std::vector<bool> determined(const std::vector<std::vector<Term>>& equations, std::size_t unknowns) {
  std::vector<std::vector<std::uint64_t>> rows;
  for (const auto& equation : equations) {
    std::vector<std::uint64_t>& row = rows.emplace_back(unknowns, 0);
    for (const Term& term : equation)
      row[term.unknown] = (row[term.unknown] + (term.coefficient > 0 ? 1 : prime - 1)) % prime;
  }
  std::size_t done = 0;
  for (std::size_t column = 0; column < unknowns && done < rows.size(); ++column) {
    const auto pivot = std::find_if(rows.begin() + static_cast<std::ptrdiff_t>(done), rows.end(),
                                    [&](const auto& row) { return row[column] != 0; });
    if (pivot == rows.end()) continue;
    std::swap(*pivot, rows[done]);
    const std::uint64_t scale = inverse(rows[done][column]);
    for (std::uint64_t& value : rows[done]) value = value * scale % prime;
    for (std::size_t r = 0; r < rows.size(); ++r) {
      const std::uint64_t factor = rows[r][column];
      if (r == done || factor == 0) continue;
      for (std::size_t c = column; c < unknowns; ++c)
        rows[r][c] = (rows[r][c] + (prime - factor) * rows[done][c]) % prime;
    }
    ++done;
  }
  std::vector<bool> found(unknowns, false);
  for (std::size_t r = 0; r < done; ++r) {
    std::size_t stated = 0, last = 0;
    for (std::size_t c = 0; c < unknowns; ++c) {
      if (rows[r][c] != 0) ++stated, last = c;
    }
    if (stated == 1) found[last] = true;
  }
  return found;
}

}  // namespace nianbao::disclosure
