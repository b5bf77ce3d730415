#include "source/synonyms.h"

#include "source/fields.h"

namespace nianbao::source {

std::vector<std::vector<std::string>> read_synonyms(const ProjectFiles& files, DiagnosticSink& sink) {
  const std::string path = "synonyms.toml";
  std::vector<std::vector<std::string>> all;
  if (!files.is_file(path)) return all;
  const auto text = files.read(path, sink);
  if (!text) return all;
  const auto document = parse_toml(*text, path, 1, sink);
  if (document == nullptr) return all;
  Fields fields(*document, document->root, sink);
  for (Fields& group : fields.tables("synonyms")) {
    std::vector<std::string> words = group.texts("words");
    if (words.size() < 2) {
      const Place place = group.has("words") ? group.place_of("words") : group.place();
      sink.error("N203", place, {"同义词要写两个或更多", "synonyms are two words or more"},
                 {"例如：words = [\"焊工\", \"焊接\"]", "for example: words = [\"焊工\", \"焊接\"]"});
    } else {
      all.push_back(std::move(words));
    }
    group.finish();
  }
  fields.finish();
  return all;
}

}  // namespace nianbao::source
