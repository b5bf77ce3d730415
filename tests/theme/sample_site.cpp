#include <filesystem>
#include <fstream>
#include <iostream>

#include "diagnostics/printer.h"
#include "sample_pages.h"

namespace {

namespace fs = std::filesystem;

void write(const fs::path& file, const std::string& bytes) {
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

/// sample_site FOLDER [LANG]: writes the made-up portal to look at.
int main(int count, char** arguments) {
  if (count < 2) return 2;
  const fs::path folder = arguments[1];
  nianbao::DiagnosticSink sink;
  auto frame = sample::frame();
  if (count > 2) frame.lang = arguments[2];
  const auto theme = nianbao::theme::Theme::load(NIANBAO_SOURCE_DIR "/themes/default", frame.lang, sink);
  std::cerr << nianbao::print_text(sink.sorted(), nianbao::Language::en);
  for (const auto& page : sample::pages()) write(folder / page.address, theme->render(page, frame));
  for (const auto& asset : theme->assets()) write(folder / asset.path, asset.bytes);
  write(folder / "feed.xml", "<feed xmlns=\"http://www.w3.org/2005/Atom\"/>\n");
  write(folder / "shili/first/2023/tables/satisfaction.csv", "指标,2023年\n");
  return sink.has_errors() ? 1 : 0;
}
