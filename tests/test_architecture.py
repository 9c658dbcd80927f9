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


def app_of(path):
    return path.relative_to(ROOT).parts[0]


def test_the_top_level_holds_no_other_packages():
    packages = {path.parent.name for path in ROOT.glob("*/__init__.py")}
    assert packages <= TOP_LEVEL


def test_imports_point_down():
    wrong = [
        f"{named(path)}: {name}"
        for path, tree in TREES.items()
        for name in imported(tree)
        if not is_allowed(app_of(path), root_of(name))
    ]
    assert wrong == []


def test_strings_that_name_a_module_or_a_model_point_down():
    wrong = [
        f"{named(path)}: {name}"
        for path, tree in TREES.items()
        for name in referred(tree)
        if not is_allowed(app_of(path), root_of(name))
    ]
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


def test_modules_are_named_after_what_they_do():
    assert [named(path) for path in APP_FILES if path.stem in NAMED_AFTER_NOTHING] == []


def test_nothing_happens_by_signal():
    wrong = [
        f"{named(path)}: {name}"
        for path, tree in TREES.items()
        for name in imported(tree)
        if name.endswith(("dispatch", "signals"))
    ]
    assert wrong == []


def over_budget(paths, budget):
    """Each file that has more lines than its budget, with how many."""
    counted = {path: path.read_text().count("\n") for path in paths}
    return [f"{named(path)}: {lines}" for path, lines in counted.items() if lines > budget(path)]


def test_no_module_grows_past_its_budget():
    modules = [
        path for path in APP_FILES + files("*.py", "tests") if "migrations" not in path.parts
    ]
    assert over_budget(modules, lambda path: 300 if path.stem == "views" else 400) == []


def test_no_text_of_the_demo_grows_past_its_budget():
    texts = files("*.txt", "config/demo") + files("*.md", "config/demo")
    assert over_budget(texts, lambda path: 400) == []


def is_part(path):
    return path.name.startswith("_") or bool({"components", "layout", "forms"} & set(path.parts))


def test_no_template_grows_past_its_budget():
    assert over_budget(TEMPLATES, lambda path: 40 if is_part(path) else 80) == []


@pytest.mark.parametrize(
    "forbidden",
    [
        r"""\sstyle\s*=|<style|\son[a-z]+\s*=\s*["']|javascript:""",
        r"<script(?![^>]*\bsrc=)(?![^>]*application/(ld\+)?json)",
        r"""\b(src|srcset|poster|data)\s*=\s*["'](https?:)?//""",
        r"<link[^>]*href\s*=\s*[\"'](https?:)?//",
    ],
    ids=["inline style or handler", "inline script", "asset of others", "style of others"],
)
def test_templates_hold_nothing_inline_and_nothing_of_others(forbidden):
    assert [named(path) for path in TEMPLATES if re.search(forbidden, path.read_text())] == []


def without_comments(path):
    return re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)


def test_only_the_tokens_know_raw_colours():
    raw = re.compile(r":[^;{]*?(#[0-9a-fA-F]{3,8}\b|\b(?:rgb|rgba|hsl|oklch|oklab|lab|lch)\()")
    others = [path for path in STYLES if path.name != "tokens.css"]
    texts = {path: re.sub(r"url\([^)]*\)", "", without_comments(path)) for path in others}
    assert [named(path) for path, text in texts.items() if raw.search(text)] == []


def test_nothing_is_important_but_what_is_hidden():
    wrong = [
        f"{named(path)}: {rule.strip()}"
        for path in STYLES
        for rule in re.findall(r"[^{}]+\{[^{}]*\}", without_comments(path))
        if "!important" in rule and "[hidden]" not in rule
    ]
    assert wrong == []


# Loaded in the admin only, beside the styles of every page.
FOR_STAFF = {"admin.css", "editor.css"}


def test_all_styles_together_stay_light():
    every_page = [path.read_text() for path in STYLES if path.name not in FOR_STAFF]
    served = squeezed("\n".join(every_page))
    assert len(gzip.compress(served.encode(), 9)) <= 15_000


def test_no_element_grows_past_its_budget():
    assert over_budget(ELEMENTS, lambda path: 60) == []


def test_there_is_something_to_look_at():
    assert min(map(len, (APP_FILES, TEMPLATES, STYLES, ELEMENTS, first_party_models()))) > 0
