#include "chart/layouts.h"

namespace nianbao::chart {

void layout_sparkline(Canvas& canvas) { (void)canvas; }

}  // namespace nianbao::chart
