#pragma once

#include <cstddef>
#include <vector>

namespace nianbao::disclosure {

/// An unknown of an equation, with its sign.
struct Term {
  std::size_t unknown = 0;
  int coefficient = 1;
};

/// Which unknowns have one value only in every solution of a system of linear equations, whatever the
/// constants of its right-hand sides (they are not needed: the system has a solution). By Gauss-Jordan
/// elimination modulo the prime 2^31 − 1, in O(equations · unknowns²): an unknown is determined where a row
/// of the reduced form holds it alone.
std::vector<bool> determined(const std::vector<std::vector<Term>>& equations, std::size_t unknowns);

}  // namespace nianbao::disclosure
