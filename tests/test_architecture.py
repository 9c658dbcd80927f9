"""The shape of the code: which way it points, how long it gets, and what it never does."""

import ast
import gzip
import re
from pathlib import Path

import pytest
from django.apps import apps

from config.staticfiles import squeezed

ROOT = Path(__file__).resolve().parent.parent
# Higher knows lower; the two on one line never know each other.
LAYERS = {
    "config": 4,
    "articles": 3,
    "actiondays": 3,
    "discussions": 2,
    "participants": 1,
    "movement": 0,
}
TOP_LEVEL = {"config", "movement", "participants", "actiondays", "articles", "discussions", "tests"}
NAMED_AFTER_NOTHING = {"utils", "helpers", "services", "managers", "mixins", "common", "misc"}
SKIPPED = {".venv", "var", "vendor", "node_modules", ".git", "__pycache__"}


def files(pattern, *folders):
    """The files of the project that match, without what others wrote."""
    found = [path for folder in folders or [""] for path in (ROOT / folder).rglob(pattern)]
    return sorted(path for path in found if not SKIPPED & set(path.relative_to(ROOT).parts))


def named(path):
    return str(path.relative_to(ROOT))


def is_allowed(app, other):
    """Whether code of `app` may know `other`."""
    return app == other or other not in LAYERS or LAYERS[other] < LAYERS[app]


APP_FILES = [path for app in LAYERS for path in files("*.py", app)]
TEMPLATES = files("*.html", "templates", *LAYERS)
STYLES = files("*.css", "static/css")
ELEMENTS = files("*.js", "static/js/elements")
TREES = {path: ast.parse(path.read_text()) for path in APP_FILES}
each_module = pytest.mark.parametrize("path", APP_FILES, ids=named)


def app_of(path):
    return path.relative_to(ROOT).parts[0]


def test_the_top_level_holds_no_other_packages():
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages <= TOP_LEVEL


@each_module
def test_imports_point_down(path):
    wrong = [name for name in imported(TREES[path]) if not is_allowed(app_of(path), root_of(name))]
    assert wrong == []


@each_module
def test_strings_that_name_a_module_or_a_model_point_down(path):
    if path.name == "settings.py" and app_of(path) == "config":
        return
    wrong = [name for name in referred(TREES[path]) if not is_allowed(app_of(path), root_of(name))]
    if app_of(path) == "movement" and "migrations" in path.parts:
        # The one exception: who did it. participants.0001 makes Person alone.
        wrong = [name for name in wrong if name != "participants.0001_person"]
    assert wrong == []


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


# "app.Model", "app.module.thing" or ("app", "0001_name") in a migration's dependencies.
REFERENCE = re.compile(rf"^({'|'.join(LAYERS)})\.[A-Za-z_][\w.]*$")


def referred(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            # `"participants.change_organisation"` is the name of a permission, not of code.
            if REFERENCE.match(node.value) and not re.search(
                r"\.(add|change|view|delete)_", node.value
            ):
                yield node.value
        elif isinstance(node, ast.Tuple) and len(node.elts) == 2:
            pair = [e.value for e in node.elts if isinstance(e, ast.Constant)]
            if len(pair) == 2 and pair[0] in LAYERS and re.match(r"^\d{4}_", str(pair[1])):
                yield f"{pair[0]}.{pair[1]}"
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", "") == "get_model":
            given = [e.value for e in node.args if isinstance(e, ast.Constant)]
            if given and isinstance(given[0], str):
                yield given[0]


def root_of(name):
    return name.split(".")[0]


def first_party_models():
    return [model for model in apps.get_models() if model.__module__.split(".")[0] in LAYERS]


def test_foreign_keys_point_down():
    wrong = []
    for model in first_party_models():
        own = root_of(model.__module__)
        for field in model._meta.get_fields():
            if field.auto_created or not field.is_relation or field.related_model is None:
                continue
            other = root_of(field.related_model.__module__)
            if not is_allowed(own, other) and not is_who_did_it(model, field):
                wrong.append(
                    f"{model._meta.label}.{field.name} → {field.related_model._meta.label}"
                )
    assert wrong == []


def is_who_did_it(model, field):
    """A nullable `…_by` column of movement, or of the history that stands beside it."""
    names = field.name.endswith("_by") or field.name == "history_user"
    return root_of(model.__module__) == "movement" and names and field.null


def test_lower_apps_use_no_reverse_accessor_of_a_higher_app():
    wrong = []
    for app in LAYERS:
        upward = accessors_from_above(app) - names_within_reach(app)
        for path, tree in TREES.items():
            if app_of(path) == app:
                wrong += [f"{named(path)}: {name}" for name in sorted(upward & looked_up(tree))]
    assert wrong == []


def accessors_from_above(app):
    """Names under which models of the app reach models that the app may not know."""
    return {
        name
        for model in first_party_models()
        if root_of(model.__module__) == app
        for relation in model._meta.related_objects
        if not is_allowed(app, root_of(relation.related_model.__module__))
        for name in (relation.get_accessor_name(), relation.name)
        if name
    }


def names_within_reach(app):
    """Names of fields and accessors that the app may use anyway; those prove nothing."""
    return {
        field.name
        for model in first_party_models()
        if is_allowed(app, root_of(model.__module__))
        for field in model._meta.get_fields()
        if field.related_model is None or is_allowed(app, root_of(field.related_model.__module__))
    }


QUERY_WORDS = {
    "filter",
    "exclude",
    "prefetch_related",
    "select_related",
    "annotate",
    "values",
    "values_list",
    "order_by",
    "Q",
    "F",
    "Count",
    "Exists",
    "get",
    "only",
    "Prefetch",
}


def looked_up(tree):
    """Attributes read, and the first parts of names in lookups."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            names.add(node.attr)
        elif isinstance(node, ast.Call):
            function = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if function in QUERY_WORDS:
                names |= {k.arg.split("__")[0] for k in node.keywords if k.arg}
                strings = [a.value for a in node.args if isinstance(a, ast.Constant)]
                names |= {str(s).lstrip("-").split("__")[0] for s in strings}
    return names


@each_module
def test_a_module_is_named_after_what_it_does(path):
    assert path.stem not in NAMED_AFTER_NOTHING


@each_module
def test_nothing_happens_by_signal(path):
    own = [node for node in ast.walk(TREES[path]) if isinstance(node, ast.ImportFrom)]
    signals = [
        node.module for node in own if node.module and node.module.endswith(("dispatch", "signals"))
    ]
    assert signals == []


@pytest.mark.parametrize("path", [*APP_FILES, *files("*.py", "tests")], ids=named)
def test_no_file_grows_past_its_budget(path):
    lines = path.read_text().count("\n")
    if "migrations" not in path.parts:
        assert lines <= (300 if path.stem == "views" else 400)


@pytest.mark.parametrize(
    "path", files("*.txt", "config/demo") + files("*.md", "config/demo"), ids=named
)
def test_no_text_of_the_demo_grows_past_its_budget(path):
    assert path.read_text().count("\n") <= 400


@pytest.mark.parametrize("path", TEMPLATES, ids=named)
def test_a_template_stays_short_and_carries_no_style_or_handler(path):
    text = path.read_text()
    part = path.name.startswith("_") or {"components", "layout", "forms"} & set(path.parts)
    assert text.count("\n") <= (40 if part else 80)
    assert not re.search(r"""\sstyle\s*=|<style|\son[a-z]+\s*=\s*["']|javascript:""", text)
    assert not re.search(r"<script(?![^>]*\bsrc=)(?![^>]*application/(ld\+)?json)", text)
    assert not re.search(
        r"(src|href)\s*=\s*[\"'](https?:)?//(?!www\.w3\.org)", text.replace("{{", "")
    )


@pytest.mark.parametrize("path", STYLES, ids=named)
def test_only_the_tokens_know_raw_colours(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S)
    if path.name != "tokens.css":
        text = re.sub(r"url\([^)]*\)", "", text)
        raw = re.findall(
            r":[^;{]*?(#[0-9a-fA-F]{3,8}\b|\b(?:rgb|rgba|hsl|oklch|oklab|lab|lch)\()", text
        )
        assert raw == []


@pytest.mark.parametrize("path", STYLES, ids=named)
def test_nothing_is_important_but_what_is_hidden(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S)
    rules = [rule for rule in re.findall(r"[^{}]+\{[^{}]*\}", text) if "!important" in rule]
    assert [rule.strip() for rule in rules if "[hidden]" not in rule] == []


def test_all_styles_together_stay_light():
    served = squeezed("\n".join(path.read_text() for path in STYLES))
    assert len(gzip.compress(served.encode(), 9)) <= 15_000


@pytest.mark.parametrize("path", ELEMENTS, ids=named)
def test_an_element_stays_short(path):
    assert path.read_text().count("\n") <= 60
