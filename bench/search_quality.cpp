// How well the search answers the labelled questions: success@1 and nDCG@10.
//
//     search_quality SITE [QUESTIONS] [--all]
//
// SITE is a built site; QUESTIONS are tests/search/questions.tsv unless told otherwise. Prints the questions
// whose first answer is none of those that answer them (with --all: every question), then the two figures for
// each group of people and for all.
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string>

#include "../tests/search/questions.h"
#include "search/search.h"

namespace {

using namespace nianbao::search;

std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) throw std::runtime_error(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

int run(const std::string& site, const std::string& questions, bool all) {
  const Reader reader(
      [&](std::string_view name) { return read_file(site + "/search/" + std::string(name)); });
  const Quality quality = measure_quality(reader, read_questions(read_file(questions)));
  for (const Measured& one : quality.questions) {
    if (one.success && !all) continue;
    std::printf("%-8s %-28s nDCG %.2f  %s\n", one.who.c_str(), one.text.c_str(), one.ndcg, one.gains.c_str());
    if (!one.first.empty()) std::printf("         first: %s\n", one.first.c_str());
  }
  for (const auto& [who, level] : quality.levels) {
    std::printf("%-8s %4zu questions  success@1 %.3f  nDCG@10 %.3f\n", who.c_str(), level.questions,
                level.success, level.ndcg);
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::string files[2] = {"", std::string(NIANBAO_SOURCE_DIR) + "/tests/search/questions.tsv"};
  bool all = false;
  int given = 0;
  for (int i = 1; i < argc; ++i) {
    if (std::string(argv[i]) == "--all")
      all = true;
    else if (given < 2)
      files[given++] = argv[i];
  }
  if (given == 0) {
    std::fputs("search_quality SITE [QUESTIONS] [--all]\n", stderr);
    return 2;
  }
  try {
    return run(files[0], files[1], all);
  } catch (const std::runtime_error& problem) {
    std::fprintf(stderr, "%s\n", problem.what());
    return 3;
  }
}
