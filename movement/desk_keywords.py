"""Keywords in a form of the admin: looked up while typing, new ones with a plus."""

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AutocompleteSelectMultiple
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from movement.models import Keyword


class KeywordsForm(forms.ModelForm):
    """The form of something that has keywords."""

    keywords = forms.ModelMultipleChoiceField(
        Keyword.objects.standing(),
        label=_("Keywords"),
        required=False,
        help_text=_("Type a few letters and choose. Use + for a new one. Ten is plenty."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and "keywords" in self.fields:
            self.fields["keywords"].initial = self.instance.keywords.all()


class WithKeywords:
    """The admin of something that has keywords; its form is a `KeywordsForm`."""

    def get_form(self, request: HttpRequest, obj: Any = None, **more: Any) -> type[forms.ModelForm]:
        form = super().get_form(request, obj, **more)  # type: ignore[misc]
        if "keywords" in form.base_fields:
            field, site = self.model._meta.get_field("keywords"), self.admin_site  # type: ignore[attr-defined]
            form.base_fields["keywords"].widget = admin.widgets.RelatedFieldWidgetWrapper(
                AutocompleteSelectMultiple(field, site),
                field.remote_field,
                site,
                can_add_related=request.user.has_perm("movement.add_keyword"),
            )
        return form

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:
        """A keyword that was merged while the form was open counts as the one it went into."""
        super().save_related(request, form, formsets, change)  # type: ignore[misc]
        if "keywords" in form.cleaned_data:
            chosen = [k.merged_into or k for k in form.cleaned_data["keywords"]]
            form.instance.keywords.set(chosen)
