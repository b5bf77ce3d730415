#include "disclosure/agreement.h"

#include <algorithm>
#include <functional>

namespace nianbao::disclosure {
namespace {

/// Two figures of one hash have a report looked at once more for nothing.
std::size_t hash_of(const Figure& figure) {
  return std::hash<std::string>()(figure.organisation + " " + figure.indicator + " " +
                                  std::to_string(figure.year));
}

}  // namespace

Agreement::Agreement(std::vector<std::string> organisations) {
  for (std::string& organisation : organisations) reports_.push_back({std::move(organisation), {}, {}, {}});
}

void Agreement::note(std::size_t report, const Withheld& withheld) {
  Seen& seen = reports_[report];
  seen.printed.clear();
  for (const Figure& figure : withheld.printed) seen.printed.push_back(hash_of(figure));
  std::sort(seen.printed.begin(), seen.printed.end());
  seen.withheld = withheld.figures;
}

std::vector<std::size_t> Agreement::compare() {
  Figures withheld;
  for (const Seen& seen : reports_) withheld.insert(seen.withheld.begin(), seen.withheld.end());
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < reports_.size(); ++i) {
    Seen& seen = reports_[i];
    bool is_asked_more = false;
    for (auto it = withheld.lower_bound({seen.organisation, "", 0});
         it != withheld.end() && it->organisation.starts_with(seen.organisation); ++it) {
      const bool is_shown = !seen.withheld.contains(*it) &&
                            std::binary_search(seen.printed.begin(), seen.printed.end(), hash_of(*it));
      if (is_shown) is_asked_more = seen.asked.insert(*it).second || is_asked_more;
    }
    if (!is_asked_more) continue;
    seen.asked.insert(seen.withheld.begin(), seen.withheld.end());  // what was withheld stays so
    open.push_back(i);
  }
  return open;
}

}  // namespace nianbao::disclosure
