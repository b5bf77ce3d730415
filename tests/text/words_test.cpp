#include <algorithm>
#include <catch2/catch.hpp>

#include "text/collation.h"
#include "text/escape.h"
#include "text/strings.h"

using namespace nianbao::text;

TEST_CASE("Names are ordered by pinyin, Latin ones behind them") {
  const PinyinOrder order;
  std::vector<std::string> names = {"庆阳市", "锦州市", "示例市", "聊城市", "Beijing", "安阳市"};
  std::sort(names.begin(), names.end(), std::cref(order));
  CHECK(names == std::vector<std::string>{"安阳市", "锦州市", "聊城市", "庆阳市", "示例市", "Beijing"});
}

TEST_CASE("Pinyin order is strict, and sort keys agree with it") {
  const PinyinOrder order;
  const std::vector<std::string> names = {"",     "a",    "A",    "１",       "1",
                                          "重庆", "中学", "职业", "职业中专", "\xFF"};
  for (const auto& a : names) {
    CHECK_FALSE(order(a, a));
    for (const auto& b : names) {
      if (a != b) CHECK(order(a, b) != order(b, a));
      if (order.sort_key(a) < order.sort_key(b)) CHECK(order(a, b));
    }
  }
}

TEST_CASE("HTML text is escaped and forbidden control characters are dropped") {
  CHECK(html("<a href=\"x\">R&D's</a>") == "&lt;a href=&quot;x&quot;&gt;R&amp;D&#39;s&lt;/a&gt;");
  CHECK(html(std::string("a\0b\x1B[2J\x7F\tc\n", 12)) == "ab[2J\tc\n");
  CHECK(html("") == "");
  CHECK(html("年报") == "年报");
}

TEST_CASE("JSON cannot end the script element it stands in") {
  CHECK(json_in_script(R"({"a":"</script><!--&"})") == R"({"a":"\u003c/script\u003e\u003c!--\u0026"})");
  CHECK(json_in_script("\"\u2028\u2029\"") == "\"\\u2028\\u2029\"");
  CHECK(json_in_script("\"\u2027年\"") == "\"\u2027年\"");
}

TEST_CASE("Paths are percent-encoded but for unreserved characters and slashes") {
  CHECK(url_path("a-b/c_d.~1/年 ?#%&") == "a-b/c_d.~1/%E5%B9%B4%20%3F%23%25%26");
  CHECK(url_path("") == "");
}

TEST_CASE("Interface strings take arguments, and a missing key reads as itself") {
  const Strings strings({{"page", "第 {0} 页，共 {1} 页"}, {"odd", "{0} {} {9} {x} {"}});
  CHECK(strings["page"] == "第 {0} 页，共 {1} 页");
  CHECK(strings["unknown"] == "unknown");
  CHECK(strings.format("page", {"2", "8"}) == "第 2 页，共 8 页");
  CHECK(strings.format("page", {"2"}) == "第 2 页，共 {1} 页");
  CHECK(strings.format("odd", {"a"}) == "a {} {9} {x} {");
}
