#pragma once

#include <filesystem>
#include <memory>

#include "model/site.h"
#include "theme/theme.h"

namespace nianbao::cli {

/// The theme that the site names. An unknown one is reported, with the names of those there are, and the
/// default theme takes its place, so that the rest of the content is looked through in the same run. Empty
/// when there is none at all, or when the theme itself is broken (reported, too).
std::unique_ptr<const theme::Theme> load_chosen_theme(const std::filesystem::path& project,
                                                      const model::Site& site, DiagnosticSink& sink);

}  // namespace nianbao::cli
