#include "cli/serve_files.h"

#include <catch2/catch.hpp>

#include "support/temporary_project.h"

namespace nianbao::tests {

using cli::answer_file;
using cli::mime_type;

TEST_CASE("a file's type comes from its ending, text with its charset") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"index.html", "text/html; charset=utf-8"},
      {"a/style.css", "text/css; charset=utf-8"},
      {"search/t/0.js", "text/javascript; charset=utf-8"},
      {"manifest.json", "application/json; charset=utf-8"},
      {"data/a.csv", "text/csv; charset=utf-8"},
      {"sitemap.xml", "application/xml; charset=utf-8"},
      {"icon.svg", "image/svg+xml; charset=utf-8"},
      {"PHOTO.JPG", "image/jpeg"},
      {"a.b/none", "application/octet-stream"},
      {"none", "application/octet-stream"},
      {"report.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}};
  for (const auto& [name, type] : cases) {
    CAPTURE(name);
    CHECK(mime_type(name) == type);
  }
}

TEST_CASE("a path of a request is answered as a host of static files would") {
  const TemporaryProject place{{{"site/index.html", "home"},
                                {"site/404.html", "nothing here"},
                                {"site/a/index.html", "a"},
                                {"site/a/b.html", "b"},
                                {"site/a/学校.html", "school"},
                                {"secret.txt", "secret"}}};
  const auto site = place.folder() / "site";
  std::filesystem::create_symlink(place.folder() / "secret.txt", site / "leak.txt");
  struct Case {
    std::string path;
    int status;
    std::string body, location;
  };
  const std::vector<Case> cases = {
      {"/", 200, "home", ""},
      {"/index.html", 200, "home", ""},
      {"//index.html", 200, "home", ""},
      {"/a/b.html", 200, "b", ""},
      {"/a/./b.html", 200, "b", ""},
      {"/a/学校.html", 200, "school", ""},
      {"/a/", 200, "a", ""},
      {"/a", 301, "", "/a/"},
      {"/a/b.html/", 404, "nothing here", ""},
      {"/c.html", 404, "nothing here", ""},
      {"/../secret.txt", 404, "nothing here", ""},
      {"/a/../../secret.txt", 404, "nothing here", ""},
      {"/a/../index.html", 404, "nothing here", ""},
      {"/..\\secret.txt", 404, "nothing here", ""},
      {"/leak.txt", 404, "nothing here", ""},
      {std::string("/index.html\0.txt", 16), 404, "nothing here", ""},
  };
  for (const Case& c : cases) {
    const auto answer = answer_file(site, c.path);
    CAPTURE(c.path);
    CHECK(answer.status == c.status);
    CHECK(answer.body == c.body);
    CHECK(answer.location == c.location);
  }
  CHECK(answer_file(site, "/c.html").is_html());
  CHECK_FALSE(answer_file(place.folder(), "/secret.txt").is_html());
}

TEST_CASE("a site without a 404 page still answers 404") {
  const TemporaryProject empty;
  CHECK(answer_file(empty.folder(), "/a.html").status == 404);
  CHECK(answer_file(empty.folder() / "missing", "/").status == 404);
}

}  // namespace nianbao::tests
