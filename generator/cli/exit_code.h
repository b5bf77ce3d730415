#pragma once

namespace nianbao::cli {

/// What the program returns to the shell; stable.
enum ExitCode {
  done = 0,
  content_has_errors = 1,
  wrong_usage = 2,
  cannot_read_or_write = 3,
};

}  // namespace nianbao::cli
