#include "compose/feeds.h"

#include <catch2/catch.hpp>

#include "compose/name_uuid.h"

using namespace nianbao;

namespace {

model::Site portal() {
  model::Site site;
  site.title = "年报 <A&B>";
  site.base_url = "https://example.org/nb/";
  return site;
}

compose::ReportSummary report(const std::string& address, int year, const std::string& issued) {
  compose::ReportSummary summary;
  summary.address = address;
  summary.title = "报告 \"" + address + "\" & 'x' <1>";
  summary.summary = "a < b\x01";
  summary.year = year;
  summary.issued = issued;
  return summary;
}

/// What stands between each pair of tags of this name.
std::string all(const std::string& xml, const std::string& tag) {
  std::string out;
  for (std::size_t at = xml.find("<" + tag + ">"); at != std::string::npos;
       at = xml.find("<" + tag + ">", at + 1)) {
    const std::size_t begin = at + tag.size() + 2;
    out += xml.substr(begin, xml.find("</" + tag + ">", begin) - begin) + " ";
  }
  return out;
}

std::string feed_of(const model::Site& site, const compose::Summaries& summaries) {
  static const text::Strings strings(
      {{"correction_of", "更正：{0}，{1}"}, {"corrected_from_to", "{0} → {1}：{2}"}});
  return compose::feed(site, summaries, strings);
}

}  // namespace

TEST_CASE("A sitemap names every page by its absolute address") {
  CHECK(compose::sitemap(portal(), {"index.html", "a/b/2023/x.html", "a/图 1.html"}) ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n"
        "<url><loc>https://example.org/nb/index.html</loc></url>\n"
        "<url><loc>https://example.org/nb/a/b/2023/x.html</loc></url>\n"
        "<url><loc>https://example.org/nb/a/%E5%9B%BE%201.html</loc></url>\n"
        "</urlset>\n");
}

TEST_CASE("The page of addresses that lead nowhere is in no sitemap") {
  CHECK(all(compose::sitemap(portal(), {"404.html", "index.html"}), "loc") ==
        "https://example.org/nb/index.html ");
}

TEST_CASE(
    "A portal that does not know where it will stand has no sitemap; its feed has UUIDs and relative links") {
  model::Site site = portal();
  site.base_url.clear();
  CHECK(compose::sitemap(site, {"index.html"}) == "");
  compose::ReportSummary corrected = report("a/图", 2023, "");
  corrected.corrections = {{"2026-03-02", "毕业生", "", "1530", "1533", "漏计", {}, {}}};
  const std::string feed = feed_of(site, {{"a", corrected}});
  CHECK(all(feed, "id") ==
        "urn:uuid:00e03474-125c-5162-b18a-77fee1be3d61 urn:uuid:bc2efd2e-d2af-5353-b46a-b59daf19fae8 "
        "urn:uuid:2d25fdfb-8296-59de-b433-2d644408261d ");
  CHECK(feed.find("<link rel=\"self\" href=\"feed.xml\"/>") != std::string::npos);
  CHECK(feed.find("<link href=\"a/%E5%9B%BE/index.html\"/>") != std::string::npos);
  CHECK(feed.find("<link href=\"a/%E5%9B%BE/index.html#corrections\"/>") != std::string::npos);
  site.title = "另一个门户";
  CHECK(all(feed_of(site, {{"a", corrected}}), "id") != all(feed, "id"));
}

TEST_CASE("A name-based UUID is that of RFC 4122") {
  const compose::UuidBytes dns = {0x6b, 0xa7, 0xb8, 0x10, 0x9d, 0xad, 0x11, 0xd1,
                                  0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8};
  CHECK(compose::name_uuid(dns, "www.example.com") == "urn:uuid:2ed6657d-e927-568b-95e1-2665a8aea6a2");
}

TEST_CASE("The feed is Atom, newest report first, with complete dates") {
  compose::Summaries summaries;
  for (const auto& [address, year, issued] :
       std::vector<std::tuple<std::string, int, std::string>>{{"a/2022", 2022, "2022年12月"},
                                                              {"a/2023", 2023, "2024年1月10日"},
                                                              {"b/2023", 2023, ""},
                                                              {"c/2023", 2023, "2023年2月31日"}})
    summaries.emplace(address, report(address, year, issued));
  const std::string feed = feed_of(portal(), summaries);
  CHECK(all(feed, "updated") ==
        "2024-01-10T00:00:00Z 2024-01-10T00:00:00Z 2023-02-01T00:00:00Z 2023-01-01T00:00:00Z "
        "2022-12-01T00:00:00Z ");
  CHECK(all(feed, "id") ==
        "https://example.org/nb/ https://example.org/nb/a/2023/index.html "
        "https://example.org/nb/c/2023/index.html "
        "https://example.org/nb/b/2023/index.html https://example.org/nb/a/2022/index.html ");
}

TEST_CASE("Whatever titles hold, the feed stays XML") {
  const std::string feed = feed_of(portal(), {{"a", report("a", 2023, "2023年")}});
  CHECK(feed ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\">\n"
        "<title>年报 &lt;A&amp;B&gt;</title>\n<id>https://example.org/nb/</id>\n"
        "<link rel=\"self\" "
        "href=\"https://example.org/nb/feed.xml\"/>\n<updated>2023-01-01T00:00:00Z</updated>\n"
        "<author><name>年报 &lt;A&amp;B&gt;</name></author>\n"
        "<entry><title>报告 &quot;a&quot; &amp; &#39;x&#39; &lt;1&gt;</title>"
        "<id>https://example.org/nb/a/index.html</id><link href=\"https://example.org/nb/a/index.html\"/>"
        "<updated>2023-01-01T00:00:00Z</updated><summary>a &lt; b</summary></entry>\n</feed>\n");
}

TEST_CASE("An empty portal has an empty feed; the publisher is its author, the edition in the title") {
  model::Site site = portal();
  site.publisher = "教育局";
  CHECK(all(feed_of(site, {}), "updated") == "1970-01-01T00:00:00Z ");
  compose::ReportSummary with_edition = report("a", 2023, "");
  with_edition.title = "年报", with_edition.edition = "2023年度";
  const std::string feed = feed_of(site, {{"a", with_edition}});
  CHECK(all(feed, "name") == "教育局 ");
  CHECK(all(feed, "title") == "年报 &lt;A&amp;B&gt; 年报（2023年度） ");
}

TEST_CASE("The feed has an entry for each correction, by its day, with an id of its own") {
  compose::ReportSummary corrected = report("a/2023", 2023, "2023年12月");
  corrected.title = "年报";
  corrected.corrections = {{"2026-03-02", "毕业生", "", "1530", "<1533>", "漏计", {}, {}},
                           {"2026-03-02", "教师", "", "9", "10", "笔误", {}, {}},
                           {"2023-01-05", "占地", "", "3", "4", "旧", {}, {}}};
  const std::string feed = feed_of(portal(), {{"a/2023", corrected}});
  CHECK(all(feed, "updated") ==
        "2026-03-02T00:00:00Z 2026-03-02T00:00:00Z 2026-03-02T00:00:00Z 2023-12-01T00:00:00Z "
        "2023-01-05T00:00:00Z ");
  CHECK(all(feed, "title") ==
        "年报 &lt;A&amp;B&gt; 更正：毕业生，年报 更正：教师，年报 年报 更正：占地，年报 ");
  CHECK(all(feed, "id") ==
        "https://example.org/nb/ https://example.org/nb/a/2023/index.html#correction-2026-03-02-1 "
        "https://example.org/nb/a/2023/index.html#correction-2026-03-02-2 "
        "https://example.org/nb/a/2023/index.html "
        "https://example.org/nb/a/2023/index.html#correction-2023-01-05-1 ");
  CHECK(feed.find("<summary>1530 → &lt;1533&gt;：漏计</summary>") != std::string::npos);
  CHECK(feed.find("href=\"https://example.org/nb/a/2023/index.html#corrections\"") != std::string::npos);
}
