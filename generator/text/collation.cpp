#include "text/collation.h"

#include <stdexcept>
#include <unicode/coll.h>
#include <unicode/locid.h>
#include <vector>

namespace nianbao::text {

struct PinyinOrder::Implementation {
  std::unique_ptr<icu::Collator> collator;
};

PinyinOrder::PinyinOrder() : implementation_(std::make_unique<Implementation>()) {
  UErrorCode status = U_ZERO_ERROR;
  implementation_->collator.reset(icu::Collator::createInstance(icu::Locale("zh@collation=pinyin"), status));
  if (U_FAILURE(status)) throw std::runtime_error("ICU has no collation data");
}

PinyinOrder::~PinyinOrder() = default;

bool PinyinOrder::operator()(std::string_view a, std::string_view b) const {
  UErrorCode status = U_ZERO_ERROR;
  const auto piece = [](std::string_view s) {
    return icu::StringPiece(s.data(), static_cast<int32_t>(s.size()));
  };
  const auto order = implementation_->collator->compareUTF8(piece(a), piece(b), status);
  return order == UCOL_EQUAL ? a < b : order == UCOL_LESS;
}

std::string PinyinOrder::sort_key(std::string_view text) const {
  const auto wide =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::vector<uint8_t> key(static_cast<std::size_t>(implementation_->collator->getSortKey(wide, nullptr, 0)));
  implementation_->collator->getSortKey(wide, key.data(), static_cast<int32_t>(key.size()));
  return std::string(key.begin(), key.end());
}

}  // namespace nianbao::text
