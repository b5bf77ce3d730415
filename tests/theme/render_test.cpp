#include <catch2/catch.hpp>
#include <iostream>

#include "diagnostics/printer.h"
#include "theme/probe.h"
#include "theme/theme.h"

using namespace nianbao;

TEST_CASE("the default theme loads without a remark in both languages") {
  const auto lang = GENERATE("zh-CN", "en");
  DiagnosticSink sink;
  const auto theme = theme::Theme::load(NIANBAO_SOURCE_DIR "/themes/default", lang, sink);
  INFO(print_text(sink.sorted(), Language::en));
  CHECK(sink.sorted().empty());
  const auto html = theme->render(theme::full_page("words"), theme::full_frame("words"));
  CHECK(html.find("<form class=\"search-form\"") != std::string::npos);
  if (getenv("SHOW")) std::cout << html;
}
