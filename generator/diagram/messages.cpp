#include "diagram/messages.h"

#include <algorithm>
#include <cgraph.h>

#include "text/utf8.h"

namespace nianbao::diagram {
namespace {

/// Graphviz calls a plain function without context; guarded by the lock that the owner of Messages holds.
std::string received;

int receive(char* text) {
  received += text;
  return 0;
}

bool begins_message(std::string_view line) {
  return line.starts_with("Error: ") || line.starts_with("Warning: ");
}

}  // namespace

Messages::Messages() : previous_(agseterrf(receive)) {
  received.clear();
  agreseterrors();
}

Messages::~Messages() { agseterrf(previous_); }

/// A message goes on over the lines that begin none.
std::vector<std::string> Messages::beginning_with(std::string_view kind) const {
  std::vector<std::string> result;
  bool inside = false;
  std::string_view rest = received;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (begins_message(line)) inside = line.starts_with(kind);
    if (!inside || text::trim(line).empty()) continue;
    if (begins_message(line)) {
      result.emplace_back(text::trim(line.substr(kind.size())));
    } else {
      result.back() += " " + std::string(text::trim(line));
    }
  }
  return result;
}

}  // namespace nianbao::diagram
