#pragma once

#include <string>

#include "chart/reading.h"

/// What one entry of `data` says: its place, its value, its radius.
namespace nianbao::chart {

/// Which members of a datum tell its place and its value: `parsing`.
struct DatumKeys {
  std::string index, value;
};

DatumKeys read_datum_keys(const Node& configuration, const Node& dataset, const Chart& chart,
                          Problems& problems);

/// `place` names its place on the index axis; absent where the order tells it.
struct Datum {
  Node place, value, radius;
  bool nowhere = false;  ///< an object that names no place
};

/// Takes an object, a list or a plain value apart. Of bars a list is a range, and stays together.
Datum take_apart(Node node, const DatumKeys& keys, const Chart& chart, bool of_bars);

}  // namespace nianbao::chart
