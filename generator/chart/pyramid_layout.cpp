#include "chart/layouts.h"

namespace nianbao::chart {

void layout_pyramid(Canvas& canvas) { (void)canvas; }

}  // namespace nianbao::chart
