# Running the stages of the tests one by one, counting, and the table at the end.

passed_in_all=0
failed_in_all=0
table=""

# What a stage says about itself: the last "N passed, N failed" of its log; a stage without one counts as one test.
counts_of() {
  local line
  line=$(grep -oE '[0-9]+ passed, [0-9]+ failed' "$1" | tail -n 1) || true
  if [[ -z $line ]]; then line=$((1 - ($2 != 0))) && line="$line passed, $(($2 != 0)) failed"; fi
  read -r passed _ failed _ <<<"${line/,/}"
  if (($2 != 0 && failed == 0)); then failed=1; fi
}

# run_stage NAME: runs stage_NAME with its output in build/logs/NAME.log, which is shown when something failed.
run_stage() {
  local name=$1 log=$root/build/logs/test-$1.log begun=$EPOCHREALTIME code=0 passed failed seconds
  mkdir -p "$root/build/logs"
  printf -- '--- %s ' "$name"
  set +e   # not "|| code=$?": bash would ignore the inner "set -e"
  (set -e; "stage_$name") >"$log" 2>&1 </dev/null
  code=$?
  set -e
  seconds=$(((${EPOCHREALTIME/[.,]/} - ${begun/[.,]/}) / 100000))
  counts_of "$log" "$code"
  passed_in_all=$((passed_in_all + passed))
  failed_in_all=$((failed_in_all + failed))
  table+=$(printf '%-12s %8d %8d %8d.%d s' "$name" "$passed" "$failed" $((seconds / 10)) $((seconds % 10)))$'\n'
  printf '%d passed, %d failed\n' "$passed" "$failed"
  if ((failed > 0)); then tail -n 120 "$log" | sed 's/^/    /'; fi
  grep -E '^(skipped|warning):' "$log" | sed 's/^/    /' || true
}

print_results() {
  printf '\n%-12s %8s %8s %8s\n%s\n' stage passed failed time "$table"
  printf '%d passed, %d failed\n' "$passed_in_all" "$failed_in_all"
}
