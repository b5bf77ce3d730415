#include "theme/title_html.h"

#include <catch2/catch.hpp>

using nianbao::theme::title_html;

TEST_CASE("a long title gets places to break at, a short one stays as it is") {
  CHECK(title_html("人才培养") == "人才培养");
  CHECK(title_html("人才培养质量年度报告").ends_with("质量<wbr>年度<wbr>报告"));
}

TEST_CASE("titles are escaped, broken or not") {
  CHECK(title_html("<b>") == "&lt;b&gt;");
  CHECK(title_html("<script>职业教育质量报告</script>").find("<s") == std::string::npos);
}
