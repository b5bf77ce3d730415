#include "source/site_reader.h"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "source/catalogue_reader.h"
#include "source/fields.h"
#include "source/report_settings.h"
#include "text/collation.h"

namespace nianbao::source {
namespace {

using model::Organisation;
using model::OrganisationKind;

constexpr std::array<std::pair<std::string_view, OrganisationKind>, 3> kinds = {
    {{"province.toml", OrganisationKind::province},
     {"city.toml", OrganisationKind::city},
     {"school.toml", OrganisationKind::school}}};

/// Folders of a report or an organisation that are not addresses below it.
constexpr std::array<std::string_view, 3> own_folders = {"cases", "data", "images"};

bool is_address_part(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

model::Contact read_contact(Fields fields) {
  model::Contact contact;
  contact.address = fields.text("address");
  contact.postcode = fields.text("postcode");
  contact.website = fields.text("website");
  contact.email = fields.text("email");
  for (Fields& phone : fields.tables("phones")) {
    contact.phones.push_back({phone.text("label"), phone.required_text("number")});
    phone.finish();
  }
  fields.finish();
  return contact;
}

void read_settings(Fields fields, Organisation& organisation) {
  organisation.name = fields.required_text("name");
  organisation.name_en = fields.text("name_en");
  organisation.short_name = fields.text("short_name");
  organisation.code = fields.text("code");
  organisation.type = fields.text("type");
  organisation.description = fields.text("description");
  organisation.notice = fields.text("notice", organisation.notice);
  organisation.aliases = fields.texts("aliases");
  organisation.level = fields.texts("level");
  organisation.former_addresses = fields.texts("former_addresses");
  organisation.founded = fields.integer("founded");
  organisation.order = fields.integer("order");
  if (auto contact = fields.table("contact")) organisation.contact = read_contact(*contact);
  fields.finish();
}

class TreeReader {
 public:
  TreeReader(const ProjectFiles& files, const model::Site& site, DiagnosticSink& sink)
      : files_(files), site_(site), sink_(sink) {}

  std::vector<Organisation> read_below(const std::string& folder, const std::string& address,
                                       const std::string& notice) {
    std::vector<Organisation> found;
    for (const std::string& name : files_.folders_in(folder, sink_)) {
      if (std::find(own_folders.begin(), own_folders.end(), name) != own_folders.end()) continue;
      const std::string below = join(folder, name);
      if (files_.is_file(join(below, "report.toml"))) continue;
      if (auto organisation = read_organisation(below, join(address, name), notice))
        found.push_back(std::move(*organisation));
    }
    sort(found);
    return found;
  }

 private:
  std::optional<Organisation> read_organisation(const std::string& folder, const std::string& address,
                                                const std::string& notice) {
    const auto kind = std::find_if(kinds.begin(), kinds.end(),
                                   [&](const auto& k) { return files_.is_file(join(folder, k.first)); });
    if (kind == kinds.end()) {
      sink_.warning("N209", {folder, 0, 0},
                    {"文件夹里没有 city.toml、school.toml 或 report.toml，已跳过",
                     "there is no city.toml, school.toml or report.toml in this folder; it was passed over"},
                    {"写一个 school.toml，至少有 name = \"学校全称\"",
                     "write a school.toml with at least name = \"…\""});
      return std::nullopt;
    }
    report_address(folder, address);
    Organisation organisation;
    organisation.kind = kind->second;
    organisation.address = address;
    organisation.notice = notice;
    const std::string path = join(folder, kind->first);
    organisation.place = {path, 1, 1};
    if (auto text = files_.read(path, sink_)) {
      if (const auto document = parse_toml(std::move(*text), path, 1, sink_))
        read_settings(Fields(*document, document->root, sink_), organisation);
    }
    organisation.reports = read_reports(folder, address);
    organisation.children = read_below(folder, address, organisation.notice);
    return organisation;
  }

  std::vector<model::ReportSettings> read_reports(const std::string& folder, const std::string& address) {
    std::vector<model::ReportSettings> reports;
    for (const std::string& name : files_.folders_in(folder, sink_)) {
      const std::string below = join(folder, name);
      if (!files_.is_file(join(below, "report.toml"))) continue;
      report_address(below, name);
      if (auto settings = read_report_settings(files_, below, join(address, name), site_, sink_))
        reports.push_back(std::move(*settings));
    }
    std::sort(reports.begin(), reports.end(), [](const auto& a, const auto& b) {
      return a.year != b.year ? a.year > b.year : a.address < b.address;
    });
    return reports;
  }

  void report_address(const std::string& folder, std::string_view address) {
    const std::string_view name = address.substr(address.rfind('/') + 1);
    if (is_address_part(name)) return;
    sink_.error("N208", {folder, 0, 0},
                {fmt::format("文件夹名 {} 只能用小写拉丁字母、数字和“-”，因为它就是网址", name),
                 fmt::format("the folder name {} may hold lower-case Latin letters, digits and \"-\" only: "
                             "it becomes the address",
                             name)},
                {"改名，例如用学校简称的拼音", "rename it, for example to the school's initials"});
  }

  static void sort(std::vector<Organisation>& organisations) {
    const text::PinyinOrder by_pinyin;
    std::sort(organisations.begin(), organisations.end(), [&](const auto& a, const auto& b) {
      return a.order != b.order ? a.order < b.order : by_pinyin(a.name, b.name);
    });
  }

  const ProjectFiles& files_;
  const model::Site& site_;
  DiagnosticSink& sink_;
};

/// Former addresses are addresses, too, and no other's. What is wrong is reported and left out.
class FormerAddresses {
 public:
  FormerAddresses(std::vector<Organisation>& organisations, DiagnosticSink& sink) : sink_(sink) {
    model::for_each_organisation(organisations, [&](const Organisation& one, const auto&) {
      taken_.emplace(one.address, one.place.file);
      for (const auto& report : one.reports) taken_.emplace(report.address, report.place.file);
    });
    check_all(organisations);
  }

 private:
  void check_all(std::vector<Organisation>& organisations) {
    for (Organisation& one : organisations) {
      std::erase_if(one.former_addresses, [&](const std::string& former) { return !may_be(one, former); });
      check_all(one.children);
    }
  }

  bool may_be(const Organisation& organisation, const std::string& former) {
    bool is_address = true;
    for (std::size_t begin = 0; begin <= former.size();) {
      const std::size_t end = std::min(former.find('/', begin), former.size());
      is_address = is_address && is_address_part(std::string_view(former).substr(begin, end - begin));
      begin = end + 1;
    }
    if (!is_address) {
      sink_.error("N214", organisation.place,
                  {fmt::format("former_addresses 里的 {} 不是地址", former),
                   fmt::format("{} in former_addresses is no address", former)},
                  {"例如 \"liaocheng/lcgjgc\"：以前的文件夹，用“/”隔开",
                   "for example \"liaocheng/lcgjgc\": the folders as they were, with \"/\" between them"});
      return false;
    }
    const auto [known, is_new] = taken_.emplace(former, organisation.place.file);
    if (!is_new)
      sink_.error("N214", organisation.place,
                  {fmt::format("以前的地址 {} 已经有人用（{}）", former, known->second),
                   fmt::format("the former address {} is taken ({})", former, known->second)});
    return is_new;
  }

  DiagnosticSink& sink_;
  std::map<std::string, std::string> taken_;  ///< with the file that takes it
};

/// Gives the place where the settings name the folder of the content; nothing when they could not be read.
std::optional<Place> read_site_settings(const ProjectFiles& files, model::Site& site, DiagnosticSink& sink) {
  auto text = files.read("site.toml", sink);
  const auto document = text ? parse_toml(std::move(*text), "site.toml", 1, sink) : nullptr;
  if (!document) return std::nullopt;
  Fields fields(*document, document->root, sink);
  site.title = fields.required_text("title");
  site.description = fields.text("description");
  site.lang = fields.choice("lang", {"zh-CN", "en"}, "zh-CN");
  site.base_url = fields.text("base_url");
  site.theme = fields.text("theme", site.theme);
  site.content = fields.text("content", site.content);
  site.output = fields.text("output", site.output);
  site.assets = fields.text("assets");
  site.publisher = fields.text("publisher");
  site.license = fields.text("license");
  site.suggestions = fields.texts("suggestions");
  if (auto charts = fields.table("charts")) {
    site.png = charts->boolean("png", false);
    charts->finish();
  }
  if (auto small_counts = fields.table("small_counts")) {
    site.small_counts_below = read_small_counts_below(*small_counts, site.small_counts_below);
    small_counts->finish();
  }
  fields.finish();
  if (!site.base_url.empty() && !site.base_url.starts_with("https://") &&
      !site.base_url.starts_with("http://")) {
    fields.sink().error(
        "N203", fields.place_of("base_url"),
        {"base_url 应以 https:// 或 http:// 开头", "base_url should begin with https:// or http://"});
  }
  if (!site.base_url.empty() && !site.base_url.ends_with("/")) site.base_url += "/";
  return fields.place_of("content");
}

}  // namespace

model::Site read_site(const ProjectFiles& files, DiagnosticSink& sink) {
  model::Site site;
  if (!files.is_file("site.toml")) {
    sink.error("N001", {"site.toml", 0, 0},
               {"这个文件夹里没有 site.toml，不是年报项目",
                "there is no site.toml here: this folder is not a project"},
               {"换到项目文件夹再运行，或先写一个 site.toml：title = \"年报\"",
                "run it in the project's folder, or begin with a site.toml: title = \"…\""});
    return site;
  }
  site.catalogue = read_catalogue(files, sink);
  // Where the settings cannot be read, the content is looked through all the same, so that one run tells all.
  const auto content_place = read_site_settings(files, site, sink);
  const auto content =
      files.resolve("", site.content, content_place.value_or(Place{"site.toml", 0, 0}), sink);
  if (!content) return site;
  if (!files.is_folder(*content)) {
    if (!content_place) return site;
    sink.error("N001", *content_place,
               {fmt::format("找不到内容文件夹 {}", site.content),
                fmt::format("there is no content folder {}", site.content)},
               {"建立文件夹 content，每个学校一个子文件夹",
                "make a folder named content with one folder for each school"});
    return site;
  }
  site.organisations = TreeReader(files, site, sink).read_below(*content, "", "");
  FormerAddresses(site.organisations, sink);
  if (site.organisations.empty()) {
    sink.error("N210", {site.content, 0, 0},
               {"内容文件夹里没有学校或城市", "the content folder holds no school and no city"},
               {"建立一个文件夹，里面放 school.toml", "make a folder with a school.toml in it"});
  }
  return site;
}

}  // namespace nianbao::source
