#include "check/check.h"
#include "text/utf8.h"

namespace nianbao::check {
namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// Editors may have percent-encoded a Chinese address.
std::string percent_decoded(std::string_view url) {
  std::string out;
  for (std::size_t i = 0; i < url.size(); ++i) {
    const int high = i + 2 < url.size() && url[i] == '%' ? hex_digit(url[i + 1]) : -1;
    const int low = high < 0 ? -1 : hex_digit(url[i + 2]);
    if (low < 0) {
      out += url[i];
    } else {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return out;
}

/// The number in "1503人", "约 1700 余", "占 95.8%": its only run of digits; empty when there are none or
/// several.
std::optional<text::Decimal> only_number(std::string_view printed) {
  const auto is_part = [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == ','; };
  std::size_t begin = 0;
  while (begin < printed.size() && !(printed[begin] >= '0' && printed[begin] <= '9')) ++begin;
  std::size_t end = begin;
  while (end < printed.size() && is_part(printed[end])) ++end;
  for (std::size_t i = end; i < printed.size(); ++i) {
    if (printed[i] >= '0' && printed[i] <= '9') return std::nullopt;
  }
  while (end > begin && (printed[end - 1] == '.' || printed[end - 1] == ',')) --end;
  if (begin == end) return std::nullopt;
  if (begin > 0 && printed[begin - 1] == '-') --begin;
  return text::Decimal::parse(printed.substr(begin, end - begin));
}

}  // namespace

KnownAddresses::KnownAddresses(const model::Site& site) {
  addresses_.insert("");
  model::for_each_organisation(site.organisations, [&](const model::Organisation& organisation, const auto&) {
    addresses_.insert(organisation.address);
    for (const model::ReportSettings& report : organisation.reports) addresses_.insert(report.address);
  });
}

std::optional<std::string> KnownAddresses::nearest(std::string_view address) const {
  return text::nearest(address, {addresses_.begin(), addresses_.end()});
}

Reference read_reference(std::string_view url) {
  Reference reference;
  if (url.starts_with("data:")) {
    reference.kind = Reference::Kind::datum;
    reference.id = percent_decoded(url.substr(5));
  } else if (url.starts_with("ref:/")) {
    reference.kind = Reference::Kind::address;
    const std::string_view rest = url.substr(5);
    const std::size_t hash = rest.find('#');
    reference.address = rest.substr(0, hash);
    if (reference.address.ends_with("/")) reference.address.pop_back();
    if (hash != std::string_view::npos) reference.id = rest.substr(hash + 1);
  } else if (url.starts_with("ref:")) {
    reference.kind = Reference::Kind::report_id;
    reference.id = url.substr(4);
  }
  return reference;
}

Agreement compare(std::string_view printed, const model::Cell& datum) {
  const model::Value& value = datum.value;
  if (!value.number) return text::trim(printed) == value.printed ? Agreement::same : Agreement::no_number;
  const auto number = only_number(printed);
  if (!number) return Agreement::no_number;
  if (!text::same_value(*number, *value.number)) return Agreement::different;
  return number->scale == value.number->scale ? Agreement::same : Agreement::other_digits;
}

}  // namespace nianbao::check
