#include "theme/template_set.h"

#include <algorithm>

#include "text/escape.h"
#include "text/utf8.h"
#include "theme/file_bytes.h"
#include "theme/template_tags.h"

namespace nianbao::theme {
namespace {

constexpr std::string_view ending = ".mustache";

/// Names of fields that hold finished markup; everything else has to be escaped.
bool holds_markup(std::string_view name) {
  return name.ends_with("_html") || name.ends_with("svg") || name.ends_with("json");
}

Wording wording(const TagProblem& problem) {
  switch (problem.kind) {
    case TagProblem::Kind::unclosed_tag:
      return {"标签没有结束。", "A tag is not closed."};
    case TagProblem::Kind::unclosed_section:
      return {"段“" + problem.name + "”没有结束。", "The section \"" + problem.name + "\" is not closed."};
    case TagProblem::Kind::unopened_section:
      break;
  }
  return {"段“" + problem.name + "”的结束标签没有对应的开始标签。",
          "The end of section \"" + problem.name + "\" does not match the section that is open."};
}

}  // namespace

TemplateSources::TemplateSources(const std::filesystem::path& folder, std::string shown, const Texts& texts,
                                 DiagnosticSink& sink)
    : shown_(std::move(shown)), texts_(texts), sink_(sink) {
  std::error_code error;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error)) {
    std::string name = entry.path().lexically_relative(folder).generic_string();
    if (!name.ends_with(ending)) continue;
    name.resize(name.size() - ending.size());
    sources_.emplace(name, bytes_of(entry.path()));
  }
  for (const auto& [name, source] : sources_) check(name);
}

Place TemplateSources::place(const std::string& name, std::size_t offset) const {
  const auto [line, column] = line_and_column(sources_.at(name), offset);
  return {shown_ + "/" + name + std::string(ending), line, column};
}

void TemplateSources::check(const std::string& name) {
  const auto scan = scan_tags(sources_.at(name));
  sound_ = sound_ && scan.problems.empty();
  for (const auto& problem : scan.problems)
    sink_.error("N712", place(name, problem.offset), wording(problem));
  for (const auto& tag : scan.tags) {
    const std::string wanted(tag.name);
    if (tag.kind == Tag::Kind::partial && !sources_.contains(wanted))
      sink_.error("N713", place(name, tag.begin),
                  {"没有模板“" + wanted + "”。", "There is no template \"" + wanted + "\"."});
    if (tag.kind == Tag::Kind::string && !texts_.contains(wanted))
      sink_.error("N714", place(name, tag.begin),
                  {"没有界面文字“" + wanted + "”。", "There is no interface string \"" + wanted + "\"."});
    if (tag.kind == Tag::Kind::unescaped && !holds_markup(wanted))
      sink_.error("N717", place(name, tag.begin),
                  {"“" + wanted + "”不是成品标记，必须转义。",
                   "\"" + wanted + "\" is not finished markup and has to be escaped."},
                  {"写成 {{" + wanted + "}}。", "Write {{" + wanted + "}}."});
  }
}

std::string TemplateSources::expanded(const std::string& name) const {
  if (!sources_.contains(name)) {
    sink_.error("N711", {shown_ + "/" + name + std::string(ending)},
                {"主题缺少这个模板。", "The theme lacks this template."});
    return {};
  }
  std::vector<std::string> within;
  return expand(name, within);
}

std::string TemplateSources::expand(const std::string& name, std::vector<std::string>& within) const {
  const auto& source = sources_.at(name);
  within.push_back(name);
  std::string out;
  std::size_t done = 0;
  for (const auto& tag : scan_tags(source).tags) {
    if (tag.kind != Tag::Kind::partial && tag.kind != Tag::Kind::string) continue;
    out.append(source, done, tag.begin - done);
    done = tag.end;
    const std::string wanted(tag.name);
    if (tag.kind == Tag::Kind::string) {
      const auto found = texts_.find(wanted);
      text::append_html(out, found == texts_.end() ? wanted : found->second);
    } else if (std::find(within.begin(), within.end(), wanted) != within.end()) {
      sink_.error("N713", place(name, tag.begin),
                  {"模板“" + wanted + "”包含它自己。", "The template \"" + wanted + "\" contains itself."});
    } else if (sources_.contains(wanted)) {
      out += expand(wanted, within);
    }
  }
  within.pop_back();
  return out.append(source, done);
}

void TemplateSources::report_unknown_variable(const std::string& name, const std::string& variable) const {
  if (!sources_.contains(name) || report_in(name, variable)) return;
  for (const auto& tag : scan_tags(sources_.at(name)).tags)
    if (tag.kind == Tag::Kind::partial) report_unknown_variable(std::string(tag.name), variable);
}

bool TemplateSources::report_in(const std::string& name, const std::string& variable) const {
  for (const auto& tag : scan_tags(sources_.at(name)).tags)
    if (tag.name == variable && tag.kind != Tag::Kind::string && tag.kind != Tag::Kind::partial) {
      sink_.warning("N715", place(name, tag.begin),
                    {"没有叫“" + variable + "”的变量。", "There is no variable \"" + variable + "\"."});
      return true;
    }
  return false;
}

}  // namespace nianbao::theme
