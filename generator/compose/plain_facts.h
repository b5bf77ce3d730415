#pragma once

#include "compose/organisation_pages.h"

namespace nianbao::compose {

/// A figure said as a parent would: "每 100 名毕业生中有约 98 名已升学或就业".
struct PlainFact {
  std::string sentence;
  std::string origin;   ///< year, and whether it was computed or which schools are in it
  std::string source;   ///< address of the table it stands in; empty: none
  std::string meaning;  ///< address of the indicator's page of the city; empty: none
};

/// What a school's newest report states. A rate whose base is another one than the sentence names, because
/// it does not follow from the printed sums, is left out. `city` may be null.
std::vector<PlainFact> plain_facts_of_school(const Portal& portal, const model::Organisation& school,
                                             const model::Organisation* city);
/// The same of a city's sums.
std::vector<PlainFact> plain_facts_of_city(const Portal& portal, const model::Organisation& city);

/// The list as it stands on the page at `address`; `city` is the one it is about, or whose school, or null.
Html plain_facts_view(const Portal& portal, const std::vector<PlainFact>& facts,
                      const model::Organisation* city, std::string_view id, std::string_view address);

}  // namespace nianbao::compose
