#include "chart/layouts.h"

namespace nianbao::chart {

void layout_share(Canvas& canvas) { (void)canvas; }

}  // namespace nianbao::chart
