#pragma once

#include <string>
#include <string_view>

#include "diagnostics/printer.h"

namespace nianbao::cli {

/// Addresses of the server itself; no name of a site begins with a point.
inline constexpr std::string_view live_script_address = "/.nianbao/live.js";
inline constexpr std::string_view live_events_address = "/.nianbao/events";

/// The script that loads a page anew after a build, or lays the problems of a failed one over it.
std::string_view live_script();

/// A page of the site as the preview shows it: with the live script, which knows the page to be of `build`.
/// Only what is sent changes; the built site never holds the script.
std::string with_live_script(std::string html, std::string_view build);

/// 404.html stands for any address that is not there, so its relative links are made to start from the root.
std::string as_seen_from_root(std::string html);

/// What is shown as long as no build has succeeded.
std::string page_without_site(Language language);

}  // namespace nianbao::cli
