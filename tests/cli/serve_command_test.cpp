#include <catch2/catch.hpp>
#include <chrono>
#include <csignal>
#include <httplib.h>
#include <thread>

#include "program.h"

namespace nianbao::tests {
namespace {

/// Asks again and again; the limit only ends a test that would never end.
template <typename Condition>
bool comes_true(Condition&& condition) {
  for (int i = 0; i < 3000; ++i) {
    if (condition()) return true;
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
  }
  return false;
}

/// The port of "preview: http://127.0.0.1:PORT/"; 0 while the program does not say it.
int printed_port(const std::string& output) {
  const std::string lead = "http://127.0.0.1:";
  const std::size_t at = output.find(lead);
  return at == std::string::npos ? 0 : std::atoi(output.c_str() + at + lead.size());
}

}  // namespace

TEST_CASE("serve follows the files, shows what is wrong, and leaves nothing behind") {
  const NewProject project;
  RunningProgram serve({"serve", project.path(), "--port", "0"}, "en_US.UTF-8");
  REQUIRE(comes_true([&] { return printed_port(serve.output()) > 0; }));
  const int port = printed_port(serve.output());
  httplib::Client client("127.0.0.1", port);
  const auto page_says = [&](const std::string& words) {
    const auto page = client.Get("/my-school/2026/cases/case-01.html");
    return page && page->status == 200 && page->body.find(words) != std::string::npos;
  };
  CHECK(page_says("37批"));
  CHECK_FALSE(std::filesystem::exists(project.site()));

  project.replace("cases/01-workshop.md", "37批", "38批");
  project.replace("cases/01-workshop.md", "37批", "38批");
  project.replace("cases/01-workshop.md", "37批", "38批");
  CHECK(comes_true([&] { return page_says("38批") && !page_says("37批"); }));

  project.replace("02-talents.md", "[320人]", "[321人]");
  CHECK(comes_true([&] { return serve.errors().find("N503") != std::string::npos; }));
  CHECK(page_says("38批"));

  const Outcome second =
      run_program({"serve", project.path(), "--port", std::to_string(port)}, "en_US.UTF-8");
  CHECK(second.code == cli::cannot_read_or_write);
  CHECK(second.errors.find("the port is taken") != std::string::npos);

  serve.signal(SIGINT);
  CHECK(serve.wait() == cli::done);
  CHECK(serve.output().find("the preview has ended") != std::string::npos);
  for (const auto& entry : std::filesystem::directory_iterator(serve.temporary_files()))
    CHECK(entry.path().filename() == ".keep");
}

TEST_CASE("serve begins with a project that has errors") {
  const NewProject project;
  project.replace("02-talents.md", "[320人]", "[321人]");
  RunningProgram serve({"serve", project.path(), "--port", "0"});
  REQUIRE(comes_true([&] { return printed_port(serve.output()) > 0; }));
  httplib::Client client("127.0.0.1", printed_port(serve.output()));
  CHECK(client.Get("/")->status == 503);
  project.replace("02-talents.md", "[321人]", "[320人]");
  CHECK(comes_true([&] { return client.Get("/")->status == 200; }));
  serve.signal(SIGTERM);
  CHECK(serve.wait() == cli::done);
}

}  // namespace nianbao::tests
