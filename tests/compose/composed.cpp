#include "composed.h"

#include <stdexcept>

#include "source/site_reader.h"

namespace nianbao::tests {

Composed::Composed(const Files& files)
    : strings({{"summed_of", "{1} of {0}"}, {"ratio_of_sums", "{0} / {1}"}, {"value_withheld", "不公开"}}),
      project_{{"site.toml", "title = \"年报\"\n"},
               {"content/c/city.toml", "name = \"丙市\"\n"},
               {"content/c/a/school.toml", "name = \"甲学校\"\nshort_name = \"甲校\"\n"},
               {"content/c/a/2023/report.toml", settings}} {
  for (const auto& [path, text] : files) {
    const bool whole = path == "site.toml" || path == "indicators.toml" || path.starts_with("content/");
    project_.write(whole ? path : "content/c/a/2023/" + path, text);
  }
  const source::ProjectFiles read(project_.folder());
  site = source::read_site(read, sink);
  report = source::read_report(read, site.organisations.at(0).children.at(0).reports.at(0), sink);
  labels = model::label_report(report, sink);
  titles = compose::address_titles(site);
}

compose::Context Composed::context() { return {report, labels, titles, strings, site.lang, sink}; }

compose::ReportPages Composed::pages() {
  const model::Organisation& city = site.organisations[0];
  return {context(), site, {&city, &city.children[0]}};
}

compose::Page Composed::page(const std::string& name) {
  const compose::ReportPages made = pages();
  for (std::size_t i = 0; i < made.size(); ++i) {
    compose::Page page = made.make(i);
    if (page.address == report.settings.address + "/" + name) return page;
  }
  throw std::runtime_error("there is no page " + name);
}

}  // namespace nianbao::tests
