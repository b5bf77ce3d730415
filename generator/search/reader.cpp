#include "search/cards.h"
#include "search/fold.h"
#include "search/question.h"
#include "search/search.h"
#include "search/store.h"

namespace nianbao::search {

struct Reader::Implementation {
  Store::Load load;
  std::optional<Store> store;

  Store& opened() {
    if (!store) store.emplace(load);
    return *store;
  }
};

Reader::Reader(std::function<std::string(std::string_view name)> load)
    : implementation_(std::make_unique<Implementation>(Implementation{std::move(load), std::nullopt})) {}
Reader::~Reader() = default;

Answer Reader::ask(std::string_view words, std::size_t limit, const Options& options) const {
  return answer_question(implementation_->opened(), words, limit, options);
}

std::vector<Card> Reader::cards(std::string_view words, const Filter& filter) const {
  return cards_for(implementation_->opened(), query_words(words), filter);
}

std::vector<Result> Reader::query(std::string_view words, std::size_t limit) const {
  return ask(words, limit).results;
}

}  // namespace nianbao::search
