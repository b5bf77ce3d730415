#pragma once

#include <optional>
#include <set>
#include <string>

#include "model/report.h"
#include "source/project_files.h"

namespace nianbao::source {

/// Reads the Markdown files of one report: front matter, text, fenced blocks.
class NarrativeReader {
 public:
  /// `folder` is the report's; all three outlive the reader.
  NarrativeReader(const ProjectFiles& files, const std::string& folder, DiagnosticSink& sink)
      : files_(files), folder_(folder), sink_(sink) {}

  /// `asked_at` is the place that names the file, if one does. The id is what the front matter says, or
  /// empty.
  std::optional<model::Narrative> read(const std::string& path, const Place& asked_at, bool needs_title);

  /// Whether a file was read, or tried to be.
  bool has_read(const std::string& path) const { return read_.contains(path); }

 private:
  void read_front_matter(const markdown::FrontMatter& front, const std::string& path, bool needs_title,
                         model::Narrative& narrative);
  void read_configuration(model::Block& block);
  void check_images(const model::Narrative& narrative);
  void check_image(const std::string& src, const Place& place);
  void report_slips(const model::Narrative& narrative);

  const ProjectFiles& files_;
  const std::string& folder_;
  DiagnosticSink& sink_;
  std::set<std::string, std::less<>> read_;
};

}  // namespace nianbao::source
