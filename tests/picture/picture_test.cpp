#include "picture/picture.h"

#include <catch2/catch.hpp>

using namespace nianbao;

namespace {

/// Width and height as the header of a PNG file states them.
std::pair<unsigned, unsigned> size_of(const std::string& png) {
  REQUIRE(png.size() > 24);
  REQUIRE(png.substr(0, 8) == "\x89PNG\r\n\x1a\n");
  const auto number = [&](std::size_t at) {
    unsigned value = 0;
    for (std::size_t i = at; i < at + 4; ++i) value = value << 8 | static_cast<unsigned char>(png[i]);
    return value;
  };
  return {number(16), number(20)};
}

std::string drawing(const std::string& size, const std::string& inside = "") {
  return "<svg xmlns=\"http://www.w3.org/2000/svg\" " + size + ">" + inside + "</svg>";
}

}  // namespace

TEST_CASE("A picture has so many pixels for each CSS pixel of the view box, and no alpha channel") {
  const auto [box, scale, width, height] = GENERATE(table<std::string, double, unsigned, unsigned>({
      {"viewBox=\"0 0 300 200\"", 2, 600, 400},
      {"viewBox=\"0 0 300 200\" width=\"10\" height=\"10\"", 1, 300, 200},
      {"viewBox=\"0 0 10.5 1\"", 1, 11, 1},
  }));
  CAPTURE(box);
  const picture::Png png = picture::png_of(drawing(box), scale);
  CHECK(png.error.empty());
  CHECK(size_of(png.bytes) == std::pair{width, height});
  CHECK(png.bytes[25] == 2);  // colour type: RGB
}

TEST_CASE("What is drawn changes the picture; a letter is drawn, too") {
  const std::string box = "viewBox=\"0 0 40 40\"";
  const std::string blank = picture::png_of(drawing(box), 1).bytes;
  for (const std::string inside : {"<path d=\"M0 0h9v9H0z\"/>", "<text x=\"9\" y=\"20\">a</text>"}) {
    CAPTURE(inside);
    CHECK(picture::png_of(drawing(box, inside), 1).bytes != blank);
  }
}

TEST_CASE("What cannot be a picture says why") {
  const std::string svg = GENERATE(as<std::string>{}, "", "<svg", "<p/>", drawing(""),
                                   drawing("viewBox=\"0 0 0 9\""), drawing("viewBox=\"0 0 90000 9\""));
  CAPTURE(svg);
  const picture::Png png = picture::png_of(svg, 2);
  CHECK(png.bytes.empty());
  CHECK_FALSE(png.error.zh.empty());
  CHECK_FALSE(png.error.en.empty());
}

TEST_CASE("Files of the machine are not drawn") {
  const std::string box = "viewBox=\"0 0 40 40\"";
  const std::string outside = "<image width=\"40\" height=\"40\" href=\"file://" NIANBAO_SOURCE_DIR
                              "/themes/default/icons/icon.svg\"/>";
  CHECK(picture::png_of(drawing(box, outside), 1).bytes == picture::png_of(drawing(box), 1).bytes);
}

TEST_CASE("Letters that no font has are named once; blanks need none") {
  CHECK(picture::letters_without_font(" \n\t\u3000\u200B").empty());
  // The last place for private use: no font has it.
  CHECK(picture::letters_without_font("\U0010FFFD \U0010FFFD") == "\U0010FFFD");
}
