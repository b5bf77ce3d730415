#include "text/initial_letters.h"

#include <stdexcept>
#include <unicode/alphaindex.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>

namespace nianbao::text {

struct InitialLetters::Implementation {
  std::unique_ptr<icu::AlphabeticIndex::ImmutableIndex> index;
};

InitialLetters::InitialLetters() : implementation_(std::make_unique<Implementation>()) {
  UErrorCode status = U_ZERO_ERROR;
  icu::AlphabeticIndex index(icu::Locale("zh@collation=pinyin"), status);
  implementation_->index.reset(index.buildImmutableIndex(status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no data for an index of names");
}

InitialLetters::~InitialLetters() = default;

std::string InitialLetters::of(std::string_view name) const {
  UErrorCode status = U_ZERO_ERROR;
  auto wide = icu::UnicodeString::fromUTF8(icu::StringPiece(name.data(), static_cast<int32_t>(name.size())));
  int32_t first = 0;
  while (first < wide.length() && !u_isalnum(wide.char32At(first))) first = wide.moveIndex32(first, 1);
  wide.remove(0, first);
  const auto* bucket =
      implementation_->index->getBucket(implementation_->index->getBucketIndex(wide, status));
  if (U_FAILURE(status) || bucket == nullptr || bucket->getLabelType() != U_ALPHAINDEX_NORMAL) return "#";
  std::string letter;
  return bucket->getLabel().toUTF8String(letter);
}

}  // namespace nianbao::text
