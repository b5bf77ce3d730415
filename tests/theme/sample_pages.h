#pragma once

#include <vector>

#include "compose/page.h"
#include "theme/theme.h"

/// Made-up pages of every kind with every component, for tests and for looking at the theme.
std::vector<nianbao::compose::Page> sample_pages();
nianbao::theme::SiteFrame sample_frame();
