#include "theme/moved_page.h"

#include <fmt/format.h>

#include "text/escape.h"
#include "text/relative_address.h"

namespace nianbao::theme {

std::string moved_page(std::string_view from, std::string_view to, std::string_view lang,
                       const Strings& strings) {
  const std::string target = text::html(text::relative_address(from, to));
  const std::string title = text::html(strings["moved_title"]);
  return fmt::format(
      "<!DOCTYPE html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n<title>{}</title>\n"
      "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
      "<meta name=\"robots\" content=\"noindex\">\n<link rel=\"canonical\" href=\"{}\">\n"
      "<meta http-equiv=\"refresh\" content=\"0; url={}\">\n</head>\n<body>\n<main>\n<h1>{}</h1>\n"
      "<p><a href=\"{}\">{}</a></p>\n</main>\n</body>\n</html>\n",
      lang, title, target, target, title, target, text::html(strings["moved_link"]));
}

}  // namespace nianbao::theme
