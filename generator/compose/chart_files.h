#pragma once

#include "compose/page.h"

namespace nianbao::compose {

/// Whose chart it is, and where the files stand with which it can be taken along.
struct ChartOrigin {
  std::string folder;  ///< of the site, "a/b/2023"; empty: the chart has no files
  std::string source;  ///< printed below a picture that stands alone: report and year
  std::string notice;  ///< the organisation's warning, printed there as well
  bool png = false;    ///< the build makes PNG files from the pictures
};

/// Where the files of a finished view stand; all empty when there is nothing to draw.
ChartFiles chart_file_addresses(const ChartView& view, const ChartOrigin& origin);

/// The files themselves: the picture with its heading and source (SVG), its values as printed (CSV), and a
/// script that hands the picture and the interactive configuration to chart-view.js, which can read no other
/// kind of file when a page is opened from disk.
std::vector<Download> chart_files(const ChartView& view, const ChartOrigin& origin);

/// Pages that show one chart each inside of other sites, of the charts that belong to this page: that of a
/// chart, or a home.
std::vector<Page> embed_pages(const Page& page);

}  // namespace nianbao::compose
