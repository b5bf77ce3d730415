#include <algorithm>

#include "markdown/chinese.h"
#include "markdown/prepare.h"
#include "text/utf8.h"

namespace nianbao::markdown {
namespace {

bool is_space(char32_t c) {
  return c == 0 || c <= 0x20 || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200A);
}

bool is_delimiter(char c) { return c == '*' || c == '~'; }

/// Cells of a table are texts of their own, so a bar is a border like a space.
bool is_hindrance(char32_t c) { return c != '|' && (text::is_punctuation(c) || is_shared_punctuation(c)); }

bool is_chinese(char32_t c) { return is_cjk(c) || is_shared_punctuation(c); }

/// What stands at one side of a run; `beyond` is the character behind the underscores, when these come first.
struct Side {
  char32_t next = 0, beyond = 0;
};

/// One run of `*` or `~` in the source.
struct Run {
  std::size_t begin, end;
  Side before, after;
};

/// `inner` is the side that hinders the run, `outer` the other. (`_` hinders only where it closes something
/// itself.)
bool wants_joiner(const Side& outer, const Side& inner) {
  if (is_space(outer.next) || is_space(inner.next) || outer.next == '|' || is_space(inner.beyond))
    return false;
  return is_hindrance(inner.next) && (is_chinese(outer.next) || is_chinese(inner.next));
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
  Run run{begin, begin, {}, {}};
  while (run.end < text.size() && text[run.end] == text[begin]) ++run.end;
  if (is_escaped(text, begin)) ++run.begin;
  const std::string_view before = text.substr(0, run.begin), after = text.substr(run.end);
  run.before = {last_code_point(before), last_code_point(before.substr(0, before.find_last_not_of('_') + 1))};
  run.after = {first_code_point(after),
               first_code_point(after.substr(std::min(after.find_first_not_of('_'), after.size())))};
  return run;
}

}  // namespace

std::string join_emphasis(std::string_view text, std::string_view joiner) {
  std::string result;
  result.reserve(text.size() + text.size() / 64);
  std::size_t copied = 0, line_begin = 0;
  for (std::size_t i = text.find_first_of("*~\n\r"); i < text.size(); i = text.find_first_of("*~\n\r", i)) {
    if (!is_delimiter(text[i])) {
      line_begin = ++i;
      continue;
    }
    const Run run = run_at(text, i);
    i = run.end;
    if (run.begin == run.end) continue;
    result.append(text, copied, run.begin - copied);
    if (wants_joiner(run.after, run.before) && !begins_block(text, line_begin, run.begin)) {
      // An underscore neither opens nor closes beside a letter.
      if (run.before.next == '_') result += ' ';
      result += joiner;
    }
    result.append(text, run.begin, run.end - run.begin);
    if (wants_joiner(run.before, run.after)) {
      result += joiner;
      if (run.after.next == '_') result += ' ';
    }
    copied = run.end;
  }
  return result.append(text, copied);
}

}  // namespace nianbao::markdown
