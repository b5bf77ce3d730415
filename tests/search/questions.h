#pragma once

#include <cmath>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "search/search.h"

/// Labelled questions (questions.tsv) and how well a reader answers them.
namespace nianbao::search {

struct LabelledQuestion {
  std::string who, text;
  std::vector<std::string> answers, helps;  ///< addresses with "*" and "**"
};

inline std::vector<std::string> parts_between(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find(separator, begin), text.size());
    parts.emplace_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

inline std::vector<LabelledQuestion> read_questions(std::string_view tsv) {
  std::vector<LabelledQuestion> questions;
  for (const std::string& line : parts_between(tsv, '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const auto fields = parts_between(line, '\t');
    if (fields.size() != 4) throw std::runtime_error("not four columns: " + line);
    questions.push_back({fields[0], fields[1], parts_between(fields[2], ' '), parts_between(fields[3], ' ')});
  }
  return questions;
}

/// "*" is any characters but "/", "**" any at all.
inline bool matches(std::string_view pattern, std::string_view address) {
  if (pattern.empty()) return address.empty();
  if (pattern.front() != '*')
    return !address.empty() && pattern.front() == address.front() &&
           matches(pattern.substr(1), address.substr(1));
  const bool any = pattern.starts_with("**");
  const std::string_view rest = pattern.substr(any ? 2 : 1);
  for (std::size_t taken = 0; taken <= address.size(); ++taken) {
    if (matches(rest, address.substr(taken))) return true;
    if (!any && taken < address.size() && address[taken] == '/') return false;
  }
  return false;
}

/// 3 for a page that answers, 1 for one that helps.
inline int gain_of(const LabelledQuestion& question, std::string_view address) {
  for (const std::string& pattern : question.answers) {
    if (matches(pattern, address)) return 3;
  }
  for (const std::string& pattern : question.helps) {
    if (matches(pattern, address)) return 1;
  }
  return 0;
}

/// Discounted cumulative gain of the first ten (Järvelin and Kekäläinen 2002): (2^gain − 1) / log2(rank + 1).
inline double dcg_of(const std::vector<int>& gains) {
  double sum = 0;
  for (std::size_t i = 0; i < gains.size() && i < 10; ++i)
    sum += (std::pow(2.0, gains[i]) - 1) / std::log2(static_cast<double>(i) + 2);
  return sum;
}

struct Measured {
  std::string who, text, gains, first;
  bool success = false;
  double ndcg = 0;
};

struct Level {
  std::size_t questions = 0;
  double success = 0, ndcg = 0;
};

struct Quality {
  std::vector<Measured> questions;
  std::map<std::string, Level> levels;  ///< by who asks, and "all"
};

/// All pages of an index, from the questions that every page answers: its year, or a common character.
inline std::set<std::string> addresses_in(const Reader& reader) {
  std::set<std::string> found;
  for (const char* query : {"2", "年", "学", "的", "市", "校"}) {
    for (const Result& result : reader.query(query, 100000))
      found.insert(result.url.substr(0, result.url.find('#')));
  }
  return found;
}

inline Quality measure_quality(const Reader& reader, const std::vector<LabelledQuestion>& questions) {
  Quality quality;
  const std::set<std::string> addresses = addresses_in(reader);
  for (const LabelledQuestion& question : questions) {
    std::vector<int> gains, best;
    Measured one{question.who, question.text, "", "", false, 0};
    for (const Result& result : reader.query(question.text, 10)) {
      gains.push_back(gain_of(question, result.url.substr(0, result.url.find('#'))));
      one.gains += static_cast<char>('0' + gains.back());
      if (one.first.empty()) one.first = result.url + " " + result.title;
    }
    for (const std::string& address : addresses) best.push_back(gain_of(question, address));
    std::sort(best.rbegin(), best.rend());
    one.success = !gains.empty() && gains.front() == 3;
    one.ndcg = dcg_of(gains) / std::max(dcg_of(best), 1e-9);
    for (const std::string& group : {question.who, std::string("all")}) {
      Level& level = quality.levels[group];
      ++level.questions;
      level.success += one.success;
      level.ndcg += one.ndcg;
    }
    quality.questions.push_back(std::move(one));
  }
  for (auto& [who, level] : quality.levels) {
    level.success /= static_cast<double>(level.questions);
    level.ndcg /= static_cast<double>(level.questions);
  }
  return quality;
}

}  // namespace nianbao::search
