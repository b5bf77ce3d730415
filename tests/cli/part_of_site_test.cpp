#include <catch2/catch.hpp>
#include <set>

#include "program.h"

namespace nianbao::tests {
namespace {

namespace fs = std::filesystem;

/// A city of two schools that refer to each other.
class City {
 public:
  explicit City(const std::string& more_of_school = "") {
    write("site.toml", "title = \"全市年报\"\nbase_url = \"https://city.example/nb/\"\n");
    write("content/c/city.toml", "name = \"某市\"\n");
    write("content/c/a/school.toml", "name = \"甲学校\"\ndescription = \"甲校简介。\"\n" + more_of_school);
    write("content/c/b/school.toml", "name = \"乙学校\"\n");
    add_report("c/a", "见[](ref:/c/b)和[](ref:/c/a)。");
    add_report("c/b", "见[](ref:/c/a/2025)。");
    fs::copy(std::string(NIANBAO_SOURCE_DIR) + "/themes", project() / "themes", fs::copy_options::recursive);
  }

  fs::path project() const { return folder_.folder() / "project"; }
  fs::path output() const { return folder_.folder() / "site"; }

  Outcome build(std::vector<std::string> more) const {
    std::vector<std::string> arguments = {"build", project().string(), "--output", output().string()};
    arguments.insert(arguments.end(), more.begin(), more.end());
    return run_program(arguments);
  }

  std::set<std::string> pages() const {
    std::set<std::string> found;
    for (const auto& entry : fs::recursive_directory_iterator(output())) {
      if (entry.path().extension() == ".html")
        found.insert(entry.path().lexically_relative(output()).generic_string());
    }
    return found;
  }
  std::string page(const std::string& address) const { return text_of(output() / address); }
  void write(const std::string& name, const std::string& text) const {
    fs::create_directories((project() / name).parent_path());
    std::ofstream(project() / name, std::ios::binary) << text;
  }

 private:
  void add_report(const std::string& address, const std::string& text) const {
    write("content/" + address + "/2025/report.toml",
          "title = \"年报\"\nyear = 2025\n[[parts]]\nkind = \"chapters\"\n");
    write("content/" + address + "/2025/01-x.md", "+++\nid = \"x\"\ntitle = \"章\"\n+++\n\n" + text + "\n");
  }

  TemporaryProject folder_{{{".keep", ""}}};
};

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("One organisation is a site of its own under the same addresses") {
  const City city;
  const Outcome outcome = city.build({"--only", "c/a"});
  INFO(outcome.errors);
  REQUIRE(outcome.code == cli::done);
  const auto pages = city.pages();
  CHECK(pages.contains("index.html"));
  CHECK(pages.contains("search.html"));
  CHECK(pages.contains("c/a/index.html"));
  CHECK(pages.contains("c/a/2025/x.html"));
  for (const std::string& page : pages) CHECK_FALSE(page.starts_with("c/b"));
  CHECK_FALSE(pages.contains("c/index.html"));
  CHECK(has(city.page("index.html"), "甲校简介。"));
  CHECK(has(city.page("index.html"), "<a href=\"https://city.example/nb/\">所属门户：全市年报</a>"));
  CHECK(fs::exists(city.output() / "search/index.js"));
  CHECK(fs::exists(city.output() / "assets/style.css"));
}

TEST_CASE("What a site of its own leaves out is linked where the portal has it") {
  const City city;
  REQUIRE(city.build({"--only", "c/a"}).code == cli::done);
  const std::string page = city.page("c/a/2025/x.html");
  CHECK(has(page, "href=\"https://city.example/nb/c/b/index.html\""));
  CHECK(has(page, "href=\"../index.html\""));
}

TEST_CASE("The whole portal stays whole, wherever it stands") {
  const City city;
  REQUIRE(city.build({"--base-url", "https://elsewhere.example/x"}).code == cli::done);
  CHECK(city.pages().contains("c/b/2025/x.html"));
  CHECK(has(text_of(city.output() / "sitemap.xml"), "https://elsewhere.example/x/c/b/2025/x.html"));
  CHECK_FALSE(has(city.page("index.html"), "所属门户"));
}

TEST_CASE("A site for each organisation that has reports") {
  const City city;
  REQUIRE(city.build({"--each"}).code == cli::done);
  CHECK(fs::exists(city.output() / "c-a/c/a/2025/x.html"));
  CHECK(fs::exists(city.output() / "c-b/c/b/2025/x.html"));
  CHECK_FALSE(fs::exists(city.output() / "c"));
}

TEST_CASE("An organisation that is not there is wrong usage, and says which are near") {
  const City city;
  const Outcome outcome = city.build({"--only", "c/aa"});
  CHECK(outcome.code == cli::wrong_usage);
  CHECK(has(outcome.errors, "N012"));
  CHECK(has(outcome.errors, "c/a"));
  CHECK_FALSE(fs::exists(city.output()));
}

TEST_CASE("Pages of a renamed school are found where they were") {
  const City city("former_addresses = [\"c/old\", \"older\"]\n");
  REQUIRE(city.build({}).code == cli::done);
  CHECK(has(city.page("c/old/2025/x.html"), "content=\"0; url=../../a/2025/x.html\""));
  CHECK(has(city.page("c/old/index.html"), "<a href=\"../a/index.html\">"));
  CHECK(has(city.page("older/index.html"), "url=../c/a/index.html"));
  CHECK_FALSE(has(text_of(city.output() / "sitemap.xml"), "c/old"));
}

TEST_CASE("Data of a renamed school are had where they were, and stand in the manifest") {
  const City city("former_addresses = [\"c/old\"]\n");
  city.write("content/c/a/2025/data/t.csv", "专业,人数（人）\n焊接,120\n护理,80\n");
  city.write("content/c/a/2025/01-x.md",
             "+++\nid = \"x\"\ntitle = \"章\"\n+++\n\n```table\nid = \"p\"\ndata = \"t\"\n```\n\n"
             "```chart\nid = \"g\"\ntype = \"bar\"\ntitle = \"学生\"\ndata = \"t\"\n```\n");
  REQUIRE(city.build({}).code == cli::done);
  const std::string manifest = text_of(city.output() / "manifest.json");
  for (const std::string file :
       {"data/t.csv", "data/t.json", "data/datapackage.json", "data/all.zip", "charts/g.svg"}) {
    INFO(file);
    const std::string bytes = text_of(city.output() / "c/a/2025" / file);
    CHECK_FALSE(bytes.empty());
    CHECK(text_of(city.output() / "c/old/2025" / file) == bytes);
    CHECK(has(manifest, "c/old/2025/" + file));
  }
  CHECK_FALSE(fs::exists(city.output() / "c/old/2025/charts/g.js"));
}

TEST_CASE("A former address has to be one, and free") {
  for (const std::string former : {"c/b", "c/b/2025", "../x", "C/D", "", "a//b", "c/a"}) {
    INFO(former);
    const City city("former_addresses = [\"" + former + "\"]\n");
    const Outcome outcome = city.build({});
    CHECK(outcome.code == cli::content_has_errors);
    CHECK(has(outcome.errors, "N214"));
  }
}

}  // namespace nianbao::tests
