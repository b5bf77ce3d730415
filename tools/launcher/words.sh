# What the launcher says, in Chinese or English, always on the error stream: standard output is the program's.

# Chinese when the locale is Chinese or not set at all, as the program has it.
locale=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
case $locale in
  "" | C | POSIX | C.* | zh*) language=zh ;;
  *) language=en ;;
esac

# say CHINESE ENGLISH
say() {
  if [[ $language == zh ]]; then printf '%s\n' "$1" >&2; else printf '%s\n' "$2" >&2; fi
}

# quit CODE CHINESE ENGLISH; the codes are the program's: 2 wrong usage, 3 something could not be read or written
quit() {
  say "$2" "$3"
  exit "$1"
}

# logged NAME COMMAND…: output goes to build/logs/NAME.log; its end is shown when the command fails.
logged() {
  local log=$root/build/logs/$1.log code=0
  shift
  mkdir -p "${log%/*}" || quit 3 "无法写入 $root/build" "cannot write to $root/build"
  "$@" >"$log" 2>&1 </dev/null || code=$?
  ((code == 0)) && return
  tail -n 40 "$log" >&2
  say "（全文在 $log）" "(all of it: $log)"
  return "$code"
}
