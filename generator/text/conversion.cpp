#include <unicode/normalizer2.h>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include "text/utf8.h"

namespace nianbao::text {

std::optional<std::string> from_gb18030(std::string_view bytes) {
  UErrorCode status = U_ZERO_ERROR;
  UConverter* converter = ucnv_open("gb18030", &status);
  if (U_FAILURE(status)) return std::nullopt;
  ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  icu::UnicodeString wide;
  const auto capacity = static_cast<int32_t>(bytes.size() + 1);
  UChar* buffer = wide.getBuffer(capacity);
  const int32_t length =
      ucnv_toUChars(converter, buffer, capacity, bytes.data(), static_cast<int32_t>(bytes.size()), &status);
  wide.releaseBuffer(U_SUCCESS(status) ? length : 0);
  ucnv_close(converter);
  if (U_FAILURE(status)) return std::nullopt;
  std::string utf8;
  return wide.toUTF8String(utf8);
}

std::string fold(std::string_view utf8) {
  UErrorCode status = U_ZERO_ERROR;
  const auto* normalizer = icu::Normalizer2::getNFKCCasefoldInstance(status);
  std::string out;
  if (U_FAILURE(status)) return std::string(utf8);
  icu::StringByteSink<std::string> sink(&out, static_cast<int32_t>(utf8.size()));
  normalizer->normalizeUTF8(0, icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())), sink,
                            nullptr, status);
  return U_FAILURE(status) ? std::string(utf8) : out;
}

}  // namespace nianbao::text
