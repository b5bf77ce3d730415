#include "chart/css_colour.h"

#include <catch2/catch.hpp>
#include <string>

namespace nianbao::chart {

TEST_CASE("colours of CSS are read in all their spellings") {
  struct Case {
    const char *text, *expected;
  };
  const Case cases[] = {
      {"#f80", "#ff8800"},
      {"#F80C", "#ff8800cc"},
      {"#1f6feb", "#1f6feb"},
      {"#1F6FEBFF", "#1f6feb"},
      {"#1f6feb80", "#1f6feb80"},
      {"  teal ", "#008080"},
      {"DarkOrange", "#ff8c00"},
      {"rebeccapurple", "#663399"},
      {"transparent", "#00000000"},
      {"rgb(255, 136, 0)", "#ff8800"},
      {"rgb(255 136 0)", "#ff8800"},
      {"rgba(255,136,0,0.5)", "#ff880080"},
      {"rgb(255 136 0 / 50%)", "#ff880080"},
      {"rgb(100%, 0%, 0%)", "#ff0000"},
      {"RGB(300, -20, 0)", "#ff0000"},
      {"rgba(1, 2, 3, 1)", "#010203"},
      {"hsl(120, 100%, 25%)", "#008000"},
      {"hsl(120deg 100% 25%)", "#008000"},
      {"hsl(-240, 100%, 25%)", "#008000"},
      {"hsl(0.5turn 100% 50%)", "#00ffff"},
      {"hsla(30, 100%, 50%, .5)", "#ff800080"},
      {"hsl(30 100% 50% / 0.5)", "#ff800080"},
  };
  for (const Case& c : cases) {
    INFO(c.text);
    CHECK(css_colour(c.text) == std::string(c.expected));
  }
}

TEST_CASE("what is no colour is none") {
  for (const char* text : {"",
                           "#",
                           "#12",
                           "#12345",
                           "#gggggg",
                           "redd",
                           "rgb()",
                           "rgb(1,2)",
                           "rgb(1,2,3,4,5)",
                           "rgb(1,,2,3)",
                           "rgb(1,2,3",
                           "rgb(1,2,3,)",
                           "rgb(a,b,c)",
                           "hsl(1,2)",
                           "lab(1 2 3)",
                           "url(#x)",
                           "\"><script>",
                           "rgb(1 2 3 / 1 / 1)",
                           "rgb(nan, 1, 2)",
                           "rgb(1e999, 1, 2)"}) {
    INFO(text);
    CHECK(!css_colour(text));
  }
  CHECK(!css_colour(std::string(100000, '(')));
}

TEST_CASE("all names are colours, and contrast is WCAG's") {
  CHECK(css_colour_names().size() == 149);
  for (const std::string& name : css_colour_names()) CHECK(css_colour(name));
  CHECK(contrast_on_white("#000000") == Approx(21));
  CHECK(contrast_on_white("#ffffff") == Approx(1));
  CHECK(contrast_on_white("#767676") == Approx(4.54).margin(0.01));
  CHECK(contrast_on_white("#00000000") == Approx(1));
  CHECK(contrast_on_white("#00000080") == Approx(contrast_on_white("#7f7f7f")));
}

}  // namespace nianbao::chart
