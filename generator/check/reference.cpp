#include <algorithm>

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

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A number in running text, and the power of ten that the word behind it adds: 万 4, 亿 8.
struct Written {
  text::Decimal number;
  int power = 0;
};

/// The number in "1503人", "约 1700 余", "占 95.8%", "1.02万人": its only run of digits; empty when there are
/// none or several.
std::optional<Written> only_number(std::string_view raw) {
  const std::string printed = text::fold(raw);
  const auto begin =
      static_cast<std::size_t>(std::find_if(printed.begin(), printed.end(), is_digit) - printed.begin());
  std::size_t end = begin;
  while (end < printed.size() && (is_digit(printed[end]) || printed[end] == '.' || printed[end] == ','))
    ++end;
  while (end > begin && !is_digit(printed[end - 1])) --end;
  if (begin == end ||
      std::any_of(printed.begin() + static_cast<std::ptrdiff_t>(end), printed.end(), is_digit))
    return std::nullopt;
  const std::string_view before = std::string_view(printed).substr(0, begin),
                         behind = std::string_view(printed).substr(end);
  auto number = text::Decimal::parse(std::string_view(printed).substr(begin, end - begin));
  if (!number) return std::nullopt;
  if (before.ends_with("-") || before.ends_with("\u2212")) number->units = -number->units;
  return Written{*number, behind.starts_with("万") ? 4 : behind.starts_with("亿") ? 8 : 0};
}

/// number * 10^power; empty when that has too many digits.
std::optional<text::Decimal> scaled(text::Decimal number, int power) {
  for (; power > 0 && number.scale > 0; --power) --number.scale;
  return text::Decimal::parse(number.str() + std::string(static_cast<std::size_t>(power), '0'));
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
  const auto written = only_number(printed);
  if (!written) return Agreement::no_number;
  if (text::same_value(written->number, *value.number)) {
    return written->number.scale == value.number->scale ? Agreement::same : Agreement::other_digits;
  }
  const auto whole = written->power > 0 ? scaled(written->number, written->power) : std::nullopt;
  return whole && text::same_value(*whole, *value.number) ? Agreement::same : Agreement::different;
}

}  // namespace nianbao::check
