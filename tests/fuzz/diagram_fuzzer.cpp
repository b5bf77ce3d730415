#include <cstdint>

#include "diagram/diagram.h"
#include "require.h"
#include "text/utf8.h"

using namespace nianbao;
using fuzz::require;

/// Any description is drawn or refused, and the picture holds nothing but shapes and text.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const diagram::Drawing drawing =
      diagram::draw({.id = "d", .title = "t", .dot = std::string(reinterpret_cast<const char*>(data), size)});
  require(drawing.svg.empty() == !drawing.error.empty());
  require(text::first_invalid_utf8(drawing.svg) == std::string_view::npos);
  for (const char* unwanted : {"<image", "<a ", "<script", "<style", "<?", "<!"})
    require(drawing.svg.find(unwanted) == std::string::npos);
  return 0;
}
