#include "model/counters.h"

#include <algorithm>
#include <fmt/format.h>

namespace nianbao::model {
namespace {

/// "2-5" -> 5, "9" -> 9, "四" -> 0.
int last_number(std::string_view printed) {
  const std::size_t end = printed.find_last_of("0123456789");
  if (end == std::string_view::npos) return 0;
  std::size_t begin = end;
  while (begin > 0 && printed[begin - 1] >= '0' && printed[begin - 1] <= '9') --begin;
  return end - begin > 8 ? 0 : std::stoi(std::string(printed.substr(begin, end - begin + 1)));
}

}  // namespace

Counted leader(const Numbering& numbering, Counted counted) {
  const std::size_t longest_chain = numbering.counters.size();
  for (std::size_t i = 0; i < longest_chain && numbering.counters.at(counted).with; ++i) {
    counted = *numbering.counters.at(counted).with;
  }
  return counted;
}

void Counters::begin_chapter(int chapter) {
  chapter_ = chapter;
  for (const auto& [counted, counter] : numbering_.counters) {
    if (counter.scope == Scope::chapter) values_[counted] = 0;
  }
}

std::string Counters::next(Counted counted, const std::string& printed, const Place& place,
                           DiagnosticSink& sink) {
  const Counted shared = leader(numbering_, counted);
  const Counter& counter = numbering_.counters.at(shared);
  int& value = values_[shared];
  const int given = last_number(printed);
  if (given > 0 && given < value) {
    sink.warning("N310", place,
                 {fmt::format("编号 {} 小于前一个（{}）", printed, value),
                  fmt::format("the number {} is below the one before ({})", printed, value)},
                 {"检查 number", "check number"});
  }
  value = given > 0 ? given : value + 1;
  const bool by_chapter = counter.scope == Scope::chapter && chapter_ > 0;
  return fmt::format("{} {}{:0{}}", counter.label, by_chapter ? fmt::format("{}-", chapter_) : "", value,
                     std::max(1, counter.digits));
}

}  // namespace nianbao::model
