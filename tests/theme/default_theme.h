#pragma once

#include <catch2/catch.hpp>
#include <memory>

#include "support/reported.h"
#include "theme/theme.h"

namespace nianbao::tests {

inline const std::filesystem::path default_theme_folder =
    std::filesystem::path(NIANBAO_SOURCE_DIR) / "themes/default";

/// The theme that comes with the program; the test fails when it has anything to remark.
inline std::unique_ptr<theme::Theme> default_theme(std::string_view lang = "zh-CN") {
  DiagnosticSink sink;
  auto theme = theme::Theme::load(default_theme_folder, lang, sink);
  INFO(in_english(sink));
  REQUIRE(sink.sorted().empty());
  return theme;
}

}  // namespace nianbao::tests
