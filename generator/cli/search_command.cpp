#include "cli/search_command.h"

#include <cstdio>
#include <fmt/format.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "cli/exit_code.h"
#include "diagnostics/printer.h"
#include "search/search.h"
#include "text/utf8.h"

namespace nianbao::cli {
namespace {

namespace fs = std::filesystem;

/// How things are set off on a terminal; all empty elsewhere.
struct Style {
  std::string_view strong, faint, mark, plain;
};

Style style_of(std::FILE* stream) {
  if (isatty(fileno(stream)) == 0) return {};
  return {"\033[1m", "\033[2m", "\033[1;33m", "\033[0m"};
}

/// A complaint in the form of the other commands' problems.
void complain(Severity severity, const Wording& message) {
  Diagnostic diagnostic;
  diagnostic.code = severity == Severity::error ? "N601" : "N602";
  diagnostic.severity = severity;
  diagnostic.message = message;
  fmt::print(stderr, "{}", print_text({diagnostic}, language_of_environment()));
}

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file || !fs::is_regular_file(path)) throw std::runtime_error(path.string());
  return {std::istreambuf_iterator<char>(file), {}};
}

nlohmann::ordered_json json_of(const std::vector<search::FacetCount>& counts) {
  auto out = nlohmann::ordered_json::object();
  for (const search::FacetCount& count : counts) out[count.value] = count.pages;
  return out;
}

nlohmann::ordered_json json_of(const std::vector<search::Card>& cards) {
  auto out = nlohmann::ordered_json::array();
  for (const search::Card& card : cards) {
    auto rows = nlohmann::ordered_json::array();
    for (const search::Card::Row& row : card.rows) {
      auto facts = nlohmann::ordered_json::array();
      for (const auto& fact : row.facts)
        facts.push_back({{"year", fact.year}, {"value", fact.value}, {"url", fact.url}});
      rows.push_back({{"party", row.party}, {"asked", row.asked}, {"facts", std::move(facts)}});
    }
    out.push_back({{"kind", card.kind},
                   {"name", card.name},
                   {"unit", card.unit},
                   {"note", card.note},
                   {"url", card.url},
                   {"rows", std::move(rows)},
                   {"total", card.total}});
  }
  return out;
}

nlohmann::ordered_json json_of(const search::Answer& answer, const std::vector<search::Card>& cards) {
  auto results = nlohmann::ordered_json::array();
  for (const search::Result& result : answer.results) {
    results.push_back({{"url", result.url},
                       {"title", result.title},
                       {"organisation", result.organisation},
                       {"year", result.year},
                       {"kind", result.kind},
                       {"score", result.score},
                       {"loose", result.loose},
                       {"excerpt", result.excerpt}});
  }
  return {{"answers", json_of(cards)},
          {"results", results},
          {"total", answer.total},
          {"total_is_exact", answer.total_is_exact},
          {"also", answer.also},
          {"suggestions", answer.suggestions},
          {"facets",
           {{"cities", json_of(answer.facets.cities)},
            {"schools", json_of(answer.facets.schools)},
            {"years", json_of(answer.facets.years)},
            {"kinds", json_of(answer.facets.kinds)}}}};
}

std::string marked(const search::Result& result, const Style& style) {
  std::string out;
  std::size_t done = 0;
  for (const auto& [begin, end] : result.marks) {
    out.append(result.excerpt, done, begin - done).append(style.mark);
    out.append(result.excerpt, begin, end - begin).append(style.plain);
    done = end;
  }
  return out.append(result.excerpt, done);
}

std::string heading(const search::Answer& answer, Language language) {
  const bool zh = language == Language::zh;
  if (answer.results.empty()) return zh ? "没有找到。" : "Nothing found.";
  if (answer.total == 0) {
    return zh ? "没有一页含有全部词语，以下各页较为接近：" : "No page has all the words; these come near:";
  }
  const std::string_view about = answer.total_is_exact ? "" : zh ? "至多 " : "at most ";
  std::string text = zh ? fmt::format("找到{}{}{} 页", about.empty() ? " " : "", about, answer.total)
                        : fmt::format("{}{} {}", about, answer.total, answer.total == 1 ? "page" : "pages");
  const bool all_are_exact = answer.results.empty() || !answer.results.back().loose;
  if (!all_are_exact)
    text += zh ? "，较为接近的排在后面，以 ~ 标出" : ", near ones behind them, marked with ~";
  if (answer.results.size() < answer.total)
    text += zh ? fmt::format("，显示前 {} 页", answer.results.size())
               : fmt::format(", the first {} of them", answer.results.size());
  return text + (zh ? "：" : ":");
}

void print_result(std::size_t number, const search::Result& result, const Style& style) {
  std::string place;
  for (const std::string* part : {&result.context, &result.organisation, &result.year}) {
    if (!part->empty() && !result.title.ends_with(*part)) place += (place.empty() ? "" : " · ") + *part;
  }
  fmt::print("\n{:>2}.{}{}{}{}", number, result.loose ? "~" : " ", style.strong, result.title, style.plain);
  if (!place.empty()) fmt::print("  {}{}{}", style.faint, place, style.plain);
  fmt::print("\n    {}{}{}\n", style.faint, result.url, style.plain);
  if (!result.excerpt.empty()) fmt::print("    {}\n", marked(result, style));
}

void print_card(const search::Card& card, const Style& style, Language language) {
  const bool zh = language == Language::zh;
  fmt::print("{}{}{}\n", style.strong, card.name, style.plain);
  for (const search::Card::Row& row : card.rows) {
    const auto& fact = row.facts[row.asked];
    fmt::print("  {}  {}{}{}{}{}", row.party, style.mark, fact.value, card.unit.empty() ? "" : " ", card.unit,
               style.plain);
    if (!fact.year.empty()) fmt::print("{}{}{}", zh ? "（" : " (", fact.year, zh ? "年）" : ")");
    for (std::size_t i = 0; i < row.facts.size(); ++i) {
      if (i != row.asked)
        fmt::print("  {}{} {}{}", style.faint, row.facts[i].year, row.facts[i].value, style.plain);
    }
    fmt::print("\n    {}{}{}\n", style.faint, fact.url, style.plain);
  }
  if (card.rows.size() < card.total)
    fmt::print("  {}\n", zh ? fmt::format("共 {} 条", card.total) : fmt::format("{} in all", card.total));
}

void print_answer(const search::Answer& answer, const std::vector<search::Card>& cards) {
  const Style style = style_of(stdout);
  const Language language = language_of_environment();
  for (const search::Card& card : cards) print_card(card, style, language);
  fmt::print("{}\n", heading(answer, language));
  const auto print_words = [&](std::string_view zh, std::string_view en,
                               const std::vector<std::string>& words) {
    if (!words.empty()) fmt::print("{}{}\n", language == Language::zh ? zh : en, fmt::join(words, " · "));
  };
  print_words("也查找了：", "Also looked for: ", answer.also);
  print_words("您要找的是不是：", "Did you mean: ", answer.suggestions);
  for (std::size_t i = 0; i < answer.results.size(); ++i) print_result(i + 1, answer.results[i], style);
}

}  // namespace

int run_search(const SearchOptions& options) {
  if (text::trim(options.query).empty()) {
    complain(Severity::error, {"没有要查找的内容", "there is nothing to look for"});
    return wrong_usage;
  }
  const fs::path folder = options.site / "search";
  const search::Reader reader([&](std::string_view name) { return read_file(folder / name); });
  try {
    const search::Answer answer =
        reader.ask(options.query, options.limit,
                   {{options.cities, options.schools, options.years, options.kinds}, options.json});
    const std::vector<search::Card> cards =
        reader.cards(options.query, {options.cities, options.schools, options.years, options.kinds});
    for (const Wording& problem : answer.problems) complain(Severity::warning, problem);
    if (options.json) {
      fmt::print("{}\n",
                 json_of(answer, cards).dump(2, ' ', false, nlohmann::json::error_handler_t::replace));
    } else {
      print_answer(answer, cards);
    }
    return done;
  } catch (const search::IndexError& error) {
    const std::string site = options.site.string();
    complain(Severity::error, {site + "：" + error.wording.zh, site + ": " + error.wording.en});
    return cannot_read_or_write;
  }
}

}  // namespace nianbao::cli
