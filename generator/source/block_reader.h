#pragma once

#include <string>
#include <vector>

#include "model/report.h"

namespace nianbao::source {

/// The info words whose fences are blocks.
const std::vector<std::string>& block_kinds();

/// Reads the TOML body of one fence; problems are reported and give a BrokenBlock.
model::Block read_block(const markdown::Fence& fence, const std::string& file, DiagnosticSink& sink);

}  // namespace nianbao::source
