#include <catch2/catch.hpp>

#include "publish/manifest.h"
#include "publish/staging.h"
#include "scratch.h"

using namespace nianbao::publish;
namespace fs = std::filesystem;

namespace {

/// The message with which an output is refused; empty when it is not.
std::string refusal_of(const fs::path& output, const fs::path& project) {
  try {
    Staging::open(output, project);
    return {};
  } catch (const PublishError& error) {
    return error.what();
  }
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("an output that may hold somebody's documents is refused") {
  const Scratch scratch;
  put(scratch.root() / "documents" / "letter.txt", "dear");
  put(scratch.root() / "file", "x");
  put(scratch.root() / "foreign" / "manifest.json", R"({"name": "an app", "files": []})");
  put(scratch.root() / "broken" / "manifest.json", R"({"generator": 5, "files": {}})");
  fs::create_directories(scratch.root() / "real");
  fs::create_directory_symlink(scratch.root() / "real", scratch.root() / "link");
  const auto refused = [&](const fs::path& output) { return refusal_of(output, scratch.project()); };
  CHECK(contains(refused(scratch.root() / "documents"), "other things than a published site"));
  CHECK(contains(refused(scratch.root() / "foreign"), "other things"));
  CHECK(contains(refused(scratch.root() / "broken"), "other things"));
  CHECK(contains(refused(scratch.root() / "file"), "there is a file of this name"));
  CHECK(contains(refused(scratch.root() / "link"), "symbolic link"));
  CHECK(contains(refused("/"), "root folder"));
  CHECK(contains(refused(scratch.project()), "the project"));
  CHECK(contains(refused(scratch.root()), "the project"));
  CHECK(contains(refused(scratch.project() / "content" / ".."), "the project"));
  CHECK(tree(scratch.root() / "documents").size() == 1);
  CHECK_FALSE(fs::exists(scratch.root() / ".documents.lock"));
}

TEST_CASE("an empty folder, a missing one and a published site are fine") {
  const Scratch scratch;
  fs::create_directories(scratch.root() / "empty");
  CHECK(refusal_of(scratch.root() / "empty", scratch.project()).empty());
  CHECK(refusal_of(scratch.root() / "new" / "deep" / "site", scratch.project()).empty());
  CHECK(refusal_of(scratch.root() / "slash/", scratch.project()).empty());
  put(scratch.output() / "manifest.json", print_manifest({}));
  CHECK(refusal_of(scratch.output(), scratch.project()).empty());
}

TEST_CASE("where nothing can be written the message names the place and the reason") {
  const Scratch scratch;
  put(scratch.root() / "file", "x");
  const std::string below_file = refusal_of(scratch.root() / "file" / "site", scratch.project());
  CHECK(contains(below_file, (scratch.root() / "file").string()));
  CHECK(contains(below_file, "Not a directory"));
  CHECK(contains(refusal_of("/proc/site", scratch.project()), "/proc"));
  CHECK(contains(refusal_of("/proc/a/b/site", scratch.project()), "/proc"));
}

TEST_CASE("the manifest is printed in one way and read back") {
  const Manifest manifest = {{"b.html", {2, sha256("bb")}}, {"a/\"引\".html", {0, sha256("")}}};
  const std::string text = print_manifest(manifest);
  CHECK(text.starts_with("{\n \"generator\": \"nianbao\",\n \"version\": 1,\n \"files\": ["));
  CHECK(text.find("a/\\\"引\\\".html") < text.find("b.html"));
  CHECK(sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  const Scratch scratch;
  put(scratch.output() / "manifest.json", text);
  CHECK(read_manifest(scratch.output()) == manifest);
  for (const char* broken : {"", "{", "[]", "null", "{\"generator\":\"nianbao\"}",
                             "{\"generator\":\"nianbao\",\"files\":[1,{\"path\":2},{\"path\":\"x\",\"size\":-"
                             "1,\"sha256\":\"y\"}]}"}) {
    put(scratch.output() / "manifest.json", broken);
    CHECK(read_manifest(scratch.output()).empty());
  }
}
