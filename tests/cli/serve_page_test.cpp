#include "cli/serve_page.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include "cli/serve_preview.h"

namespace nianbao::tests {

using cli::Preview;
using cli::PreviewState;

namespace {

/// The data of a server-sent event.
nlohmann::json data_of(const PreviewState& state) {
  const std::string event = cli::event_of(state);
  REQUIRE(event.starts_with("data: "));
  REQUIRE(event.ends_with("\n\n"));
  REQUIRE(event.find('\n') == event.size() - 2);
  return nlohmann::json::parse(event.substr(6));
}

}  // namespace

TEST_CASE("the live script stands at the end of the body, as a file of the server") {
  const std::string page = cli::with_live_script("<html><body><p>&lt;/body></p></body></html>", "x\"1");
  CHECK(page ==
        "<html><body><p>&lt;/body></p><script src=\"/.nianbao/live.js\" "
        "data-build=\"x&quot;1\"></script>\n</body></html>");
  CHECK(cli::with_live_script("no body", "1").starts_with("no body<script"));
  CHECK(cli::live_script().find(cli::live_events_address) != std::string_view::npos);
}

TEST_CASE("the page for missing addresses finds its style sheet from everywhere") {
  CHECK(cli::as_seen_from_root("<head><meta content=\"base-uri 'none'\"></head>") ==
        "<head>\n<base href=\"/\"><meta content=\"base-uri 'self'\"></head>");
  CHECK(cli::as_seen_from_root("plain") == "plain");
}

TEST_CASE("a build that changed something gives the site a new name, another does not") {
  Preview preview;
  CHECK(preview.state().build.empty());
  preview.published(false);
  const std::string first = preview.state().build;
  CHECK_FALSE(first.empty());
  preview.published(false);
  CHECK(preview.state().build == first);
  preview.published(true);
  CHECK(preview.state().build != first);
}

TEST_CASE("a failed build keeps the name of the last good site and tells what is wrong") {
  Preview preview;
  preview.published(true);
  const std::string good = preview.state().build;
  const Diagnostic problem{
      "N101", Severity::error, {"content/a/school.toml", 3, 5}, {"写错了", "wrong"}, {"改一改", "mend it"}};
  preview.failed({problem}, "", Language::en);
  const auto data = data_of(preview.state());
  CHECK(data["build"] == good);
  REQUIRE(data["state"]["problems"].size() == 1);
  CHECK(data["state"]["problems"][0]["message"] == "content/a/school.toml:3:5: error N101: wrong");
  CHECK(data["state"]["problems"][0]["hint"] == "hint: mend it");

  preview.failed({}, "the disk is full", Language::zh);
  CHECK(data_of(preview.state())["state"]["problems"][0]["message"] == "the disk is full");
  preview.published(false);
  CHECK(data_of(preview.state())["state"].is_null());
  CHECK(preview.state().build == good);
}

TEST_CASE("waiting ends at once when the state is another, and for good when the preview is closed") {
  Preview preview;
  preview.published(true);
  CHECK(preview.wait(preview.state().serial + 1, std::chrono::hours(1)));
  preview.close();
  CHECK_FALSE(preview.wait(preview.state().serial, std::chrono::hours(1)));
}

}  // namespace nianbao::tests
