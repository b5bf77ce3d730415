# The stages of ./nianbao test. Each prints what it does and, where it has many tests, a line "N passed, N failed".

stages=(units fuzz format portal browser documents)

run_tests() {
  local name chosen=("$@")
  ((${#chosen[@]} > 0)) || chosen=("${stages[@]}")
  for name in "${chosen[@]}"; do
    [[ " ${stages[*]} " == *" $name "* ]] || quit 2 "没有测试阶段 $name；可用的有：${stages[*]}" "there is no stage $name; known: ${stages[*]}"
  done
  mkdir -p "$root/build/logs" || quit 3 "无法写入 $root/build" "cannot write to $root/build"
  need_packages "${program_packages[@]}" "${test_packages[@]}" || say "用现有的工具继续" "going on with what is there"
  need_node || true
  for name in "${chosen[@]}"; do run_stage "$name"; done
  print_results
  exit $((failed_in_all > 0))
}

# The unit tests, room by room, with address and undefined-behaviour sanitizers; clang compiles them together with the fuzzers.
stage_units() {
  local code=0
  configure sanitize
  compile sanitize
  export UBSAN_OPTIONS=print_stacktrace=1
  (cd "$root" && ctest --preset sanitize --output-on-failure) || code=$?
  count_test_cases "$root/build/sanitize/Testing/Temporary/LastTest.log"
  return "$code"
}

# Catch2 says "All tests passed (9 assertions in 3 test cases)" or "test cases: 3 | 2 passed | 1 failed"; a program that says
# neither is one test.
count_test_cases() {
  awk '/^[0-9]+\/[0-9]+ Testing: / { said = 0 }
       /^All tests passed \(/ { passed += $(NF - 2); said = 1 }
       /^test cases: / { for (i = 1; i < NF; ++i) { if ($(i + 1) == "passed") passed += $i; if ($(i + 1) == "failed") failed += $i } said = 1 }
       /^Test Passed\./ && !said { ++passed }
       /^Test Failed\./ && !said { ++failed }
       END { printf "%d passed, %d failed\n", passed, failed }' "$1"
}

# Every fuzzer for its share of half a minute, as many at once as there are processors, from the corpus in tests/fuzz; what it finds is kept in build/.
stage_fuzz() {
  local fuzzers first program_file id ids at_once passed=0 failed=0
  configure sanitize
  compile sanitize
  mapfile -t fuzzers < <(find "$root/build/sanitize/tests/fuzz" -maxdepth 1 -name '*_fuzzer' -type f | sort)
  ((${#fuzzers[@]} > 0)) || { echo "skipped: there is no fuzzer"; return; }
  at_once=$(nproc)
  for ((first = 0; first < ${#fuzzers[@]}; first += at_once)); do
    ids=()
    for program_file in "${fuzzers[@]:first:at_once}"; do
      fuzz_for $(((30 + ${#fuzzers[@]} - 1) / ${#fuzzers[@]})) "$program_file" &
      ids+=($!)
    done
    for id in "${ids[@]}"; do
      if wait "$id"; then passed=$((passed + 1)); else failed=$((failed + 1)); fi
    done
  done
  echo "$passed passed, $failed failed"
}

# fuzz_for SECONDS PROGRAM
fuzz_for() {
  local name=${2##*/} findings=$root/build/sanitize/findings
  local seeds=$root/tests/fuzz/corpus/${name%_fuzzer}
  mkdir -p "$findings/$name"
  [[ -d $seeds ]] || seeds=
  "$2" -max_total_time="$1" -timeout=10 -rss_limit_mb=2048 -print_final_stats=1 -artifact_prefix="$findings/$name-" \
    "$findings/$name" ${seeds:+"$seeds"}
}

# .clang-format is written for clang-format 14, Debian 12's; other versions lay some lines out differently.
stage_format() {
  local formatter
  formatter=$(command -v clang-format-14 || command -v clang-format)
  if [[ $("$formatter" --version) != *" 14."* ]]; then
    echo "skipped: needs clang-format 14, this is $("$formatter" --version)"
    echo "0 passed, 0 failed"
    return
  fi
  find "$root/generator" "$root/tests" "$root/bench" \( -name node_modules -o -name golden \) -prune -o \( -name '*.cpp' -o -name '*.h' \) -print0 2>/dev/null |
    xargs -0 -n 20 -P "$(nproc)" "$formatter" --dry-run --Werror
}

# The sample portal, built by the program as users get it; Debian 12's g++ may not warn about that program either. A newer one knows
# warnings that nobody here has seen.
stage_portal() {
  make_program
  if (($(g++ -dumpversion | cut -d. -f1) < 13)) && grep -s 'warning: ' "$root/build/logs/compile.log"; then return 1; fi
  chart_js_is_current || install_chart_js
  "$program" build "$root" --output "$root/build/portal" --timings
}

# The portal in a real browser.
stage_browser() {
  npm_ci "$root/tests/browser"
  node "$root/tests/browser/run.mjs" "$root/build/portal"
}

# The commands of the documents, run; the formats, held against their schemas.
stage_documents() {
  npm_ci "$root/tests/documents"
  node "$root/tests/documents/run.mjs" "$program"
}
