#pragma once

#include <system_error>

#include "diagnostics/diagnostic.h"

namespace nianbao {

/// Why the system refused, in both languages: 没有权限, 磁盘已满 …. What an editor rarely meets keeps the
/// system's own words.
Wording system_reason(const std::error_code& code);

/// The reason of the last failed system call (errno).
Wording last_system_reason();

}  // namespace nianbao
