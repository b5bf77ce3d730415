#pragma once

#include <string>
#include <vector>

#include "compose/summary.h"

namespace nianbao::compose {

/// sitemap.xml (sitemaps.org protocol 0.9) of page addresses; they must be absolute, so a portal without
/// base_url has none. The page of addresses that lead nowhere is left out.
std::string sitemap(const model::Site& site, const std::vector<std::string>& addresses);

/// feed.xml: Atom (RFC 4287), one entry for each report and for each correction of one, newest first. Without
/// base_url links are relative to it, and ids are UUIDs of the portal's title and the page's address.
std::string feed(const model::Site& site, const Summaries& summaries, const text::Strings& strings);

}  // namespace nianbao::compose
