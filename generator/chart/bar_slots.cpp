#include "chart/bar_slots.h"

#include <algorithm>

namespace nianbao::chart {

BarSlots divide_step(const Look& look, double step, std::size_t groups, double thickest) {
  BarSlots slots;
  slots.groups = groups;
  slots.band = std::min(step * look.category_percentage, 2 * thickest);
  slots.pitch = step * look.category_percentage / static_cast<double>(groups);
  slots.thickness = look.bar_thickness.value_or(slots.pitch * look.bar_percentage);
  const double most = look.most_bar_thickness.value_or(look.bar_thickness ? slots.pitch : thickest);
  if (slots.thickness > most) {
    // Bars that may not fill their room stay side by side.
    slots.pitch = std::min(slots.pitch, most / std::max(look.bar_percentage, 0.1));
    slots.thickness = std::min(most, slots.pitch);
  }
  slots.thickness = std::min(slots.thickness, slots.pitch);
  return slots;
}

}  // namespace nianbao::chart
