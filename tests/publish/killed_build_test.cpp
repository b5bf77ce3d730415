#include <catch2/catch.hpp>
#include <fcntl.h>
#include <functional>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "publish/exchange.h"
#include "publish/staging.h"
#include "scratch.h"

using namespace nianbao::publish;
namespace fs = std::filesystem;

namespace {

void publish(const Scratch& scratch, std::string_view text) {
  const auto staging = Staging::open(scratch.output(), scratch.project());
  staging->write("index.html", text);
  staging->write("a/same.html", "same");
  staging->publish();
}

/// Runs `act` in a child process that is killed at the end of it.
void in_killed_child(const std::function<void()>& act) {
  const pid_t child = ::fork();
  REQUIRE(child >= 0);
  if (child == 0) {
    act();
    ::kill(::getpid(), SIGKILL);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(WIFSIGNALED(status));
}

}  // namespace

TEST_CASE("a build that is killed leaves the old site, and the next build clears up") {
  const Scratch scratch;
  publish(scratch, "old");
  const auto before = tree(scratch.output());
  in_killed_child([&] {
    const auto staging = Staging::open(scratch.output(), scratch.project());
    staging->write("index.html", "half");
    staging->write("a/same.html", "same");
    ::kill(::getpid(), SIGKILL);
  });
  CHECK(tree(scratch.output()) == before);
  CHECK(left_beside(scratch.output()) == 2);
  publish(scratch, "new");
  CHECK(bytes_of(scratch.output() / "index.html") == "new");
  CHECK(left_beside(scratch.output()) == 0);
}

TEST_CASE("a build that is killed right after the exchange has published") {
  const Scratch scratch;
  publish(scratch, "old");
  in_killed_child([&] {
    const auto staging = Staging::open(scratch.output(), scratch.project());
    staging->write("index.html", "new");
    staging->publish();
    ::kill(::getpid(), SIGKILL);
  });
  CHECK(bytes_of(scratch.output() / "index.html") == "new");
  CHECK(left_beside(scratch.output()) == 2);
  publish(scratch, "newer");
  CHECK(left_beside(scratch.output()) == 0);
}

TEST_CASE("only our own dead folders are cleared up") {
  const Scratch scratch;
  put(scratch.project() / ".public.staging-99" / "x", "dead");
  put(scratch.project() / ".public.staging-notes" / "x", "mine");
  put(scratch.project() / ".public2.staging-99" / "x", "of another output");
  publish(scratch, "new");
  CHECK_FALSE(fs::exists(scratch.project() / ".public.staging-99"));
  CHECK(fs::exists(scratch.project() / ".public.staging-notes" / "x"));
  CHECK(fs::exists(scratch.project() / ".public2.staging-99" / "x"));
}

TEST_CASE("two builds of one output do not mix") {
  const Scratch scratch;
  const auto first = Staging::open(scratch.output(), scratch.project());
  CHECK_THROWS_WITH(Staging::open(scratch.output(), scratch.project()),
                    Catch::Contains("another build is writing here"));
  CHECK_NOTHROW(Staging::open(scratch.project() / "other", scratch.project()));
  first->write("index.html", "1");
  first->publish();
  CHECK(bytes_of(scratch.output() / "index.html") == "1");
}

TEST_CASE("without an exchange in one step two renames do") {
  const Scratch scratch;
  const fs::path fresh = scratch.root() / "fresh", output = scratch.root() / "site";
  put(fresh / "x", "new");
  put(output / "x", "old");
  exchange_in_two_steps(fresh, output);
  CHECK(bytes_of(output / "x") == "new");
  CHECK(bytes_of(fresh / "x") == "old");
  CHECK_FALSE(fs::exists(name_aside(fresh)));
}

TEST_CASE("when the second rename fails the old site is put back") {
  const Scratch scratch;
  const fs::path missing = scratch.root() / "missing", output = scratch.root() / "site";
  put(output / "x", "old");
  CHECK_THROWS_AS(exchange_in_two_steps(missing, output), PublishError);
  CHECK(bytes_of(output / "x") == "old");
}

TEST_CASE("a site that a killed build had set aside is put back") {
  const Scratch scratch;
  publish(scratch, "old");
  fs::rename(scratch.output(), scratch.project() / ".public.staging-77.old");
  put(scratch.project() / ".public.staging-77" / "index.html", "half");
  { const auto staging = Staging::open(scratch.output(), scratch.project()); }
  CHECK(bytes_of(scratch.output() / "index.html") == "old");
  CHECK(left_beside(scratch.output()) == 0);
}

TEST_CASE("while a site is exchanged there is always one") {
  const Scratch scratch;
  publish(scratch, "0");
  const pid_t reader = ::fork();
  REQUIRE(reader >= 0);
  if (reader == 0) {
    // Opens the site again and again until it finds the last text; any failure ends it with an error.
    for (;;) {
      char byte = 0;
      const int file = ::open((scratch.output() / "index.html").c_str(), O_RDONLY);
      if (file < 0 || ::read(file, &byte, 1) != 1) ::_exit(1);
      ::close(file);
      if (byte == 'Z') ::_exit(0);
    }
  }
  for (int i = 0; i < 60; ++i) publish(scratch, std::to_string(i % 10));
  publish(scratch, "Z");
  int status = 0;
  ::waitpid(reader, &status, 0);
  CHECK(WIFEXITED(status));
  CHECK(WEXITSTATUS(status) == 0);
}
