#include "diagnostics/system_reason.h"

#include <catch2/catch.hpp>
#include <cerrno>

using namespace nianbao;

TEST_CASE("what the system refuses is said in both languages") {
  const Wording reason = system_reason(std::make_error_code(std::errc::no_space_on_device));
  CHECK(reason.zh == "磁盘已满");
  CHECK(reason.en == "No space left on device");
  errno = EACCES;
  CHECK(last_system_reason().in(Language::zh) == "没有权限");
}

TEST_CASE("a rare reason keeps the system's words") {
  const Wording reason = system_reason(std::make_error_code(std::errc::owner_dead));
  CHECK_FALSE(reason.en.empty());
  CHECK(reason.zh == reason.en);
}
