#pragma once

#include <string>
#include <vector>

namespace nianbao::diagram {

/// Takes what Graphviz would print to the standard error stream. One at a time: Graphviz has one place for
/// its messages in the whole process, so an object lives only while its caller holds Graphviz's lock.
class Messages {
 public:
  Messages();
  ~Messages();
  Messages(const Messages&) = delete;
  Messages& operator=(const Messages&) = delete;

  std::vector<std::string> errors() const { return beginning_with("Error: "); }
  std::vector<std::string> warnings() const { return beginning_with("Warning: "); }

 private:
  std::vector<std::string> beginning_with(std::string_view kind) const;

  int (*previous_)(char*);
};

}  // namespace nianbao::diagram
