from __future__ import annotations

import re
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course.text import checked, to_html, to_plain

_PIECES = [
    *"*_`~#>-+=|\\[]()<>!&\"'/:.\n\t 0189",
    *("a", "Zoë", "\n\n", "    ", "1. ", "- ", "```", "```py\n", "~~~ c++\n", "&amp;", "&#x41;", "&lt;", "<b>", "</b>"),
    *("<script>", "<img src=x onerror=alert(1)>", "<!--", "[link](https://a.example)", "<https://a.example/?q=1&r>"),
    *("[x](http://a.example 'why')", "[x](/y)", "(javascript:alert(1))", "[x][y]", "[y]: https://a.example\n"),
    *("<who@a.example>", "$x^2$", "![alt](https://a.example/p.png)", "\u2028", "\x00", "\ufeff"),
]
MARKDOWN = st.lists(st.sampled_from(_PIECES) | st.text(max_size=5)).map("".join)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("plain words", "<p>plain words</p>"),
        ("*slowly* and **surely**", "<p><em>slowly</em> and <strong>surely</strong></p>"),
        ("one line\nand another", "<p>one line<br />\nand another</p>"),
        ("one paragraph\n\nand another", "<p>one paragraph</p>\n<p>and another</p>"),
        ("- milk\n- tea", "<ul>\n<li>milk</li>\n<li>tea</li>\n</ul>"),
        ("1. boil\n2. pour", "<ol>\n<li>boil</li>\n<li>pour</li>\n</ol>"),
        ("3. drink", '<ol start="3">\n<li>drink</li>\n</ol>'),
        ("> her words", "<blockquote>\n<p>her words</p>\n</blockquote>"),
        ("`a < b`", "<p><code>a &lt; b</code></p>"),
        ("```\na < b\n```", "<pre><code>a &lt; b\n</code></pre>"),
        ("```c++\nint a;\n```", '<pre><code class="language-c++">int a;\n</code></pre>'),
        ("[tea](https://tea.example)", '<p><a href="https://tea.example">tea</a></p>'),
        ('[tea](https://tea.example "why")', '<p><a href="https://tea.example" title="why">tea</a></p>'),
        ("before\n\n---\n\nafter", "<p>before</p>\n<hr />\n<p>after</p>"),
        ("  spaces around  \n", "<p>spaces around</p>"),
    ],
)
def test_markdown_becomes_html_that_a_page_may_show(written: str, shown: str) -> None:
    assert (to_html(written), checked(to_html(written))) == (shown, shown)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<b>bold</b>", "<p>&lt;b&gt;bold&lt;/b&gt;</p>"),
        ("<script>alert(1)</script>", "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>"),
        ("tea &amp; milk", "<p>tea &amp; milk</p>"),
        ("tea & milk", "<p>tea &amp; milk</p>"),
        ("1 < 2 > 0", "<p>1 &lt; 2 &gt; 0</p>"),
        (r"$x_1 + \frac{a}{b}$", r"<p>$x_1 + \frac{a}{b}$</p>"),
        ("$$a * b * c$$", "<p>$$a * b * c$$</p>"),
        ("# no heading", "<p># no heading</p>"),
        ("| a | b |", "<p>| a | b |</p>"),
    ],
)
def test_html_tex_and_headings_show_as_they_are_written(written: str, shown: str) -> None:
    assert to_html(written) == shown


def test_picture_in_a_text_is_no_picture() -> None:
    assert "<img" not in to_html("![a cup](https://tea.example/cup.png)")


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "vbscript:x", "data:text/html,x", "file:///x"]
)
def test_link_that_could_run_something_is_no_link(target: str) -> None:
    assert to_html(f"[tea]({target})") == f"<p>[tea]({target})</p>"


@pytest.mark.parametrize(
    "target", ["notes.md", "/hub/logout", "../x", "ftp://tea.example", "//tea.example", "data:image/png;base64,x"]
)
def test_link_that_is_no_web_address_reaches_the_page_as_text(target: str) -> None:
    html = to_html(f"[tea]({target})")
    assert checked(html) == escape(html)


@given(MARKDOWN)
def test_all_that_authors_write_passes_the_check_but_links_to_no_web_address(written: str) -> None:
    html = to_html(written)
    targets = re.findall(r'<a href="([^"]*)"', html)
    has_odd_link = any(not target.startswith(("https://", "http://", "mailto:", "#")) for target in targets)
    assert checked(html) == (escape(html) if has_odd_link else html)


@pytest.mark.parametrize(
    "markup",
    [
        "<script>alert(1)</script>",
        "<SCRIPT>alert(1)</SCRIPT>",
        "<script",
        "<p onclick=alert(1)>x</p>",
        '<p onclick="alert(1)">x</p>',
        '<p style="position:fixed">x</p>',
        '<p class="course-card">x</p>',
        "<style>*{display:none}</style>",
        "<img src=x onerror=alert(1)>",
        '<img src="https://tea.example/p.png" />',
        "<svg><circle /></svg>",
        "<iframe src='https://tea.example'></iframe>",
        "<form action='/x'><input /></form>",
        "<div>x</div>",
        "<h1>x</h1>",
        "<b>x</b>",
        "<p/onclick=alert(1)>x",
        "<!-- x -->",
        '<a href="javascript:alert(1)">x</a>',
        '<a href="&#106;avascript:alert(1)">x</a>',
        '<a href=" https://tea.example">x</a>',
        '<a href="/hub/logout">x</a>',
        '<a href="https://tea.example" onclick="alert(1)">x</a>',
        '<a href="https://tea.example" target="_blank">x</a>',
        '<a onclick="alert(1)">x</a>',
        "<a href='https://tea.example'>x</a>",
        '<ol start="1" onclick="x">x</ol>',
        '<code class="language-x" onclick="x">x</code>',
        "1 < 2",
        "a > b",
    ],
)
def test_markup_that_the_course_never_makes_is_shown_and_not_obeyed(markup: str) -> None:
    assert checked(f"<p>before</p>{markup}") == escape(f"<p>before</p>{markup}")


@given(st.text(alphabet="<>/=\"' apscriptonlkhef:#", max_size=30))
def test_checked_markup_holds_no_tag_but_ours(markup: str) -> None:
    tags = re.findall(r"<[^>]*>?", checked(markup))
    ours = r'</?(p|em|strong|code|pre|ul|ol|li|blockquote|a)>|<(br|hr) />|<a href="(https?://|mailto:|#)[^"<>]*">'
    assert [tag for tag in tags if not re.fullmatch(ours, tag)] == []


@pytest.mark.parametrize("markup", ["", "plain words", "<p>words</p>", "&lt;script&gt;"])
def test_harmless_text_comes_back_as_it_is(markup: str) -> None:
    assert checked(markup) == markup


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>tea &amp; <em>milk</em></p>", "tea & milk"),
        ("<p>one</p>\n<p>two</p>", "one\ntwo"),
        ("<p>1 &lt; 2</p>", "1 < 2"),
        ("", ""),
    ],
)
def test_plain_words_of_a_text_have_no_markup(markup: str, words: str) -> None:
    assert to_plain(markup) == words
