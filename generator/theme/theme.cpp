#include "theme/theme.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "chart/chart.h"
#include "text/escape.h"
#include "theme/file_bytes.h"
#include "theme/page_fields.h"
#include "theme/probe.h"
#include "theme/script_files.h"
#include "theme/strings.h"
#include "theme/template_set.h"

namespace nianbao::theme {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t component_kinds = std::variant_size_v<compose::Component>;
constexpr std::string_view search_prefix = "search_js_";

/// The texts that search.js shows, as JSON safe inside a <script>.
std::string search_strings(const Texts& texts) {
  nlohmann::json json = nlohmann::json::object();
  for (const auto& [key, text] : texts)
    if (key.starts_with(search_prefix)) json[key.substr(search_prefix.size())] = text;
  return text::json_in_script(json.dump());
}

/// Outside of a report, where the interface's language is the page's, prose says when it is in another.
void append_prose(std::string& out, const std::string& html, const Surroundings& around) {
  const std::string mark = is_of_report(around.page) ? "" : around.language().of(html);
  if (mark.empty())
    out += html;
  else
    out.append("<div class=\"prose\"").append(mark).append(">").append(html).append("</div>");
}

/// A style sheet without what only its authors read, and the line breaks behind it; comment marks in quotes
/// stay.
std::string without_comments(std::string_view css) {
  std::string out;
  char quote = 0;
  for (std::size_t at = 0; at < css.size(); ++at) {
    if (quote == 0 && css.substr(at).starts_with("/*")) {
      at = std::min(css.find("*/", at + 2), css.size() - 2) + 1;
      if (css.substr(at + 1).starts_with('\n') && (out.empty() || out.back() == '\n')) ++at;
      continue;
    }
    const char c = css[at];
    if (c == '\\' && at + 1 < css.size()) {  // what is escaped begins and ends nothing
      out += c;
      out += css[++at];
      continue;
    }
    if (quote == 0 ? c == '"' || c == '\'' : c == quote) quote = quote == 0 ? c : 0;
    out += c;
  }
  return out;
}

}  // namespace

struct Theme::Implementation {
  fs::path folder;
  Strings strings;
  std::string search_strings_json;
  std::optional<Template> page, embed;
  std::array<std::optional<Template>, component_kinds> components;

  void append(std::string& out, const compose::Component& component, const Surroundings& around) const {
    if (const auto* finished = std::get_if<compose::Html>(&component))
      append_prose(out, finished->html, around);
    else
      components[component.index()]->append(out, component_fields(component, around).data());
    out += '\n';
  }

  /// Renders pages with every component, once full of words and once without any, and reports the variables
  /// that have no value in either.
  void report_unknown_variables(const TemplateSources& sources) const {
    for (const std::string text : {"x", ""}) {
      const auto sample = full_page(text);
      const auto frame = full_frame(text);
      const Surroundings around{sample, frame, strings};
      for (const auto& component : sample.components)
        if (const auto& printer = components[component.index()])
          printer->probe(component_fields(component, around).data(), [&](const std::string& variable) {
            sources.report_unknown_variable(std::string(template_name(component.index())), variable);
          });
      for (const auto& [name, whole] : {std::pair{"page", &page}, {"embed", &embed}})
        (*whole)->probe(page_fields(around, {text, text}).data(),
                        [&, name = name](const std::string& variable) {
                          sources.report_unknown_variable(name, variable);
                        });
    }
  }
};

Theme::Theme(std::unique_ptr<Implementation> implementation) : implementation_(std::move(implementation)) {}
Theme::~Theme() = default;

std::unique_ptr<Theme> Theme::load(const fs::path& folder, std::string_view lang, DiagnosticSink& sink) {
  const std::string shown =
      "themes/" + (folder.has_filename() ? folder : folder.parent_path()).filename().string();
  const Texts texts = load_strings(folder / "strings", shown + "/strings", lang, sink);
  const TemplateSources sources(folder / "templates", shown + "/templates", texts, sink);

  auto theme = std::make_unique<Implementation>();
  theme->folder = folder;
  theme->strings = Strings(texts);
  theme->search_strings_json = search_strings(texts);
  theme->page.emplace(sources.expanded("page"));
  theme->embed.emplace(sources.expanded("embed"));
  for (std::size_t i = 0; i < component_kinds; ++i)
    if (const auto name = template_name(i); !name.empty())
      theme->components[i].emplace(sources.expanded(std::string(name)));
  for (const auto& script : missing_scripts(folder / "scripts"))
    sink.error("N711", {shown + "/scripts/" + script},
               {"主题缺少这个脚本。", "The theme lacks this script."});
  if (sources.sound()) theme->report_unknown_variables(sources);
  return std::unique_ptr<Theme>(new Theme(std::move(theme)));
}

const Strings& Theme::strings() const { return implementation_->strings; }

std::string Theme::render(const compose::Page& page, const SiteFrame& frame) const {
  const Surroundings around{page, frame, implementation_->strings};
  PageParts parts;
  for (const auto& component : page.components)
    implementation_->append(parts.article_html, component, around);
  if (page.kind == compose::PageKind::search)
    parts.search_strings_json = implementation_->search_strings_json;
  std::string out;
  const bool is_embedded = page.kind == compose::PageKind::embed;
  (is_embedded ? implementation_->embed : implementation_->page)
      ->append(out, page_fields(around, parts).data());
  return out;
}

std::vector<Asset> Theme::assets() const {
  const auto& folder = implementation_->folder;
  std::vector<Asset> assets;
  for (const auto& file : files_of(folder / "icons"))
    assets.push_back({"assets/" + file.filename().string(), bytes_of(file)});
  for (Script& script : scripts_of(folder / "scripts"))
    assets.push_back({"assets/" + script.name, published_script(std::move(script.text))});
  std::string style;
  for (const auto& file : files_of(folder / "styles", ".css")) style += without_comments(bytes_of(file));
  style += chart::style_sheet();
  assets.push_back({"assets/style.css", std::move(style)});
  return assets;
}

}  // namespace nianbao::theme
