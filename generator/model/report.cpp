#include "model/report.h"

namespace nianbao::model {

const BlockHead& head_of(const Block& block) {
  return std::visit([](const auto& b) -> const BlockHead& { return b.head; }, block);
}

}  // namespace nianbao::model
