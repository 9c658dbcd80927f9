"""Static files as production serves them: one style sheet, hashed, within its weight."""

import gzip
import re

import pytest
from django.core.management import call_command

from config.staticfiles import squeezed


@pytest.fixture
def collected(settings, tmp_path):
    """What collectstatic leaves, with production's storage."""
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "config.staticfiles.Storage"},
    }
    settings.WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ("css", "js", "png", "svg", "woff2", "html")
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def styles_of(folder):
    (sheet,) = (path for path in folder.glob("css/site.*.css"))
    return sheet.read_text()


def test_all_styles_are_one_file_of_at_most_twelve_kilobytes(collected):
    css = styles_of(collected)
    assert "@import" not in css
    assert len(gzip.compress(css.encode())) <= 12_000


def test_the_layers_are_declared_before_anything_else_and_each_part_is_in(collected):
    css = styles_of(collected)
    assert css.startswith("@layer reset,tokens,base,layout,components,utilities;")
    for part in (
        "--color-paper:light-dark(#fbf8f2,#1a1714)",
        ".button{",
        ".field__control{",
        ".soft{",
    ):
        assert part in css
    assert css.count("{") == css.count("}")


def test_fonts_are_found_under_their_hashed_names(collected):
    fonts = re.findall(r'url\("\.\./fonts/([^"]+)"\)', styles_of(collected))
    assert len(fonts) == 4
    assert all((collected / "fonts" / name).exists() for name in fonts)
    assert all(re.search(r"\.[0-9a-f]{12}\.woff2$", name) for name in fonts)


def test_collecting_again_gives_the_same_file(collected):
    before = styles_of(collected)
    call_command("collectstatic", interactive=False, verbosity=0)
    assert styles_of(collected) == before


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("a { color : red; }", "a{color :red}"),
        ("a > b, c { margin: 0 }", "a > b,c{margin:0}"),
        ('a::after { content: "; {  x }"; }', 'a::after{content:"; {  x }"}'),
        ("a { width: calc(1px + 2px) } /* no */", "a{width:calc(1px + 2px)}"),
        ("@media (min-width: 60em) { a { b: c } }", "@media (min-width:60em){a{b:c}}"),
    ],
)
def test_squeezing_changes_no_meaning(css, expected):
    assert squeezed(css) == expected
