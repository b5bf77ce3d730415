#include <catch2/catch.hpp>

#include "source/site_reader.h"
#include "support/reported.h"
#include "support/temporary_project.h"

using namespace nianbao;
using namespace nianbao::source;
using tests::reported;
using tests::TemporaryProject;

namespace {

model::Site read(const TemporaryProject& project, DiagnosticSink& sink) {
  return read_site(ProjectFiles(project.folder()), sink);
}

std::string problems(const TemporaryProject& project) {
  DiagnosticSink sink;
  read(project, sink);
  return reported(sink);
}

}  // namespace

TEST_CASE("Broken settings do not hide what is wrong with the content") {
  CHECK(problems({{"site.toml", "title =\n"}, {"content/a/school.toml", "nam = \"甲校\"\n"}}) ==
        "N201 content/a/school.toml:1; N204 content/a/school.toml:1:1; N101 site.toml:1:8");
}

TEST_CASE("The folder tree is the site") {
  const TemporaryProject project{{"site.toml", "title = \"年报\"\nbase_url = \"https://x.example/portal\"\n"},
                                 {"content/sd/province.toml", "name = \"山东省\"\nnotice = \"示例\"\n"},
                                 {"content/sd/lc/city.toml", "name = \"聊城市\"\n"},
                                 {"content/sd/lc/b/school.toml",
                                  "name = \"乙校\"\nfounded = 1985\nlevel = [\"示范\"]\n[contact]\nphones = "
                                  "[{ label = \"招生\", number = \"0416-7915556\" }]\n"},
                                 {"content/sd/lc/a/school.toml", "name = \"甲校\"\nnotice = \"自己的\"\n"},
                                 {"content/sd/lc/c/school.toml", "name = \"丙校\"\norder = -1\n"},
                                 {"content/sd/lc/2023/report.toml", "title = \"r\"\nyear = 2023\n"},
                                 {"content/sd/lc/2024/report.toml", "title = \"r\"\nyear = 2024\n"}};
  DiagnosticSink sink;
  const model::Site site = read(project, sink);
  CHECK(reported(sink) == "");
  CHECK(site.base_url == "https://x.example/portal/");
  REQUIRE(site.organisations.size() == 1);
  REQUIRE(site.organisations[0].children.size() == 1);
  const model::Organisation& city = site.organisations[0].children[0];
  CHECK(city.address == "sd/lc");
  CHECK(city.notice == "示例");
  REQUIRE(city.reports.size() == 2);
  CHECK(city.reports[0].year == 2024);
  REQUIRE(city.children.size() == 3);
  CHECK(city.children[0].name == "丙校");  // by order, then by pinyin
  CHECK(city.children[1].name == "甲校");
  CHECK(city.children[1].notice == "自己的");
  CHECK(city.children[2].contact.phones[0].number == "0416-7915556");
}

TEST_CASE("A project with a single school is complete") {
  const TemporaryProject project{{"site.toml", "title = \"年报\"\ncontent = \"school\"\n"},
                                 {"school/a/school.toml", "name = \"甲校\"\n"}};
  DiagnosticSink sink;
  CHECK(read(project, sink).organisations.size() == 1);
  CHECK(reported(sink) == "");
}

TEST_CASE("Projects that cannot be read say why") {
  CHECK(problems(TemporaryProject{}) == "N001 site.toml");
  CHECK(problems(TemporaryProject{{"site.toml", "title = \"年报\"\n"}}) == "N001 site.toml:1");
  CHECK(problems(TemporaryProject{{"site.toml", "title = \"年报\"\ncontent = \"../x\"\n"}}) ==
        "N003 site.toml:2:11");
  CHECK(problems(TemporaryProject{{"site.toml", "title = \"年报\"\n"}, {"content/readme.txt", ""}}) ==
        "N210 content");
  CHECK(problems(TemporaryProject{{"site.toml", "title = 年报\n"}}) == "N101 site.toml:1:9");
  CHECK(problems(TemporaryProject{{"site.toml", "titel = \"年报\"\nlang = \"zh\"\nbase_url = \"x\"\n"},
                                  {"content/a/school.toml", "name = \"甲\"\n"}}) ==
        "N201 site.toml:1; N204 site.toml:1:1; N203 site.toml:2:8; N203 site.toml:3:12");
}

TEST_CASE("Folders that are no organisation, or have no address, are reported") {
  const TemporaryProject project{{"site.toml", "title = \"年报\"\n"},
                                 {"content/a/school.toml", "name = \"甲\"\n"},
                                 {"content/photos/x.png", ""},
                                 {"content/乙校/school.toml", "name = \"乙\"\n"},
                                 {"content/a/2023_a/report.toml", "title = \"r\"\nyear = 2023\n"}};
  CHECK(problems(project) == "N208 content/a/2023_a; N209 content/photos; N208 content/乙校");
}

TEST_CASE("A link of folders in a circle ends") {
  const TemporaryProject project{{"site.toml", "title = \"年报\"\n"},
                                 {"content/a/city.toml", "name = \"甲\"\n"}};
  std::filesystem::create_directory_symlink(project.folder() / "content",
                                            project.folder() / "content/a/loop");
  CHECK(problems(project) == "N006 content/a/loop");
}
