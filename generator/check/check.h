#pragma once

#include <set>
#include <string>

#include "model/labels.h"
#include "model/site.h"

/// Rules over the model. `check` names both values and both places and never decides which is right.
namespace nianbao::check {

/// The addresses of all organisations and reports, for references that leave a report.
class KnownAddresses {
 public:
  explicit KnownAddresses(const model::Site& site);
  bool has(std::string_view address) const { return addresses_.contains(address); }
  std::optional<std::string> nearest(std::string_view address) const;

 private:
  std::set<std::string, std::less<>> addresses_;
};

/// References, bound numbers, the data that blocks name, sums.
void check_report(const model::Report& report, const model::ReportLabels& labels, const KnownAddresses& known,
                  DiagnosticSink& sink);

/// Rows of the standard tables that no indicator of the catalogue fits: warnings, with the nearest names.
void check_indicators(const model::Report& report, const model::Catalogue& catalogue, DiagnosticSink& sink);

/// Numbers in prose whose datum is no longer shown (`Value::kept_back`): warnings.
void check_withheld(const model::Report& report, DiagnosticSink& sink);

/// What a link of a narrative means.
struct Reference {
  enum class Kind { report_id, address, datum, other } kind = Kind::other;
  std::string address;  ///< of an organisation or report, without the leading "/"
  std::string id;       ///< of a target, or the address of a datum
};
Reference read_reference(std::string_view url);

/// How the text of a bound number agrees with its datum.
enum class Agreement { same, other_digits, different, no_number };
Agreement compare(std::string_view printed, const model::Cell& datum);

}  // namespace nianbao::check
