"""The widget of a rich text: a textarea that becomes an editor where there is a script."""

import json
from typing import Any

from django import forms
from django.forms.widgets import Script
from django.utils.translation import gettext as _


def words() -> dict[str, str]:
    """What the editor says, in the language of the page."""
    return {
        "Layout of the text": _("Layout of the text"),
        "Heading": _("Heading"),
        "Small heading": _("Small heading"),
        "Bold": _("Bold"),
        "Italic": _("Italic"),
        "List": _("List"),
        "Numbered list": _("Numbered list"),
        "Quote": _("Quote"),
        "Link": _("Link"),
        "Picture": _("Picture"),
        "Table": _("Rows and columns"),
        "Add row": _("Add row"),
        "Add column": _("Add column"),
        "Remove row": _("Remove row"),
        "Remove column": _("Remove column"),
        "Remove table": _("Remove table"),
        "Undo": _("Undo"),
        "Redo": _("Redo"),
        "Add caption": _("Add caption"),
        "Remove caption": _("Remove caption"),
        "URL": _("Address of the page"),
        "Title": _("What the link is about"),
        "Edit Link": _("Link"),
        "Update": _("Keep"),
        "Cancel": _("Cancel"),
        "It did not work. Try again in a moment.": _("It did not work. Try again in a moment."),
    }


class EditorWidget(forms.Textarea):
    """For a `RichTextField` in the admin. Without a script it is a textarea with HTML."""

    class Media:
        css = {"all": ["css/editor.css"]}
        js = [Script("js/editor/editor.js", type="module")]

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"rows": 20, "cols": 80, "data-editor": True, **(attrs or {})})

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"]["data-editor-words"] = json.dumps(words())
        return context
