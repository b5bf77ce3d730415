# ./nianbao help: the program's own help once it is compiled; before that, what the commands are.

show_help() {
  [[ ${1-} == help ]] && shift
  local run=${NIANBAO_PROGRAM:-$program}
  [[ -x $run && -n ${1-} && $1 != -* ]] && exec "$run" "$@" --help
  if [[ -x $run ]]; then "$run" --help; else list_commands; fi
  say $'\n./nianbao test [阶段…]   运行全部测试，或只运行其中几个阶段' $'\n./nianbao test [STAGE…]   runs all tests, or some of their stages'
}

list_commands() {
  say "年报：把学校质量年报的数据与文字变成可检索的网站

  ./nianbao new 文件夹         新建一个示例项目
  ./nianbao build [项目]       生成网站（默认输出到 public/）
  ./nianbao serve [项目]       预览，修改后自动刷新
  ./nianbao check [项目]       检查内容，列出所有问题，不写任何文件
  ./nianbao search 词语        在生成好的网站里检索
  ./nianbao chart 配置.json    单独画一张图

首次使用时会安装所需的软件包并编译程序。" \
    "Nianbao turns school quality reports, data and prose, into a searchable website

  ./nianbao new FOLDER         a sample project to start from
  ./nianbao build [PROJECT]    the website (to public/ unless told otherwise)
  ./nianbao serve [PROJECT]    preview that reloads after each change
  ./nianbao check [PROJECT]    lists all problems of the content, writes nothing
  ./nianbao search WORDS       searches a built site
  ./nianbao chart SPEC.json    draws a single chart

The first use installs the packages it needs and compiles the program."
}
