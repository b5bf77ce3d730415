#pragma once

#include <filesystem>
#include <functional>
#include <kainjow/mustache.hpp>
#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "diagnostics/diagnostic.h"
#include "theme/strings.h"

namespace nianbao::theme {

/// A compiled template. Rendering changes nothing in it as long as neither lambdas nor partials occur
/// (kainjow keeps its error message in the object, and only those can fail), so one template serves all
/// threads.
class Template {
 public:
  /// `source` is complete: partials and strings are already in it.
  explicit Template(const std::string& source);
  void append(std::string& out, const kainjow::mustache::data& data) const;
  /// The same; tells the names that nothing in `data` answers to.
  void probe(const kainjow::mustache::data& data,
             const std::function<void(const std::string&)>& missing) const;

 private:
  std::unique_ptr<kainjow::mustache::mustache> compiled_;
};

/// The sources of a theme's templates by name ("page", "components/chart"), checked and expanded.
class TemplateSources {
 public:
  /// Reads every *.mustache below `folder`. `shown` is how diagnostics name the folder.
  TemplateSources(const std::filesystem::path& folder, std::string shown, const Texts& texts,
                  DiagnosticSink& sink);

  /// Whether every template is well formed.
  bool sound() const { return sound_; }
  /// The template with its partials and strings put in; reports it as missing when there is none.
  std::string expanded(const std::string& name) const;
  /// Reports that `name` (or a template within it) asks for a variable nobody sets.
  void report_unknown_variable(const std::string& name, const std::string& variable) const;

 private:
  bool report_in(const std::string& name, const std::string& variable) const;
  std::string expand(const std::string& name, std::vector<std::string>& within) const;
  void check(const std::string& name);
  Place place(const std::string& name, std::size_t offset) const;

  std::map<std::string, std::string> sources_;
  std::string shown_;
  bool sound_ = true;
  const Texts& texts_;
  DiagnosticSink& sink_;
};

}  // namespace nianbao::theme
