#include "diagram/parsed_graph.h"

#include <algorithm>
#include <deque>
#include <map>
#include <string_view>

namespace nianbao::diagram {
namespace {

/// Numbers of names within one graph: even, from 2; those of objects without a name are odd.
class Names {
 public:
  bool find(std::string_view name, IDTYPE& id) const {
    const auto found = ids_.find(name);
    if (found == ids_.end()) return false;
    id = found->second;
    return true;
  }
  IDTYPE add(const char* name) {
    if (name == nullptr) return unnamed_ += 2;
    IDTYPE id = 0;
    if (find(name, id)) return id;
    names_.emplace_back(name);
    id = 2 * static_cast<IDTYPE>(names_.size());
    ids_.emplace(names_.back(), id);
    return id;
  }
  /// Graphviz makes up a name where there is none.
  char* name_of(IDTYPE id) {
    const IDTYPE index = id / 2;
    return id % 2 != 0 || index == 0 || index > names_.size() ? nullptr : names_[index - 1].data();
  }

 private:
  std::deque<std::string> names_;  ///< stay where they are: Graphviz keeps what `name_of` gives
  std::map<std::string, IDTYPE, std::less<>> ids_;
  IDTYPE unnamed_ = static_cast<IDTYPE>(-1);
};

Names& names(void* state) { return *static_cast<Names*>(state); }

void* open_names(Agraph_t*, Agdisc_t*) { return new Names; }
void close_names(void* state) { delete &names(state); }

long map_name(void* state, int, char* name, IDTYPE* id, int create) {
  if (create == 0) return name != nullptr && names(state).find(name, *id) ? 1 : 0;
  *id = names(state).add(name);
  return 1;
}

long refuse_id(void*, int, IDTYPE) { return 0; }
void keep_id(void*, int, IDTYPE) {}
char* print_id(void* state, int, IDTYPE id) { return names(state).name_of(id); }
void note_id(void*, int, void*) {}

/// The description, handed over line by line, as the scanner wants it.
struct Text {
  std::string_view rest;
};

int read_line(void* channel, char* buffer, int size) {
  std::string_view& rest = static_cast<Text*>(channel)->rest;
  const std::size_t line = std::min(rest.find('\n'), rest.size() - 1) + 1;  // 0 at the end
  const std::size_t count = std::min(line, static_cast<std::size_t>(size));
  std::copy_n(rest.data(), count, buffer);
  rest.remove_prefix(count);
  return static_cast<int>(count);
}

}  // namespace

Agraph_t* parse_graph(const std::string& description) {
  static Agiddisc_t numbering = {open_names, map_name, refuse_id, keep_id, print_id, close_names, note_id};
  Agiodisc_t reading = AgIoDisc;
  reading.afread = read_line;
  Agdisc_t discipline = {&AgMemDisc, &numbering, &reading};
  Text text{description};
  return agread(&text, &discipline);
}

}  // namespace nianbao::diagram
