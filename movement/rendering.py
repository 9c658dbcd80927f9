"""How forms become HTML: one field template, one form template, one bound field."""

from collections.abc import Iterator

from django.forms import BoundField, CheckboxInput
from django.forms.renderers import TemplatesSetting
from django.forms.widgets import ChoiceWidget, Select, Textarea
from django.utils.safestring import SafeString


class Field(BoundField):
    """A field of a form, with what `templates/forms/field.html` asks about it."""

    @property
    def is_tick(self) -> bool:
        """One checkbox: its label stands behind it."""
        return isinstance(self.field.widget, CheckboxInput)

    @property
    def is_choice(self) -> bool:
        """Radios or checkboxes, each with a label of its own."""
        widget = self.field.widget
        return isinstance(widget, ChoiceWidget) and not isinstance(widget, Select)

    @property
    def is_group(self) -> bool:
        """More than one control: needs a fieldset and a legend."""
        return self.is_choice or self.use_fieldset

    @property
    def is_wide(self) -> bool:
        return self.widget_type in {"textarea", "proseeditor"}

    @property
    def shows_optional(self) -> bool:
        """True when it must be said that this field may stay empty.

        Where nothing is required (a search, a filter) saying so at each field is noise.
        """
        if self.field.required or self.is_tick:
            return False
        return any(field.required for field in self.form.fields.values())

    @property
    def control(self) -> SafeString:
        """The widget with its class; label, hint and error are wired by Django's own ids.

        A text knows no `maxlength`: a browser cuts what is pasted, and says nothing of it (S8).
        """
        widget = self.field.widget
        css = "choice__control" if self.is_tick else "field__control"
        attrs: dict[str, str | bool] = {"class": f"{css} {widget.attrs.get('class', '')}".strip()}
        if isinstance(widget, Textarea):
            widget.attrs.pop("maxlength", None)
        return self.as_widget(attrs=attrs)

    @property
    def options(self) -> Iterator[tuple[SafeString, object]]:
        """The radios or checkboxes as (control, option) pairs."""
        for option in self.subwidgets:
            option.data["attrs"] = {**option.data["attrs"], "class": "choice__control"}
            yield option.tag(), option


class FormRenderer(TemplatesSetting):
    """Renders every form with the templates of the house."""

    form_template_name = "forms/form.html"
    field_template_name = "forms/field.html"
    bound_field_class = Field
