#include "source/csv.h"

#include <fmt/format.h>

#include "text/utf8.h"

namespace nianbao::source {
namespace {

char separator_of(std::string_view text) {
  const std::string_view header = text.substr(0, text.find('\n'));
  for (const char candidate : {',', '\t', ';'}) {
    if (header.find(candidate) != std::string_view::npos) return candidate;
  }
  return ',';
}

class Parser {
 public:
  Parser(std::string_view text, const std::string& file, DiagnosticSink& sink)
      : text_(text), file_(file), separator_(separator_of(text)), sink_(sink) {}

  std::vector<CsvRecord> run() {
    std::vector<CsvRecord> records;
    while (offset_ < text_.size()) {
      CsvRecord record = read_record();
      const bool blank = record.size() == 1 && text::trim(record[0].text).empty();
      if (!blank) records.push_back(std::move(record));
    }
    return records;
  }

 private:
  Place here() const { return {file_, line_, column_}; }
  bool at_end() const { return offset_ >= text_.size(); }

  char take() {
    const char c = text_[offset_++];
    if (c == '\n') {
      ++line_;
      column_ = 1;
    } else if ((static_cast<unsigned char>(c) & 0xC0u) != 0x80u) {
      ++column_;
    }
    return c;
  }

  CsvRecord read_record() {
    CsvRecord record;
    while (true) {
      record.push_back(read_field());
      if (at_end() || take() == '\n') return record;
    }
  }

  CsvField read_field() {
    CsvField field{"", here()};
    if (!at_end() && text_[offset_] == '"') read_quoted(field);
    const std::size_t begin = offset_;
    while (!at_end() && text_[offset_] != separator_ && text_[offset_] != '\n') take();
    field.text.append(text_.substr(begin, offset_ - begin));
    return field;
  }

  void read_quoted(CsvField& field) {
    take();
    while (!at_end()) {
      const char c = take();
      if (c != '"') {
        field.text += c;
      } else if (!at_end() && text_[offset_] == '"') {
        field.text += take();
      } else {
        if (!at_end() && text_[offset_] != separator_ && text_[offset_] != '\n') {
          sink_.error("N103", here(), {"右引号后面还有文字", "there is text behind the closing quote"},
                      {"引号内的引号要写成两个 \"\"", "a quote inside quotes is written twice: \"\""});
        }
        return;
      }
    }
    sink_.error("N103", field.place, {"引号没有结束", "the quote is never closed"},
                {"在单元格末尾补上 \"", "add the closing \" at the end of the cell"});
  }

  std::string_view text_;
  const std::string& file_;
  char separator_;
  DiagnosticSink& sink_;
  std::size_t offset_ = 0;
  int line_ = 1, column_ = 1;
};

}  // namespace

std::vector<CsvRecord> parse_csv(std::string_view text, const std::string& file, DiagnosticSink& sink) {
  auto records = Parser(text, file, sink).run();
  for (std::size_t i = 1; i < records.size(); ++i) {
    const std::size_t expected = records[0].size(), found = records[i].size();
    if (found == expected) continue;
    sink.error(
        "N104", {file, records[i][0].place.line, 0},
        {fmt::format("这一行有 {} 格，表头有 {} 格", found, expected),
         fmt::format("this record has {} fields, the header has {}", found, expected)},
        {"单元格里有逗号时，整格要用双引号括起来", "a cell that holds a comma stands in double quotes"});
    records[i].resize(expected, CsvField{"", records[i].back().place});
  }
  return records;
}

}  // namespace nianbao::source
