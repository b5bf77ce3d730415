#include "source/narrative_reader.h"

#include <fmt/format.h>

#include "source/block_reader.h"
#include "source/fields.h"
#include "source/ids.h"

namespace nianbao::source {

using model::Narrative;

std::optional<Narrative> NarrativeReader::read(const std::string& path, const Place& asked_at,
                                               bool needs_title) {
  read_.insert(path);
  const auto text = files_.read(path, sink_, false, asked_at);
  if (!text) return std::nullopt;
  const markdown::FrontMatter front = markdown::split_front_matter(*text);
  Narrative narrative{
      {}, {},          {}, {}, markdown::Document::parse(front.body, {block_kinds(), front.body_line}),
      {}, {path, 1, 1}};
  read_front_matter(front, path, needs_title, narrative);
  for (const markdown::Fence& fence : narrative.document.fences()) {
    narrative.blocks.push_back(read_block(fence, path, sink_));
    read_configuration(narrative.blocks.back());
  }
  check_images(narrative);
  report_slips(narrative);
  return narrative;
}

void NarrativeReader::read_front_matter(const markdown::FrontMatter& front, const std::string& path,
                                        bool needs_title, Narrative& narrative) {
  const Place top{path, 1, 1};
  if (front.unterminated) {
    sink_.error("N302", top, {"文件开头的 +++ 没有结束", "the front matter +++ is never closed"},
                {"在设置之后另起一行写 +++", "write +++ on a line of its own behind the settings"});
    return;
  }
  if (front.toml.empty() && needs_title) {
    sink_.error(
        "N201", top, {"文件开头没有标题", "the file does not begin with its title"},
        {"在最前面写三行：+++、title = \"…\"、+++", "begin with three lines: +++, title = \"…\", +++"});
    return;
  }
  const auto document = parse_toml(std::string(front.toml), path, front.toml_line, sink_);
  if (!document) return;
  Fields fields(*document, document->root, sink_, top);
  narrative.title = needs_title ? fields.required_text("title") : fields.text("title");
  narrative.id = fields.text("id");
  narrative.summary = fields.text("summary");
  narrative.organisation = fields.text("organisation");
  if (fields.has("title")) narrative.place = fields.place_of("title");
  if (!narrative.id.empty() && !is_plain_id(narrative.id)) {
    report_id(narrative.id, fields.place_of("id"), sink_);
    narrative.id.clear();
  }
  fields.finish();
}

void NarrativeReader::read_configuration(model::Block& block) {
  auto* chart = std::get_if<model::ChartBlock>(&block);
  if (chart == nullptr || chart->config_file.empty()) return;
  const auto path = files_.resolve(join(folder_, "data"), chart->config_file, chart->head.place, sink_);
  if (path) chart->config = files_.read(*path, sink_, false, chart->head.place).value_or("");
}

void NarrativeReader::check_images(const Narrative& narrative) {
  for (const model::Block& block : narrative.blocks) {
    const auto* figure = std::get_if<model::FigureBlock>(&block);
    if (figure == nullptr) continue;
    for (const auto& image : figure->images) check_image(image.src, figure->head.place);
  }
  for (const markdown::Link& link : narrative.document.links()) {
    const bool elsewhere = link.url.find(':') != std::string::npos;
    if (link.is_image && !elsewhere)
      check_image(link.url, {narrative.place.file, link.position.line, link.position.column});
  }
}

/// Images stand in the report's folder images/, which is copied to the site.
void NarrativeReader::check_image(const std::string& src, const Place& place) {
  if (src.empty()) return;
  const auto path = files_.resolve(folder_, src, place, sink_);
  if (!path) return;
  if (!path->starts_with(join(folder_, "images/"))) {
    sink_.error("N313", place,
                {fmt::format("图片 {} 不在 images 文件夹里", src),
                 fmt::format("the image {} does not stand in images/", src)},
                {"把图片放到报告的 images 文件夹，写 images/文件名",
                 "put it into the report's folder images and write images/name"});
  } else if (!files_.is_file(*path)) {
    sink_.error(
        "N001", place, {fmt::format("找不到文件 {}", *path), fmt::format("there is no file {}", *path)},
        {"检查文件名的拼写和大小写", "check the spelling of the name, upper and lower case included"});
  }
}

void NarrativeReader::report_slips(const Narrative& narrative) {
  const std::string& path = narrative.place.file;
  for (const markdown::Fence& fence : narrative.document.fences()) {
    if (!fence.unterminated) continue;
    sink_.error(
        "N302", {path, fence.position.line, fence.position.column},
        {fmt::format("{} 块没有结束", fence.kind), fmt::format("the {} block is never closed", fence.kind)},
        {"在块的末尾另起一行写 ```", "write ``` on a line of its own behind it"});
  }
  for (const markdown::Fence& fence : narrative.document.misplaced_fences()) {
    sink_.error(
        "N303", {path, fence.position.line, fence.position.column},
        {fmt::format("{} 块不能放在列表、引用或表格里", fence.kind),
         fmt::format("a {} block cannot stand inside a list, a quotation or a table", fence.kind)},
        {"把它移到最左边，前后各空一行", "move it to the left margin with a blank line before and after"});
  }
  for (const markdown::Position& at : narrative.document.dropped_html()) {
    sink_.warning("N304", {path, at.line, at.column}, {"HTML 标记不会发布", "HTML is not passed on"},
                  {"用 Markdown 写法代替", "write it in Markdown"});
  }
}

}  // namespace nianbao::source
