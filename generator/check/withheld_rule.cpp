#include <fmt/format.h>

#include "check/check.h"
#include "check/narrative_links.h"

namespace nianbao::check {

void check_withheld(const model::Report& report, DiagnosticSink& sink) {
  visit_links(report, [&](const markdown::Link& link, const Place& place) {
    const Reference reference = read_reference(link.url);
    if (reference.kind != Reference::Kind::datum) return;
    model::AddressProblem problem;
    const auto datum = model::find_datum(report.tables, reference.id, problem);
    if (!datum || !datum->cell->value.kept_back) return;
    sink.warning(
        "N513", place,
        {fmt::format("“{}”在表里不公开（{}:{}），这里也换成了“不公开”", link.text, datum->table->place.file,
                     datum->cell->line),
         fmt::format("\"{}\" is withheld in its table ({}:{}), and here, too", link.text,
                     datum->table->place.file, datum->cell->line)},
        {"人数过少，能认出是谁：改写这句话，不提人数；确需公布时在 report.toml 的 [small_counts] 里写 exempt",
         "so few people can be recognised: rewrite the sentence without the number; if it must be "
         "published, name the table in exempt of [small_counts] in report.toml"});
  });
}

}  // namespace nianbao::check
