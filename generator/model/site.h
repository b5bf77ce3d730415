#pragma once

#include <string>
#include <vector>

#include "model/catalogue.h"
#include "model/report.h"

namespace nianbao::model {

enum class OrganisationKind { province, city, school };

struct Phone {
  std::string label, number;
};

struct Contact {
  std::string address, postcode, website, email;
  std::vector<Phone> phones;
  bool empty() const { return address.empty() && website.empty() && email.empty() && phones.empty(); }
};

/// A school, a city, a province: a folder of the content. Children and reports are in the order in which
/// pages list them.
struct Organisation {
  OrganisationKind kind = OrganisationKind::school;
  std::string address;  ///< "liaocheng/lcgjgc"
  std::string name, name_en, short_name, code, type, description;
  std::string notice;  ///< its own or the nearest above it
  std::vector<std::string> aliases, level;
  std::vector<std::string> former_addresses;  ///< where its pages stood before; they lead here
  int founded = 0, order = 0;
  Contact contact;
  std::vector<ReportSettings> reports;  ///< newest first
  std::vector<Organisation> children;
  Place place;
};

/// The newest year of which it has a report, features left out; 0 when it has none.
inline int newest_year(const Organisation& organisation) {
  int year = 0;
  for (const ReportSettings& report : organisation.reports) {
    if (report.kind == ReportKind::report && report.year > year) year = report.year;
  }
  return year;
}

struct Site {
  std::string title, description, lang = "zh-CN", base_url, theme = "default", content = "content",
                                  output = "public", assets;
  std::string publisher, license;
  int small_counts_below = 6;            ///< as `SmallCounts::below`, where a report says nothing else
  bool png = false;                      ///< the build writes pictures of charts as PNG files, too
  std::vector<std::string> suggestions;  ///< words to try the search with; empty: made from the content
  struct Portal {
    std::string title, url;
  };
  Portal portal;        ///< that a site of one organisation is part of; empty: none
  Catalogue catalogue;  ///< the indicators that reports of this portal may state
  std::vector<Organisation> organisations;
};

/// Calls `visit(organisation, parents)` for every organisation, parents first.
template <typename Visit>
void for_each_organisation(const std::vector<Organisation>& organisations, Visit&& visit,
                           std::vector<const Organisation*> parents = {}) {
  for (const Organisation& organisation : organisations) {
    visit(organisation, parents);
    auto below = parents;
    below.push_back(&organisation);
    for_each_organisation(organisation.children, visit, below);
  }
}

}  // namespace nianbao::model
