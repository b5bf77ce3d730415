#include "source/csv.h"

#include <algorithm>
#include <fmt/format.h>

#include "source/table_shape.h"
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

bool is_blank(const CsvRecord& record) {
  return std::all_of(record.begin(), record.end(),
                     [](const CsvField& f) { return text::trim(f.text).empty(); });
}

class Parser {
 public:
  Parser(std::string_view text, const std::string& file, DiagnosticSink& sink)
      : text_(text), file_(file), separator_(separator_of(text)), sink_(sink) {}

  std::vector<CsvRecord> run() {
    std::vector<CsvRecord> records;
    while (!at_end() && !too_large(records)) {
      CsvRecord record = read_record();
      if (is_blank(record)) continue;
      if (!records.empty()) fit(record, records[0].size());
      records.push_back(std::move(record));
    }
    if (too_large(records)) {
      report_table_size(file_, sink_);
      return {};
    }
    if (records.empty()) {
      sink_.error("N105", {file_, 1, 0},
                  {"文件是空的，应有一行表头", "the file is empty; a header line was expected"});
    }
    return records;
  }

 private:
  Place here() const { return {file_, line_, column_}; }
  bool at_end() const { return offset_ >= text_.size(); }

  static bool too_large(const std::vector<CsvRecord>& records) {
    return !records.empty() && exceeds_limits(records[0].size(), records.size());
  }

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

  /// Fields above the limit are passed over and counted only in that there are too many.
  CsvRecord read_record() {
    CsvRecord record;
    while (true) {
      CsvField field = read_field();
      if (record.size() <= most_columns) record.push_back(std::move(field));
      if (at_end() || take() == '\n') return record;
    }
  }

  CsvField read_field() {
    CsvField field{"", line_, column_};
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
        return end_quoted();
      }
    }
    is_unclosed_ = true;
    sink_.error("N103", {file_, field.line, field.column}, {"引号没有结束", "the quote is never closed"},
                {"在单元格末尾补上 \"", "add the closing \" at the end of the cell"});
  }

  /// Spaces behind the closing quote do no harm; words there are a quote that should have been doubled.
  void end_quoted() {
    while (!at_end() && (text_[offset_] == ' ' || (text_[offset_] == '\t' && separator_ != '\t'))) take();
    if (at_end() || text_[offset_] == separator_ || text_[offset_] == '\n') return;
    sink_.error("N103", here(), {"右引号后面还有文字", "there is text behind the closing quote"},
                {"引号内的引号要写成两个 \"\"", "a quote inside quotes is written twice: \"\""});
  }

  void fit(CsvRecord& record, std::size_t expected) {
    const std::size_t found = record.size();
    if (found == expected) return;
    if (!is_unclosed_) {  // what the open quote has swallowed was reported
      sink_.error(
          "N104", {file_, record[0].line, 0},
          {fmt::format("这一行有 {} 格，表头有 {} 格", found, expected),
           fmt::format("this record has {} fields, the header has {}", found, expected)},
          {"单元格里有逗号时，整格要用双引号括起来", "a cell that holds a comma stands in double quotes"});
    }
    const CsvField& last = record.back();
    record.resize(expected, CsvField{"", last.line, last.column});
  }

  std::string_view text_;
  const std::string& file_;
  char separator_;
  DiagnosticSink& sink_;
  std::size_t offset_ = 0;
  int line_ = 1, column_ = 1;
  bool is_unclosed_ = false;
};

void report_chinese_commas(const CsvRecord& header, const std::string& file, DiagnosticSink& sink) {
  if (header.size() != 1 || header[0].text.find("，") == std::string::npos) return;
  sink.error(
      "N107", {file, header[0].line, header[0].column},
      {"表头只有一列，里面有中文逗号“，”", "the header has one column only, and Chinese commas (，) in it"},
      {"各列之间要用英文逗号 ,", "columns are separated by ASCII commas"});
}

}  // namespace

std::vector<CsvRecord> parse_csv(std::string_view text, const std::string& file, DiagnosticSink& sink) {
  auto records = Parser(text, file, sink).run();
  if (!records.empty()) report_chinese_commas(records[0], file, sink);
  return records;
}

}  // namespace nianbao::source
