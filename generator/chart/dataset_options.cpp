#include "chart/dataset_options.h"

#include <string>

namespace nianbao::chart {

DatasetOptions::DatasetOptions(const Node& configuration, const Node& dataset, std::string_view type,
                               std::string_view element)
    : dataset_(dataset), options_(member(configuration, "options")) {
  const Node elements = member(options_, "elements");
  type_ = member(member(options_, "datasets"), type);
  element_ = member(elements, element);
  point_ = member(elements, "point");
}

Node DatasetOptions::find(std::string_view key) const {
  return first_in({&dataset_, &type_, &element_, &options_}, key);
}

Node DatasetOptions::find_of_points(std::string_view key) const {
  std::string prefixed = "point" + std::string(key);
  if (prefixed[5] >= 'a') prefixed[5] = static_cast<char>(prefixed[5] - 'a' + 'A');
  const Node named = first_in({&dataset_, &type_}, prefixed);
  if (named) return named;
  const Node bare = first_in({&dataset_, &type_, &point_}, key);
  return bare ? bare : first_in({&options_}, prefixed);
}

Node DatasetOptions::find_named_for_points(std::string_view key) const {
  std::string prefixed = "point" + std::string(key);
  prefixed[5] = static_cast<char>(prefixed[5] - 'a' + 'A');
  Node named = first_in({&dataset_, &type_}, prefixed);
  return named ? named : first_in({&point_}, key);
}

Node DatasetOptions::first_in(std::initializer_list<const Node*> places, std::string_view key) {
  for (const Node* place : places) {
    Node found = member(*place, key);
    if (found) return found;
  }
  return {};
}

}  // namespace nianbao::chart
