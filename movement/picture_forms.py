"""The form through which a picture comes in."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from movement.models import Picture
from movement.pictures import RefusedPicture, take_in


class PictureForm(forms.Form):
    """What is asked of somebody who brings a picture; `save` takes it in."""

    upload = forms.FileField(
        label=_("Picture"),
        help_text=_("JPEG, PNG, WebP, AVIF or GIF, at most 10 MB. We remove where it was made."),
        widget=forms.ClearableFileInput(attrs={"accept": "image/*"}),
    )
    alternative = forms.CharField(
        label=_("What is in the picture?"),
        help_text=_("For people who cannot see it. One sentence."),
        max_length=250,
        required=False,
    )
    is_decorative = forms.BooleanField(label=_("The picture is only decoration"), required=False)
    caption = forms.CharField(label=_("Text below the picture"), max_length=250, required=False)
    credit = forms.CharField(label=_("Who made the picture?"), max_length=120, required=False)
    people_agreed = forms.BooleanField(
        label=_("Everybody who can be recognised in it agreed, or nobody can be recognised"),
        error_messages={"required": _("Ask the people in the picture first.")},
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if not cleaned.get("alternative") and not cleaned.get("is_decorative"):
            self.add_error("alternative", _("Describe the picture, or tick that it is decorative."))
        return cleaned

    def save(self, *, taken_in_by: Any) -> Picture | None:
        """Take the picture in; None, with an error on the form, when it is refused."""
        facts = dict(self.cleaned_data)
        upload = facts.pop("upload")
        title = facts["alternative"] or facts["caption"] or str(_("Picture"))
        try:
            return take_in(upload, title=title, taken_in_by=taken_in_by, **facts)
        except RefusedPicture as refusal:
            self.add_error("upload", refusal)
            return None
