#pragma once

#include <string>
#include <vector>

#include "compose/narrative_view.h"

namespace nianbao::compose {

/// The pages of one report, made one by one so that many threads can share the work.
class ReportPages {
 public:
  /// `parents` are the organisations above, outermost first; the last one issued the report.
  ReportPages(const Context& context, const model::Site& site,
              std::vector<const model::Organisation*> parents);

  std::size_t size() const { return jobs_.size(); }
  Page make(std::size_t index) const;
  std::vector<Download> downloads() const;

 private:
  enum class What { overview, chapter, case_narrative, part, case_list, table, chart, lists };
  struct Job {
    What what;
    std::size_t index;
    std::string address;
    Link reading;  ///< as the neighbour of another page; no text: not in the reading order
  };

  void plan();
  Page frame(const Job& job) const;
  void add_neighbours(Page& page, std::size_t index) const;
  std::vector<NavigationItem> navigation(const std::string& current) const;
  void fill_overview(Page& page) const;
  void fill_narrative(Page& page, const model::Narrative& narrative,
                      const model::NarrativeLabels& labels) const;
  void fill_case(Page& page, std::size_t index) const;
  void fill_part(Page& page, std::size_t index) const;
  void fill_case_list(Page& page, std::size_t index) const;
  void fill_target(Page& page, const model::Target& target) const;
  void fill_lists(Page& page) const;
  void add_data_links(Page& page) const;
  ListView contents() const;
  ListView named_list(std::string_view name, bool charts_among_figures) const;
  ListView list(std::string_view id, std::string_view title, const std::vector<model::TargetKind>& kinds,
                bool own_pages) const;
  std::string part_title(const model::Part& part) const;

  Context context_;
  const model::Site& site_;
  std::vector<const model::Organisation*> parents_;
  std::vector<Job> jobs_;
};

}  // namespace nianbao::compose
