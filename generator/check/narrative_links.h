#pragma once

#include <functional>

#include "model/report.h"

namespace nianbao::check {

/// Every link of a report's narratives and of the Markdown inside their blocks, with where it stands; of a
/// block, where its fence begins.
void visit_links(const model::Report& report,
                 const std::function<void(const markdown::Link&, const Place&)>& visit);

}  // namespace nianbao::check
