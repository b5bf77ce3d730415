#include "source/toml_error.h"

#include <array>
#include <fmt/format.h>

#include "text/utf8.h"

namespace nianbao::source {
namespace {

struct Explanation {
  std::string_view found;        ///< the character where the parser stopped is one of these; empty: any
  std::string_view description;  ///< part of the parser's description; empty: any
  std::string_view zh, en, hint_zh, hint_en;
};

/// The first that fits is taken. Tested against every description the parser gives for these slips.
constexpr std::array<Explanation, 15> explanations = {{
    {"“”‘’", "", "这里用了中文引号", "there are Chinese quotation marks here",
     "改成英文直引号，例如 title = \"年报\"", "use straight quotes: title = \"…\""},
    {"：＝", "", "键和值之间用了中文标点",
     "a key and its value are joined by =", "改成英文等号，例如 title = \"年报\"", "write title = \"…\""},
    {"，", "", "这里用了中文逗号", "there is a Chinese comma here", "改成英文逗号 ,", "use an ASCII comma"},
    {"", "cannot redefine", "同一个键或表写了两次", "a key or table is given twice", "留一个，或把两处合并",
     "keep one of them, or join the two"},
    {"", "could not determine value type", "这个值不是文字、数、true/false 或列表",
     "this value is no text, number, true/false or list", "文字要用英文双引号括起来，例如 title = \"年报\"",
     "text stands in straight double quotes: title = \"…\""},
    {"", "expected value, saw", "等号后面缺少值",
     "there is no value behind =", "写成 键 = 值，例如 title = \"年报\"", "write title = \"…\""},
    {"", "leading zeroes", "数字不能以 0 开头", "a number cannot begin with 0",
     "代码、电话等要加引号，例如 code = \"00712\"", "write codes in quotes: code = \"00712\""},
    {"", "string: encountered end-of-file", "文字没有结束，缺少右引号", "a text is never closed",
     "在文字末尾补上英文引号", "add the closing quote"},
    {"", "unescaped control characters", "文字到行尾还没有结束，缺少右引号",
     "a text is not closed at the end of its line", "补上英文引号；多行文字用 \"\"\" 括起来",
     "add the closing quote; text of several lines stands in \"\"\""},
    {"", "unknown escape sequence", "反斜杠后面的字符不认识", "unknown character behind a backslash",
     "反斜杠写成 \\\\，或用单引号 '…' 把文字括起来",
     "write \\\\ for a backslash, or put the text in single quotes '…'"},
    {"", "expected a comment or whitespace", "值的后面还有别的文字", "there is more behind the value",
     "一行写一个键；文字里面的英文引号写成 \\\"，或用单引号 '…' 把文字括起来",
     "one key a line; write \\\" for a quote inside a text, or put the text in single quotes '…'"},
    {"", "array", "列表没有写完整", "a list is not complete", "列表写成 [\"甲\", \"乙\"]，各项之间用英文逗号",
     "a list is [\"a\", \"b\"], with commas between its items"},
    {"", "table header", "表头没有写完整", "a table's header is not complete",
     "写成 [contact] 或 [[parts]]；中文名称要加引号",
     "write [contact] or [[parts]]; names that are not Latin stand in quotes"},
    {"", "expected '='", "缺少等号", "= is missing", "写成 键 = 值，例如 title = \"年报\"",
     "write title = \"…\""},
    {"", "key-value pair: encountered end-of-file", "缺少等号和值", "= and a value are missing",
     "写成 键 = 值，例如 title = \"年报\"", "write title = \"…\""},
}};

bool is_one_of(char32_t c, std::string_view characters) {
  for (std::size_t i = 0; i < characters.size();) {
    if (text::next_code_point(characters, i) == c) return true;
  }
  return false;
}

}  // namespace

TomlError explain_toml_error(std::string_view description, std::string_view text_from_there) {
  std::size_t begin = 0;
  const char32_t found = text_from_there.empty() ? U'\0' : text::next_code_point(text_from_there, begin);
  for (const Explanation& e : explanations) {
    if (!e.found.empty() && !is_one_of(found, e.found)) continue;
    if (description.find(e.description) == std::string_view::npos) continue;
    return {{fmt::format("TOML 写法有误：{}", e.zh), fmt::format("this is not TOML: {}", e.en)},
            {std::string(e.hint_zh), std::string(e.hint_en)}};
  }
  if (found > 0x7F) {
    return {{"TOML 写法有误：键只能用拉丁字母、数字、“_”和“-”",
             "this is not TOML: keys hold Latin letters, digits, _ and - only"},
            {"其他文字要加引号，例如 \"人数\" = 1；说明文字前面写 #",
             "other names stand in quotes; remarks begin with #"}};
  }
  return {{fmt::format("TOML 写法有误：{}", description), fmt::format("this is not TOML: {}", description)},
          {"写成 键 = 值，例如 title = \"年报\"", "write title = \"…\""}};
}

}  // namespace nianbao::source
