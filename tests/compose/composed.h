#pragma once

#include <string>
#include <utility>
#include <vector>

#include "compose/report_pages.h"
#include "support/temporary_project.h"

namespace nianbao::tests {

using Files = std::vector<std::pair<std::string, std::string>>;

/// The settings of the report under test, to which tests add what they are about.
inline const std::string settings = "title = \"甲校年报\"\nyear = 2023\n";

/// A chapter (or case) with its title.
inline std::string chapter(const std::string& title, const std::string& body) {
  return "+++\ntitle = \"" + title + "\"\n+++\n" + body;
}

inline std::string fence(const std::string& kind, const std::string& body) {
  return "\n```" + kind + "\n" + body + "\n```\n";
}

/// A read and labelled report of the school "a" in the city "c", at "c/a/2023", ready to be composed. Files
/// are named from its folder, or from the project's when they begin with "content/" or are site.toml.
class Composed {
 public:
  explicit Composed(const Files& files);

  compose::Context context();
  compose::ReportPages pages();
  /// The page at an address below the report's; it has to be there.
  compose::Page page(const std::string& name);
  /// Components of one kind on that page.
  template <typename Component>
  std::vector<Component> all(const std::string& name) {
    std::vector<Component> found;
    for (auto& component : page(name).components) {
      if (auto* wanted = std::get_if<Component>(&component)) found.push_back(std::move(*wanted));
    }
    return found;
  }

  DiagnosticSink sink;
  model::Site site;
  model::Report report;
  model::ReportLabels labels;
  compose::AddressTitles titles;
  text::Strings strings;  ///< a few with arguments; others read as their key

 private:
  TemporaryProject project_;
};

}  // namespace nianbao::tests
