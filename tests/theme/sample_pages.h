#pragma once

#include <vector>

#include "compose/page.h"
#include "theme/theme.h"

/// A made-up portal: pages of every kind with every component, for golden files and for looking at the theme.
/// All their links lead to one another.
namespace sample {

std::vector<nianbao::compose::Page> pages();
nianbao::theme::SiteFrame frame();

// Components that several pages share.
nianbao::compose::TableView wide_table();
nianbao::compose::TableView small_table();
nianbao::compose::TableView stacked_form();
nianbao::compose::ChartView age_chart();
nianbao::compose::ChartView unpublished_chart();
nianbao::compose::DiagramView steps_diagram();
std::vector<nianbao::compose::Component> chapter_components();

}  // namespace sample
