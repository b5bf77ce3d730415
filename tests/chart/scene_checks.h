#pragma once

#include <string>

#include "chart/scene.h"

/// What must hold for every laid-out picture.
namespace nianbao::chart::testing {

/// First pair of labels that touch, as text; empty when all keep apart.
std::string first_overlap(const Scene& scene);

/// The first box that is not inside the picture, as text; empty when all are.
std::string first_outside(const Scene& scene);

}  // namespace nianbao::chart::testing
