#pragma once

#include <map>
#include <string>

#include "model/report.h"

namespace nianbao::model {

/// The counters of a report, or of an appended article, which begins anew.
class Counters {
 public:
  /// `numbering` holds a counter of every kind and outlives this.
  explicit Counters(const Numbering& numbering) : numbering_(numbering) {}

  /// Counters of scope chapter begin at 1 again; 0 stands outside the chapters and is not printed.
  void begin_chapter(int chapter);

  /// The next label: "图 2-5". `printed` is the number the author gave, if any: its last digits count ("2-5"
  /// is 5), and the count goes on from there. One that goes backwards is reported; the same number twice is
  /// one printed figure in two.
  std::string next(Counted counted, const std::string& printed, const Place& place, DiagnosticSink& sink);

 private:
  const Numbering& numbering_;
  std::map<Counted, int> values_;
  int chapter_ = 0;
};

/// The kind that `counted` is numbered with, itself or another.
Counted leader(const Numbering& numbering, Counted counted);

}  // namespace nianbao::model
