#include "markdown/emphasis.h"

#include <algorithm>
#include <vector>

#include "markdown/chinese.h"
#include "text/utf8.h"

namespace nianbao::markdown {
namespace {

constexpr char32_t private_use_first = 0xE000, private_use_last = 0xF8FF;

/// A private-use character that does not occur in `text`; 0 when all of them do.
char32_t unused_private_character(std::string_view text) {
  std::vector<bool> used(private_use_last - private_use_first + 1);
  for (std::size_t i = text.find_first_of("\xEE\xEF"); i < text.size();
       i = text.find_first_of("\xEE\xEF", i)) {
    const char32_t c = text::next_code_point(text, i);
    if (c >= private_use_first && c <= private_use_last) used[c - private_use_first] = true;
  }
  const auto unused = std::find(used.begin(), used.end(), false);
  return unused == used.end() ? 0 : private_use_first + static_cast<char32_t>(unused - used.begin());
}

bool is_space(char32_t c) {
  return c == 0 || c <= 0x20 || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A);
}

bool is_delimiter(char c) { return c == '*' || c == '~'; }

/// Cells of a table are texts of their own, so a bar is a border like a space.
bool is_hindrance(char32_t c) { return c != '|' && (text::is_punctuation(c) || is_shared_punctuation(c)); }

bool is_chinese(char32_t c) { return is_cjk(c) || is_shared_punctuation(c); }

/// One run of `*` or `~` in the source with the characters at its sides.
struct Run {
  std::size_t begin, end;
  char32_t before, after;
};

/// `inner` is the punctuation that hinders the run, `outer` the character at its other side.
bool wants_joiner(char32_t outer, char32_t inner) {
  if (is_space(outer) || is_space(inner) || outer == '|') return false;
  return is_hindrance(inner) && (is_chinese(outer) || is_chinese(inner));
}

bool is_escaped(std::string_view text, std::size_t at) {
  std::size_t backslashes = 0;
  while (backslashes < at && text[at - 1 - backslashes] == '\\') ++backslashes;
  return backslashes % 2 == 1;
}

/// Nothing but quotation marks and spaces before `at` on its line: the run begins the text of a block.
bool begins_block(std::string_view text, std::size_t line_begin, std::size_t at) {
  return text.substr(line_begin, at - line_begin).find_first_not_of(" \t>") == std::string_view::npos;
}

Run run_at(std::string_view text, std::size_t begin) {
  Run run{begin, begin, 0, 0};
  while (run.end < text.size() && text[run.end] == text[begin]) ++run.end;
  if (is_escaped(text, begin)) ++run.begin;
  run.before = last_code_point(text.substr(0, run.begin));
  run.after = first_code_point(text.substr(run.end));
  return run;
}

}  // namespace

JoinedText join_emphasis(std::string_view text) {
  JoinedText result;
  result.text.reserve(text.size() + text.size() / 64);
  result.joiner = unused_private_character(text);
  if (result.joiner != 0) text::append_utf8(result.joiner_utf8, result.joiner);
  std::size_t copied = 0, line_begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n' || text[i] == '\r') line_begin = i + 1;
    if (!is_delimiter(text[i])) continue;
    const Run run = run_at(text, i);
    i = run.end - 1;
    if (run.begin == run.end) continue;
    result.text.append(text, copied, run.begin - copied);
    if (wants_joiner(run.after, run.before) && !begins_block(text, line_begin, run.begin))
      result.text += result.joiner_utf8;
    result.text.append(text, run.begin, run.end - run.begin);
    if (wants_joiner(run.before, run.after)) result.text += result.joiner_utf8;
    copied = run.end;
  }
  result.text.append(text, copied);
  return result;
}

std::string without_joiner(std::string_view text, const JoinedText& joined) {
  std::string result;
  result.reserve(text.size());
  const std::string_view joiner = joined.joiner_utf8;
  while (!joiner.empty()) {
    const std::size_t found = text.find(joiner);
    if (found == std::string_view::npos) break;
    result.append(text, 0, found);
    text.remove_prefix(found + joiner.size());
  }
  return result.append(text);
}

}  // namespace nianbao::markdown
