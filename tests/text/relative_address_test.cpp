#include "text/relative_address.h"

#include <catch2/catch.hpp>

using nianbao::text::relative_address;

TEST_CASE("an address as seen from a page") {
  struct Row {
    const char *from, *target, *expected;
  };
  const auto row =
      GENERATE(Row{"index.html", "search.html", "search.html"}, Row{"index.html", "index.html", "index.html"},
               Row{"index.html", "liaocheng/index.html", "liaocheng/index.html"},
               Row{"liaocheng/index.html", "index.html", "../index.html"},
               Row{"a/b/2023/talents.html", "a/b/2023/index.html", "index.html"},
               Row{"a/b/2023/talents.html", "a/b/2023/talents.html#party", "#party"},
               Row{"a/b/2023/talents.html", "a/b/2023/cases/case-01.html#x", "cases/case-01.html#x"},
               Row{"a/b/2023/cases/case-01.html", "a/b/2023/talents.html#case-01", "../talents.html#case-01"},
               Row{"a/b/2023/index.html", "a/c/2023/index.html", "../../c/2023/index.html"},
               Row{"a/bc/index.html", "a/b/index.html", "../b/index.html"},
               Row{"a/b/index.html", "assets/style.css?v=1", "../../assets/style.css?v=1"},
               Row{"a/b/index.html", "a/b/", "./"}, Row{"a/b/index.html", "/a/x.html", "../x.html"},
               Row{"a/index.html", "a/images/实训 一.jpg", "images/%E5%AE%9E%E8%AE%AD%20%E4%B8%80.jpg"},
               Row{"a/index.html", "#top", "#top"}, Row{"a/index.html", "", ""},
               Row{"a/index.html", "https://example.org/x", "https://example.org/x"},
               Row{"a/index.html", "mailto:a@example.org", "mailto:a@example.org"},
               Row{"a/index.html", "tel:0416", "tel:0416"},
               Row{"a/index.html", "javascript:alert(1)", "../javascript%3Aalert%281%29"});
  INFO(row.from << " -> " << row.target);
  CHECK(relative_address(row.from, row.target) == row.expected);
}
