#include "search/token_collector.h"

#include <algorithm>
#include <numeric>

#include "search/bits.h"
#include "search/fold.h"
#include "search/heading_label.h"
#include "search/posting_list.h"

namespace nianbao::search {
namespace {

/// A title begins behind its number.
std::uint8_t edges_of(std::u32string_view line, std::size_t label, std::size_t place, Token token) {
  const bool ends = place + length_of(token) == line.size();
  return static_cast<std::uint8_t>((place == label ? begins_title : inside_title) |
                                   (ends ? ends_title : inside_title));
}

}  // namespace

void TokenCollector::add(const Page& page, std::uint32_t number) {
  page_ = number;
  const Entry* previous = nullptr;
  for (const Entry& entry : page.entries) {
    add(title_field, fold(code_points(entry.title)));
    add(text_field, fold(code_points(entry.text)));
    for (std::string Entry::*const field : {&Entry::context, &Entry::organisation, &Entry::year}) {
      if (previous == nullptr || previous->*field != entry.*field)
        add(context_field, fold(code_points(entry.*field)));
    }
    previous = &entry;
  }
}

void TokenCollector::add(Field field, std::u32string_view folded) {
  while (!folded.empty()) {
    const std::u32string_view line = folded.substr(0, folded.find('\n'));
    const std::size_t label = field == title_field ? heading_label(line) : 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
      const Token token = token_at(line, i);
      std::uint32_t& detail = detail_of(token, field);
      if (field == title_field) detail |= edges_of(line, label, i, token);
      if (field == text_field && (detail & largest_detail) < largest_detail) ++detail;
    }
    folded.remove_prefix(std::min(line.size() + 1, folded.size()));
  }
}

/// The use on this page, which is new when the token has not been met on it.
std::uint32_t& TokenCollector::detail_of(Token token, Field field) {
  const auto next = static_cast<std::uint32_t>(tokens_.size());
  const std::uint32_t number = numbers_.insert(token, next);
  if (number == next) {
    tokens_.push_back(token);
    last_.resize(last_.size() + token_fields);
  }
  const std::uint32_t list = number * token_fields + field;
  if (last_[list] == 0 || uses_[last_[list] - 1].page_and_detail >> detail_bits != page_) {
    uses_.push_back({list, page_ << detail_bits});
    last_[list] = static_cast<std::uint32_t>(uses_.size());
  }
  return uses_[last_[list] - 1].page_and_detail;
}

/// By slices first: sorting many short lists takes less time than sorting a long one.
std::vector<CollectedTokens::Numbered> TokenCollector::in_order() const {
  std::vector<std::uint32_t> ends(slice_of(make_token(last_character)) + 2);
  for (const Token token : tokens_) ++ends[slice_of(token) + 1];
  std::partial_sum(ends.begin(), ends.end(), ends.begin());
  std::vector<CollectedTokens::Numbered> order(tokens_.size());
  for (std::uint32_t i = 0; i < tokens_.size(); ++i) order[ends[slice_of(tokens_[i])]++] = {tokens_[i], i};
  for (std::size_t begin = 0; begin < order.size();) {
    const std::size_t end = ends[slice_of(order[begin].token)];
    std::sort(order.begin() + static_cast<std::ptrdiff_t>(begin),
              order.begin() + static_cast<std::ptrdiff_t>(end),
              [](const auto& a, const auto& b) { return a.token < b.token; });
    begin = end;
  }
  return order;
}

/// Uses came page by page; counting them first lets each go straight to its place in its list.
CollectedTokens TokenCollector::finish() {
  CollectedTokens out;
  out.order_ = in_order();
  out.begins_.resize(tokens_.size() * token_fields + 1);
  for (const Use& use : uses_) ++out.begins_[use.list + 1];
  std::partial_sum(out.begins_.begin(), out.begins_.end(), out.begins_.begin());
  std::vector<std::uint32_t> next = out.begins_;
  out.uses_.resize(uses_.size());
  for (const Use& use : uses_) out.uses_[next[use.list]++] = use.page_and_detail;
  return out;
}

}  // namespace nianbao::search
