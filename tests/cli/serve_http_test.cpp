#include "cli/serve_http.h"

#include <catch2/catch.hpp>
#include <httplib.h>

#include "support/temporary_project.h"

namespace nianbao::tests {

using cli::Preview;
using cli::PreviewServer;

TEST_CASE("only names of this machine are answered") {
  for (const char* host : {"127.0.0.1:8000", "localhost:8000", "localhost", "[::1]:8000", "192.168.1.5:8000",
                           "a.localhost:1", "office.example:8000"}) {
    CAPTURE(host);
    CHECK(cli::is_own_host(host, "office.example"));
  }
  for (const char* host :
       {"evil.example", "127.0.0.1.evil.example:8000", "localhost.evil.example", "evil1:80"}) {
    CAPTURE(host);
    CHECK_FALSE(cli::is_own_host(host, "127.0.0.1"));
  }
}

TEST_CASE("the server answers with the site, live pages and events") {
  const TemporaryProject site{{{"index.html", "<body>home</body>"},
                               {"404.html", "<head></head><body>none</body>"},
                               {"style.css", "p {}"},
                               {"empty.txt", ""},
                               {"a/index.html", "a"}}};
  Preview preview;
  PreviewServer server(site.folder(), "127.0.0.1", preview, Language::en);
  const int port = server.bind(0);
  REQUIRE(port > 0);
  server.start();
  httplib::Client client("127.0.0.1", port);

  SECTION("no build has succeeded yet") {
    const auto page = client.Get("/");
    REQUIRE(page);
    CHECK(page->status == 503);
    CHECK(page->body.find("/.nianbao/live.js") != std::string::npos);
  }
  SECTION("a page carries the script, another file is sent as it is") {
    preview.published(true);
    const auto page = client.Get("/");
    REQUIRE(page);
    CHECK(page->status == 200);
    CHECK(page->get_header_value("Content-Type") == "text/html; charset=utf-8");
    CHECK(page->get_header_value("Cache-Control") == "no-store");
    CHECK(page->body.find("data-build=\"" + preview.state().build + "\"") != std::string::npos);
    const auto style = client.Get("/style.css", {{"Accept-Encoding", "br, gzip"}});
    REQUIRE(style);
    CHECK(style->body == "p {}");
    CHECK(client.Get("/empty.txt")->status == 200);
    CHECK(client.Get("/a")->get_header_value("Location") == "/a/");
  }
  SECTION("HEAD has the size and no body") {
    preview.published(true);
    const auto head = client.Head("/style.css");
    REQUIRE(head);
    CHECK(head->status == 200);
    CHECK(head->get_header_value("Content-Length") == "4");
    CHECK(head->body.empty());
  }
  SECTION("what is not there has status 404 and the site's page") {
    preview.published(true);
    const auto page = client.Get("/no/such/page");
    REQUIRE(page);
    CHECK(page->status == 404);
    CHECK(page->body.find("<base href=\"/\">") != std::string::npos);
    CHECK(client.Get("/%2e%2e/%2e%2e/etc/passwd")->status == 404);
    CHECK(client.Get("/", {{"Host", "evil.example"}})->status == 403);
  }
  SECTION("events come when they happen and end with the preview") {
    preview.published(true);
    int events = 0;
    const auto stream = client.Get("/.nianbao/events", [&](const char* data, std::size_t size) {
      events += std::string_view(data, size).starts_with("data: ");
      if (events == 1) preview.failed({}, "broken", Language::en);
      if (events == 2) preview.close();
      return true;
    });
    REQUIRE(stream);
    CHECK(stream->get_header_value("Content-Type") == "text/event-stream");
    CHECK(events == 2);
  }
  preview.close();
}

TEST_CASE("a port that is taken is refused") {
  Preview preview;
  PreviewServer first("/nowhere", "127.0.0.1", preview, Language::en),
      second("/nowhere", "127.0.0.1", preview, Language::en);
  const int port = first.bind(0);
  REQUIRE(port > 0);
  CHECK(second.bind(port) == 0);
  CHECK(errno == EADDRINUSE);
}

}  // namespace nianbao::tests
