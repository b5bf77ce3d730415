#include "chart/layouts.h"

namespace nianbao::chart {

void layout_dumbbell(Canvas& canvas) { (void)canvas; }

}  // namespace nianbao::chart
