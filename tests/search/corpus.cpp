#include "corpus.h"

#include <algorithm>

namespace nianbao::search {
namespace {

const std::vector<std::string> words = {
    "焊接",         "焊接技术应用", "双师型教师", "教师",    "产教融合", "校企合作",
    "升学率",       "就业率",       "专业",       "职业",    "职业技能", "技能大赛",
    "获奖",         "学校",         "学生",       "BIM技术", "1+X",      "3D打印",
    "Industry 4.0", "ＡＢＣ",       "café",       "660102",  "95.8%",    "61.2%",
    "2024年",       "2025年",       "12",         "21",      "121",      "示例一校",
    "聊城",         "龍門",         "①",          "℃",       "𠮷野",     "的",
    "与",           "人才培养",     "培养人才",   "人人",    "人人人",   "实训 基地",
    "工学 交替",    "學費",         "學校"};
const std::vector<std::string> signs = {"，", "。", "、", "：", "（", "）", " ", "",
                                        "",   "",   "",   ";",  "“",  "”",  "——"};
const std::vector<std::string> kinds = {"chapter", "case", "table", "chart"};

class Maker {
 public:
  Maker(std::uint32_t seed, const CorpusSize& size) : random_(seed), size_(size) {}

  std::vector<Entry> entries() {
    std::vector<Entry> out;
    for (int page = 0; page < size_.pages; ++page) add_page(out, page);
    return out;
  }

 private:
  void add_page(std::vector<Entry>& out, int number) {
    const std::string school = "s" + std::to_string(number % 5), year = std::to_string(2022 + number % 3);
    const std::string url = school + "/" + year + "/p" + std::to_string(number) + ".html";
    const std::string title = phrase(2);
    out.push_back({url, title, "", pick(words) + "学校", year, pick(kinds), text(), "城市" + school, school});
    for (int section = below(size_.most_sections + 1); section > 0; --section) {
      out.push_back({url + "#a" + std::to_string(section), phrase(2), title, out.back().organisation, year,
                     pick(kinds), text(), out.back().city, out.back().school});
    }
  }

  std::string text() {
    std::string out;
    for (int lines = below(size_.most_lines + 1); lines > 0; --lines)
      out += phrase(12) + (lines > 1 ? "\n" : "");
    return out;
  }

  std::string phrase(int most_words) {
    std::string out;
    for (int count = 1 + below(most_words); count > 0; --count) out += pick(words) + pick(signs);
    return out;
  }

  const std::string& pick(const std::vector<std::string>& from) {
    return from[static_cast<std::size_t>(below(static_cast<int>(from.size())))];
  }
  int below(int end) { return static_cast<int>(random_() % static_cast<std::uint32_t>(end)); }

  std::mt19937 random_;
  CorpusSize size_;
};

}  // namespace

std::vector<Entry> make_corpus(std::uint32_t seed, const CorpusSize& size) {
  return Maker(seed, size).entries();
}

std::vector<File> build_index(const std::vector<Entry>& entries, const Sizes& sizes) {
  Builder builder(sizes);
  for (const Entry& entry : entries) builder.add(entry);
  return builder.finish();
}

std::unique_ptr<Reader> open_index(const std::vector<File>& files) {
  return std::make_unique<Reader>([files](std::string_view name) {
    const auto file = std::find_if(files.begin(), files.end(), [&](const File& f) { return f.name == name; });
    if (file == files.end()) throw std::runtime_error("missing");
    return file->bytes;
  });
}

}  // namespace nianbao::search
