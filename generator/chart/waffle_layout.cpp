#include "chart/layouts.h"

namespace nianbao::chart {

void layout_waffle(Canvas& canvas) { (void)canvas; }

}  // namespace nianbao::chart
