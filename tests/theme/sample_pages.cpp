#include "sample_pages.h"
std::vector<nianbao::compose::Page> sample_pages() { return {}; }
nianbao::theme::SiteFrame sample_frame() { return {}; }
