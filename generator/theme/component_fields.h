#pragma once

#include <string>
#include <string_view>

#include "compose/page.h"
#include "text/relative_address.h"
#include "theme/fields.h"
#include "theme/language.h"
#include "theme/theme.h"

namespace nianbao::theme {

/// What a component's variables depend on besides the component itself.
struct Surroundings {
  const compose::Page& page;
  const SiteFrame& frame;
  const Strings& strings;

  /// `target` as seen from the page; empty stays empty.
  std::string link(std::string_view target) const { return text::relative_address(page.address, target); }
  LanguageMarks language() const { return LanguageMarks(frame.lang); }
  /// The root of the site as seen from the page: "./", "../../".
  std::string root() const;
};

/// Name of the template that prints a component, by its place in compose::Component; empty for those printed
/// without one (finished HTML).
std::string_view template_name(std::size_t component_index);

/// The variables of a component's template.
Fields component_fields(const compose::Component& component, const Surroundings& around);

}  // namespace nianbao::theme
