# Configuring and compiling. The presets of CMakePresets.json are the only place that names build folders and options.

# configure PRESET: once; ninja repeats it by itself when a CMake file changes.
configure() {
  local folder=$root/build/$1
  if [[ -f $folder/CMakeCache.txt ]] && ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
    rm -rf "$folder"   # the checkout was moved or copied
  fi
  [[ -f $folder/build.ninja ]] && return
  (cd "$root" && cmake --preset "$1")
}

compile() {
  local preset=$1
  shift
  cmake --build "$root/build/$preset" -- "$@"
}

# Compiles with the terminal to itself, or else quietly with a log.
compile_program() {
  if [[ -t 2 ]]; then
    NINJA_STATUS="[%f/%t] " compile release nianbao >&2
  else
    logged compile compile release nianbao
  fi
}

# One compilation at a time; whoever waited may find the work done.
make_program() {
  mkdir -p "$root/build" || quit 3 "无法写入 $root/build" "cannot write to $root/build"
  exec 9>"$root/build/.lock"
  flock 9
  program_is_current || bring_up_to_date
  exec 9>&-
}

bring_up_to_date() {
  local started=$root/build/.started
  need_packages "${program_packages[@]}" || say "用现有的工具继续" "going on with what is there"
  command -v cmake >/dev/null || quit 3 "缺少 CMake，无法编译" "CMake is missing: the program cannot be compiled"
  say "正在编译年报程序（首次约需几分钟）……" "compiling the program (the first time takes some minutes) …"
  [[ ! -f $stamp || $(<"$stamp") == "$made_for" ]] || rm -rf "$root/build/release"
  printf '%s' "$made_for" >"$started"   # its time is that of the beginning: what is edited meanwhile is newer
  logged configure configure release || quit 3 "CMake 配置没有成功" "CMake could not configure the program"
  compile_program || quit 3 "编译没有成功" "the program could not be compiled"
  mv "$started" "$stamp"
}
