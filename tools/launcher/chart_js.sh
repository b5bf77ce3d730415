# Chart.js, the one dependency from npm: it draws a chart again when a reader asks for the interactive view. A site without
# it is complete but for that view, so nothing here stops a build.

# npm_ci FOLDER: what its lock file pins, nothing else, without running foreign scripts
npm_ci() {
  (cd "$1" && npm ci --ignore-scripts --no-audit --no-fund --fetch-retries=1 --fetch-timeout=60000 --loglevel=error)
}

# A failed attempt is not repeated within a day, so that building without a network stays quick.
install_chart_js() {
  local failed=$root/build/.no-chart-js
  [[ -z $(find "$failed" -mmin -1440 2>/dev/null) ]] || return 0
  mkdir -p "$root/build/logs"
  say "正在安装 Chart.js（图表的交互视图）……" "installing Chart.js (for the interactive view of charts) …"
  if need_node && npm_ci "$root/assets" >"$root/build/logs/npm.log" 2>&1; then
    rm -f "$failed"
    return
  fi
  touch "$failed"
  say "Chart.js 没有装上：图表照常发布，只是没有“交互视图”。以后可在 assets/ 里运行 npm ci 补上（原因见 build/logs/npm.log）。" \
      "Chart.js could not be installed: charts are published all the same, without the interactive view. npm ci in assets/ adds it later (build/logs/npm.log has the reason)."
}
