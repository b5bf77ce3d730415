#include "chart/layouts.h"

namespace nianbao::chart {

void layout_bullet(Canvas& canvas) { (void)canvas; }

}  // namespace nianbao::chart
