#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "compose/page.h"
#include "diagnostics/diagnostic.h"
#include "text/strings.h"

namespace nianbao::theme {

/// Interface strings: themes/NAME/strings/LANG.toml. `load` reports a key that only another language of the
/// theme has. The class stands in text/ because compose, below the theme, words its pages with it.
using Strings = text::Strings;

/// What every page of a site shares.
struct SiteFrame {
  std::string title, description, lang = "zh-CN", base_url, publisher, license;
  std::string version;                    ///< changes when a style or script changes: ends up behind "?v="
  std::vector<compose::Link> navigation;  ///< top navigation: cities
  bool interactive_charts = true;         ///< Chart.js is among the files of the site
};

/// A file the theme brings along: style sheet, scripts, icons.
struct Asset {
  std::string path;  ///< from the root of the site: "assets/style.css"
  std::string bytes;
};

/// Templates, compiled once; rendering is const and may run on many threads.
///
/// A theme is a folder: templates/page.mustache, templates/embed.mustache for a chart inside of other sites,
/// one template for each component in templates/components/, strings/LANG.toml, styles/*.css (joined in the
/// order of their names), scripts/*.js (script_files.h), icons/. In a template
/// `{{strings.KEY}}` is an interface text; `{{{…}}}` is for fields named *_html, *svg and *json only.
/// Codes: N711 unreadable or missing file, N712 tags or sections not closed, N713 missing partial, N714
/// unknown string, N715 unknown variable, N716 string missing in one language, N717 unescaped field.
class Theme {
 public:
  /// Reads themes/NAME; problems (a missing template, an unclosed section, an unknown string) go to the sink.
  static std::unique_ptr<Theme> load(const std::filesystem::path& folder, std::string_view lang,
                                     DiagnosticSink& sink);
  ~Theme();
  const Strings& strings() const;
  /// One page as HTML.
  std::string render(const compose::Page& page, const SiteFrame& frame) const;
  /// All that goes to assets/ besides the pages: style.css (with the charts' own rules), icon.svg, page.js,
  /// chart-view.js, search.js. Chart.js itself is not among them: the build copies it to
  /// assets/chart.js/chart.umd.js, where chart-view.js looks for it.
  std::vector<Asset> assets() const;

 private:
  struct Implementation;
  explicit Theme(std::unique_ptr<Implementation> implementation);
  std::unique_ptr<Implementation> implementation_;
};

}  // namespace nianbao::theme
