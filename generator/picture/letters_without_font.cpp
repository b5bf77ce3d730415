#include <fontconfig/fontconfig.h>
#include <memory>

#include "picture/picture.h"
#include "text/utf8.h"

namespace nianbao::picture {
namespace {

struct Destroy {
  void operator()(FcCharSet* set) const { FcCharSetDestroy(set); }
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
  void operator()(FcObjectSet* set) const { FcObjectSetDestroy(set); }
  void operator()(FcFontSet* set) const { FcFontSetDestroy(set); }
};
using CharSet = std::unique_ptr<FcCharSet, Destroy>;

/// What is to be seen; blanks and marks of direction need no shape.
CharSet visible_letters(std::string_view text) {
  CharSet letters(FcCharSetCreate());
  for (std::size_t i = 0; i < text.size();) {
    const char32_t letter = text::next_code_point(text, i);
    const bool is_blank = letter <= U' ' || letter == U'\u00A0' || letter == U'\u3000' ||
                          (letter >= U'\u2000' && letter <= U'\u200F') || letter == U'\uFEFF';
    if (!is_blank) FcCharSetAddChar(letters.get(), letter);
  }
  return letters;
}

/// What all fonts of this machine have together.
CharSet letters_of_fonts() {
  const std::unique_ptr<FcPattern, Destroy> any(FcPatternCreate());
  const std::unique_ptr<FcObjectSet, Destroy> wanted(FcObjectSetBuild(FC_CHARSET, nullptr));
  const std::unique_ptr<FcFontSet, Destroy> fonts(FcFontList(nullptr, any.get(), wanted.get()));
  CharSet all(FcCharSetCreate());
  for (int i = 0; fonts != nullptr && i < fonts->nfont; ++i) {
    FcCharSet* of_font = nullptr;
    if (FcPatternGetCharSet(fonts->fonts[i], FC_CHARSET, 0, &of_font) == FcResultMatch)
      FcCharSetMerge(all.get(), of_font, nullptr);
  }
  return all;
}

}  // namespace

std::string letters_without_font(std::string_view text) {
  static const CharSet available = letters_of_fonts();
  const CharSet missing(FcCharSetSubtract(visible_letters(text).get(), available.get()));
  std::string out;
  FcChar32 page[FC_CHARSET_MAP_SIZE], next = 0;
  for (FcChar32 base = FcCharSetFirstPage(missing.get(), page, &next); base != FC_CHARSET_DONE;
       base = FcCharSetNextPage(missing.get(), page, &next)) {
    for (FcChar32 i = 0; i < FC_CHARSET_MAP_SIZE * 32; ++i)
      if ((page[i / 32] >> (i % 32) & 1u) != 0) text::append_utf8(out, base + i);
  }
  return out;
}

}  // namespace nianbao::picture
