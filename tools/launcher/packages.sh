# Debian packages: what is needed for what, and installing those that are missing.

# To compile and run the program.
program_packages=(
  cmake ninja-build g++ pkg-config ca-certificates terser
  libcmark-gfm-dev libcmark-gfm-extensions-dev libgraphviz-dev libicu-dev
  libtbb-dev libfmt-dev nlohmann-json3-dev libtomlplusplus-dev libkainjow-mustache-dev
  libcli11-dev libcpp-httplib-dev libssl-dev librsvg2-dev zlib1g-dev
)

# For the tests besides: the test framework, sanitizers and fuzzers, a browser with a Chinese font.
test_packages=(catch2 clang lld libclang-rt-dev clang-format chromium fonts-noto-cjk)

# packages_missing NAME…: those of them that are not installed, one a line
packages_missing() {
  local installed
  installed=$(dpkg-query -W -f='${Package} ${db:Status-Status}\n' "$@" 2>/dev/null | sed -n 's/ installed$//p') || true
  comm -23 <(printf '%s\n' "$@" | sort -u) <(sort -u <<<"$installed")
}

as_root() {
  if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}

apt_get() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=300 "$@"
}

# need_packages NAME…: installs what is missing; says so and fails where that cannot be done.
need_packages() {
  local missing
  command -v dpkg-query >/dev/null || return 0
  mapfile -t missing < <(packages_missing "$@")
  ((${#missing[@]} == 0)) && return 0
  say "需要安装 ${#missing[@]} 个软件包：${missing[*]}" "installing ${#missing[@]} packages: ${missing[*]}"
  if ((EUID != 0)) && ! command -v sudo >/dev/null; then
    say "请以 root 身份运行：apt-get install --no-install-recommends ${missing[*]}" \
        "please run as root: apt-get install --no-install-recommends ${missing[*]}"
    return 1
  fi
  logged apt-update apt_get update || say "软件包列表没有更新，用现有的继续" "the package lists could not be updated; going on with those at hand"
  logged apt-install apt_get install --no-install-recommends "${missing[@]}" && return 0
  say "软件包没有装上。" "the packages could not be installed."
  return 1
}

# Node.js 18 or later with npm: whatever is there, otherwise Debian's.
need_node() {
  local version
  version=$(node --version 2>/dev/null) || version=v0
  version=${version#v}
  ((${version%%.*} >= 18)) && command -v npm >/dev/null && return 0
  need_packages nodejs npm
}
