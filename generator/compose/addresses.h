#pragma once

#include <string>

#include "model/labels.h"

/// Where each page of the site stands, from the site's root. An address once published stays.
namespace nianbao::compose {

std::string organisation_page(std::string_view organisation_address);  ///< "a/b/index.html"
std::string report_page(std::string_view report_address);              ///< "a/b/2023/index.html"
std::string lists_page(std::string_view report_address);               ///< "a/b/2023/lists.html"
std::string chapter_page(const model::Report& report, std::size_t chapter);
std::string case_page(const model::Report& report, std::size_t case_index);
std::string part_page(const model::Report& report, std::size_t part);
std::string table_page(std::string_view report_address, std::string_view id);
std::string chart_page(std::string_view report_address, std::string_view id);
std::string table_download(std::string_view report_address, std::string_view table_id);
std::string table_json(std::string_view report_address, std::string_view table_id);
/// What describes and holds the data of a whole report: Data Package, CSV on the Web, all of them as one.
std::string data_package(std::string_view report_address);
std::string csvw_metadata(std::string_view report_address);
std::string all_data(std::string_view report_address);
std::string page_of(const model::Report& report, const model::Standing& standing);
/// Where the overview of a report lists its corrections.
inline constexpr std::string_view corrections_anchor = "corrections";
/// Page and anchor of something a reference names.
std::string address_of(const model::Report& report, const model::ReportLabels& labels,
                       const model::Target& target);
/// The text something stands in; null for a part without a text.
const model::Narrative* narrative_of(const model::Report& report, const model::Standing& standing);
/// The first table of the report that prints this data; null when none does.
const model::Target* table_printing(const model::Report& report, const model::ReportLabels& labels,
                                    std::string_view data);

}  // namespace nianbao::compose
