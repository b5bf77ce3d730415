#include "search/token_collector.h"

#include <algorithm>
#include <numeric>

#include "search/fold.h"

namespace nianbao::search {
namespace {

constexpr std::uint32_t detail_bits = 8;
constexpr std::uint32_t largest_detail = (1u << detail_bits) - 1;

std::uint8_t edges_of(std::u32string_view line, std::size_t place, Token token) {
  const bool ends = place + length_of(token) == line.size();
  return static_cast<std::uint8_t>((place == 0 ? begins_title : inside_title) |
                                   (ends ? ends_title : inside_title));
}

}  // namespace

void CollectedTokens::append_to(TokenPostings& postings, std::size_t place) const {
  PostingList* const lists[] = {&postings.text, &postings.context, &postings.title};
  for (std::size_t field = 0; field < token_fields; ++field) {
    const std::size_t list = place * token_fields + field;
    for (std::uint32_t i = begins_[list]; i < begins_[list + 1]; ++i) {
      const std::uint32_t detail = uses_[i] & largest_detail;
      const std::uint8_t kept = field == text_field ? grade_of(detail) : static_cast<std::uint8_t>(detail);
      lists[field]->push_back({uses_[i] >> detail_bits, kept});
    }
  }
}

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
    for (std::size_t i = 0; i < line.size(); ++i) {
      const Token token = token_at(line, i);
      std::uint32_t& detail = detail_of(token, field);
      if (field == title_field) detail |= edges_of(line, i, token);
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

/// Places of the tokens when they are sorted.
std::vector<std::uint32_t> TokenCollector::ranks() const {
  std::vector<std::uint32_t> order(tokens_.size()), ranks(tokens_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(),
            [this](std::uint32_t a, std::uint32_t b) { return tokens_[a] < tokens_[b]; });
  for (std::uint32_t rank = 0; rank < order.size(); ++rank) ranks[order[rank]] = rank;
  return ranks;
}

/// Uses came page by page; counting them first lets each go straight to its place in its list.
CollectedTokens TokenCollector::finish() {
  const std::vector<std::uint32_t> rank = ranks();
  const auto sorted = [&](std::uint32_t list) {
    return rank[list / token_fields] * token_fields + list % token_fields;
  };
  CollectedTokens out;
  out.tokens_.resize(tokens_.size());
  for (std::size_t i = 0; i < tokens_.size(); ++i) out.tokens_[rank[i]] = tokens_[i];
  out.begins_.resize(tokens_.size() * token_fields + 1);
  for (const Use& use : uses_) ++out.begins_[sorted(use.list) + 1];
  std::partial_sum(out.begins_.begin(), out.begins_.end(), out.begins_.begin());
  std::vector<std::uint32_t> next = out.begins_;
  out.uses_.resize(uses_.size());
  for (const Use& use : uses_) out.uses_[next[sorted(use.list)]++] = use.page_and_detail;
  return out;
}

}  // namespace nianbao::search
