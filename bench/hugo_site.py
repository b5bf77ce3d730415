"""The same reports as a Hugo site whose layout has the same parts: header, search form, breadcrumb, navigation of the report with
the current page marked, contents of the page, article, neighbours, footer. One file a page (uglyURLs), as Nianbao writes them."""
import json

TITLE = "青川市职业教育质量年报"

HUGO_TOML = f"""baseURL = "https://example.org/"
languageCode = "zh-CN"
title = "{TITLE}"
hasCJKLanguage = true
uglyURLs = true
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
[markup.tableOfContents]
startLevel = 2
endLevel = 3
"""

STYLE = "body { font-family: sans-serif; margin: 0 } main { max-width: 60rem; margin: auto } td, th { border: 1px solid #ccc }\n"

FRAME = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} - {{ .Site.Title }}</title>
<meta name="description" content="{{ .Summary | plainify }}">
<meta property="og:type" content="article">
<meta property="og:title" content="{{ .Title }}">
<meta property="og:site_name" content="{{ .Site.Title }}">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header class="site-header">
<a class="site-title" href="/">{{ .Site.Title }}</a>
<nav class="site-navigation"><ul>{{ range .Site.Home.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>
<form class="site-search" action="/search.html"><input type="search" name="q"><button type="submit">搜索</button></form>
</header>
<nav class="breadcrumb"><ol>{{ template "above" . }}</ol></nav>
{{ block "main" . }}{{ end }}
<footer class="site-footer"><p>{{ .Site.Title }}</p><p>数据以各校公布的报告为准。</p><p><a href="/">首页</a></p></footer>
</body>
</html>
{{ define "above" }}{{ with .Parent }}{{ template "above" . }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}{{ end }}
"""

PAGE = """{{ define "main" }}
{{ $page := . }}
{{ $report := .CurrentSection }}{{ if eq .Params.kind "case" }}{{ $report = .CurrentSection.Parent }}{{ end }}
<nav class="report-navigation"><ol>
{{ range $report.RegularPages }}<li><a href="{{ .RelPermalink }}"{{ if eq . $page }} aria-current="page"{{ end }}>{{ .Title }}</a></li>
{{ end }}</ol></nav>
<main>
<h1>{{ .Title }}</h1>
<nav class="page-contents">{{ .TableOfContents }}</nav>
<div class="article">{{ .Content }}</div>
<nav class="neighbours">{{ with .PrevInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
</main>
{{ end }}
"""

LIST = """{{ define "main" }}
<main>
<h1>{{ .Title }}</h1>
<ul>
{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
{{ end }}</ul>
{{ with .Params.charts }}<script type="application/json">{{ . | safeJS }}</script>{{ end }}
</main>
{{ end }}
"""


def front_matter(**fields):
    return "+++\n" + "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in fields.items()) + "+++\n\n"


def write_site(write, root):
    write(root / "hugo.toml", HUGO_TOML)
    write(root / "static/style.css", STYLE)
    write(root / "layouts/_default/baseof.html", FRAME)
    write(root / "layouts/_default/single.html", PAGE)
    write(root / "layouts/_default/list.html", LIST)
    write(root / "content/city/_index.md", front_matter(title="青川市"))


def write_report(write, root, report):
    school = root / "content/city" / report["address"]
    folder = school / str(report["year"])
    charts = [{"id": c[0], "type": c[1], "title": c[2], "unit": c[3], "rows": [c[5], *c[6]]} for c in report["charts"]]
    write(school / "_index.md", front_matter(title=report["name"]))
    write(folder / "_index.md", front_matter(title=f"{report['title']}（{report['year']}年度）", charts=json.dumps(charts, ensure_ascii=False)))
    write(folder / "cases/_index.md", front_matter(title="案例"))
    for number, page in enumerate(report["pages"], start=1):
        place = "cases/" if page["case"] else ""
        kind = "case" if page["case"] else "chapter"
        head = front_matter(title=page["title"], kind=kind, weight=number, summary=page["summary"])
        write(folder / f"{place}{page['id']}.md", head + page["text"])
