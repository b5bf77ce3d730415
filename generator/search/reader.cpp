#include "search/question.h"
#include "search/search.h"
#include "search/store.h"

namespace nianbao::search {

struct Reader::Implementation {
  Store::Load load;
  std::optional<Store> store;
};

Reader::Reader(std::function<std::string(std::string_view name)> load)
    : implementation_(std::make_unique<Implementation>(Implementation{std::move(load), std::nullopt})) {}
Reader::~Reader() = default;

Answer Reader::ask(std::string_view words, std::size_t limit, const Options& options) const {
  if (!implementation_->store) implementation_->store.emplace(implementation_->load);
  return answer_question(*implementation_->store, words, limit, options);
}

std::vector<Result> Reader::query(std::string_view words, std::size_t limit) const {
  return ask(words, limit).results;
}

}  // namespace nianbao::search
