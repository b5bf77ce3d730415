#pragma once

#include <string>
#include <utility>
#include <vector>

#include "support/temporary_project.h"

namespace nianbao::fuzz {

/// One project folder for the whole run; each input writes its files anew.
class FuzzedProject {
 public:
  /// `paths` are the files an input is split into; one that is empty is left out.
  explicit FuzzedProject(std::vector<std::string> paths) : paths_(std::move(paths)) {}

  const std::filesystem::path& folder() const { return project_.folder(); }
  std::size_t size() const { return paths_.size(); }
  void write_fixed(std::string_view path, std::string_view text) const { project_.write(path, text); }

  void write(const std::vector<std::string>& texts) const {
    for (std::size_t i = 0; i < paths_.size(); ++i) {
      project_.write(paths_[i], texts[i]);
      if (texts[i].empty()) std::filesystem::remove(project_.folder() / paths_[i]);
    }
  }

 private:
  std::vector<std::string> paths_;
  tests::TemporaryProject project_;
};

}  // namespace nianbao::fuzz
