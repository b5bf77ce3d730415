#include "check/references_rule.h"

#include <fmt/format.h>

#include "check/narrative_links.h"
#include "diagnostics/suggestion.h"

namespace nianbao::check {
namespace {

class ReferenceRule {
 public:
  ReferenceRule(const model::Report& report, const model::ReportLabels& labels, const KnownAddresses& known,
                DiagnosticSink& sink)
      : report_(report), labels_(labels), known_(known), sink_(sink) {}

  void check_link(const markdown::Link& link, const Place& place) {
    const Reference reference = read_reference(link.url);
    switch (reference.kind) {
      case Reference::Kind::report_id:
        return check_id(reference.id, place);
      case Reference::Kind::address:
        return check_address(reference, place);
      case Reference::Kind::datum:
        return check_datum(reference.id, link.text, place);
      case Reference::Kind::other:
        return check_scheme(link.url, place);
    }
  }

 private:
  void check_id(const std::string& id, const Place& place) {
    if (labels_.find(id) != nullptr) return;
    std::vector<std::string> ids;
    for (const model::Target& target : labels_.targets) {
      if (!target.id.empty()) ids.push_back(target.id);
    }
    sink_.error(
        "N307", place,
        {fmt::format("报告里没有 {} 这个标识", id), fmt::format("nothing in the report has the id {}", id)},
        suggest(id, ids));
  }

  /// A report knows the addresses of all others, and nothing of what stands in them.
  void check_address(const Reference& reference, const Place& place) {
    const std::string& address = reference.address;
    if (!reference.id.empty()) {
      sink_.error("N307", place,
                  {fmt::format("不能指到另一份报告里面的 {}", reference.id),
                   fmt::format("{} of another report cannot be named", reference.id)},
                  {fmt::format("写 ref:/{}，指到那份报告", address),
                   fmt::format("write ref:/{}, which leads to that report", address)});
    }
    if (known_.has(address)) return;
    const auto near = known_.nearest(address);
    sink_.error("N307", place,
                {fmt::format("没有 /{} 这个学校、城市或报告", address),
                 fmt::format("there is no organisation or report at /{}", address)},
                near
                    ? Wording{fmt::format("是不是想写 /{}？", *near), fmt::format("did you mean /{}?", *near)}
                    : Wording{});
  }

  void check_datum(const std::string& address, const std::string& printed, const Place& place) {
    model::AddressProblem problem;
    const auto datum = model::find_datum(report_.tables, address, problem);
    if (!datum) return report_address_problem(problem, address, place, sink_);
    const std::string where = fmt::format("{}:{}", datum->table->place.file, datum->cell->line);
    const std::string& value = datum->cell->value.printed;
    switch (compare(printed, *datum->cell)) {
      case Agreement::same:
        return;
      case Agreement::other_digits:
        sink_.warning(
            "N504", place,
            {fmt::format("正文写 {}，数据写 {}（{}）：位数不同", printed, value, where),
             fmt::format("the text says {}, the datum {} ({}): other digits", printed, value, where)},
            {"两处写成一样", "write both alike"});
        return;
      case Agreement::different:
        sink_.error("N503", place,
                    {fmt::format("正文写 {}，数据是 {}（{}）", printed, value, where),
                     fmt::format("the text says {}, but the datum is {} ({})", printed, value, where)},
                    {"核对原始资料，改正其中一处；若原报告自相矛盾，去掉绑定并加 note",
                     "check the original and correct one of them; if the original contradicts itself, unbind "
                     "the number and add a note"});
        return;
      case Agreement::no_number:
        sink_.error("N503", place,
                    {fmt::format("“{}”里要有且只有一个数，数据是 {}（{}）", printed, value, where),
                     fmt::format("\"{}\" should hold exactly one number; the datum is {} ({})", printed,
                                 value, where)});
        return;
    }
  }

  /// A link to a Markdown file or another scheme of ours that was misspelt.
  void check_scheme(std::string_view url, const Place& place) {
    const std::size_t colon = url.find(':');
    const std::string scheme(url.substr(0, colon == std::string_view::npos ? 0 : colon));
    if (scheme.empty() || scheme == "http" || scheme == "https" || scheme == "mailto" || scheme == "tel")
      return;
    sink_.error("N312", place,
                {fmt::format("链接 {} 的开头不认识", url), fmt::format("unknown kind of link: {}", url)},
                suggest(scheme, {"data", "ref", "http", "https", "mailto", "tel"}));
  }

  const model::Report& report_;
  const model::ReportLabels& labels_;
  const KnownAddresses& known_;
  DiagnosticSink& sink_;
};

}  // namespace

void report_address_problem(const model::AddressProblem& problem, std::string_view address,
                            const Place& place, DiagnosticSink& sink) {
  using Part = model::AddressProblem::Part;
  const Wording hint = suggest(problem.wanted, problem.candidates);
  switch (problem.part) {
    case Part::table:
      sink.error("N502", place,
                 {fmt::format("没有数据文件 {}（地址 {}）", problem.wanted, address),
                  fmt::format("there is no data file {} (address {})", problem.wanted, address)},
                 hint);
      return;
    case Part::row:
      sink.error("N502", place,
                 {fmt::format("数据里没有行 {}（地址 {}）", problem.wanted, address),
                  fmt::format("the data have no row {} (address {})", problem.wanted, address)},
                 hint);
      return;
    case Part::column:
      sink.error("N502", place,
                 {fmt::format("数据里没有列 {}（地址 {}）", problem.wanted, address),
                  fmt::format("the data have no column {} (address {})", problem.wanted, address)},
                 hint);
      return;
    case Part::ambiguous:
      sink.error("N502", place,
                 {fmt::format("有几行都叫 {}（地址 {}）", problem.wanted, address),
                  fmt::format("several rows are called {} (address {})", problem.wanted, address)},
                 {"写出上级，例如 专业教学资源库数/国家级数量，或给行加 @id",
                  "write the row above it, such as 专业教学资源库数/国家级数量, or give the row an @id"});
      return;
  }
}

void check_references(const model::Report& report, const model::ReportLabels& labels,
                      const KnownAddresses& known, DiagnosticSink& sink) {
  ReferenceRule rule(report, labels, known, sink);
  visit_links(report, [&](const markdown::Link& link, const Place& place) { rule.check_link(link, place); });
}

}  // namespace nianbao::check
