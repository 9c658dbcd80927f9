"""The form in which an editor writes an article."""

from datetime import timedelta
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from articles import drafts
from articles.checks import Candidate, refusals, warnings
from articles.models import Article, ArticleDraft
from movement.desk_keywords import KeywordsForm

LONGEST_TEXT = 200_000
TEXTS = ("body", "easy_body", "sources")


class ArticleForm(KeywordsForm):
    based_on = forms.CharField(required=False, widget=forms.HiddenInput)
    confirmed = forms.BooleanField(
        label=_("Publish it all the same"), required=False, widget=forms.HiddenInput
    )

    # What was typed before and not saved; set by the desk when it is opened again.
    draft: ArticleDraft | None = None

    class Meta:
        model = Article
        fields: list[str] = []  # the admin says which

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.fields["based_on"].initial = self.instance.updated_at.isoformat()
        if self.draft is not None:
            self.fill_in(self.draft)

    def fill_in(self, draft: ArticleDraft) -> None:
        """Show what was typed instead of what was saved, on the version it was typed in."""
        typed = drafts.typed_in(draft)
        for name, field in self.fields.items():
            if name not in drafts.NOT_KEPT:
                self.initial[name] = field.widget.value_from_datadict(typed, {}, name)
        if draft.based_on:
            self.initial["based_on"] = draft.based_on.isoformat()

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        for name in TEXTS:
            if len(cleaned.get(name) or "") > LONGEST_TEXT:
                self.add_error(name, _("This text is too long for one article."))
        if cleaned.get("state") == Article.State.PUBLISHED:
            self.check_publication(cleaned)
        return cleaned

    def check_publication(self, cleaned: dict[str, Any]) -> None:
        """Refuse what is not ready; ask once about what may be right."""
        if not cleaned.get("published_at"):
            cleaned["published_at"] = timezone.now()
        candidate = Candidate(
            lead=cleaned.get("lead") or "",
            body=cleaned.get("body") or "",
            easy_body=cleaned.get("easy_body") or "",
            themes=len(cleaned.get("themes") or ()),
            keywords=len(cleaned.get("keywords") or ()),
            sources=cleaned.get("sources") or "",
            path=f"/nieuws/{cleaned.get('slug') or self.instance.slug or 'nieuw'}/",
        )
        for name, text in refusals(candidate).items():
            self.add_error(name if name in self.fields else None, text)
        if self.errors or self.was_published or cleaned.get("confirmed"):
            return
        found = [*warnings(candidate), *self.doubts_about_moment(cleaned["published_at"])]
        if found:
            self.ask_to_confirm(found)

    @property
    def was_published(self) -> bool:
        """Whether readers know it already: then the questions were asked before."""
        return self.initial.get("state") == Article.State.PUBLISHED

    def doubts_about_moment(self, moment: Any) -> list[str]:
        if moment < timezone.now() - timedelta(hours=1):
            return [
                str(_("The moment lies in the past: everyone can read it at once, with that date."))
            ]
        return []

    def ask_to_confirm(self, found: list[str]) -> None:
        """Show the tick that says: I saw this."""
        self.fields["confirmed"].widget = forms.CheckboxInput()
        listed = format_html_join("", "<li>{}</li>", ((text,) for text in found))
        question = _("Is this right? Look once more, or tick “Publish it all the same”.")
        self.add_error("confirmed", format_html("{}<ul>{}</ul>", question, listed))


class LinkFormSet(forms.BaseInlineFormSet):
    """The links of an article; opened with a draft, they stand as they were typed."""

    def __init__(self, *args: Any, draft: ArticleDraft | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.typed = drafts.typed_in(draft) if draft else QueryDict()
        there = {str(pk) for pk in self.get_queryset().values_list("pk", flat=True)}
        self.kept, self.new = drafts.rows_in(self.typed, self.prefix, there)
        self.extra = self.extra + len(self.new)

    def add_fields(self, form: forms.ModelForm, index: int | None) -> None:
        """A link that is there gets what was typed in it; the new ones come after those."""
        super().add_fields(form, index)
        rows = [*(self.kept.get(str(one.pk)) for one in self.get_queryset()), *self.new]
        row = rows[index] if index is not None and index < len(rows) else None
        if row is None or self.is_bound:
            return
        for name, field in form.fields.items():
            if name not in {"id", self.fk.name}:
                typed = field.widget.value_from_datadict(self.typed, {}, f"{row}-{name}")
                form.initial[name] = typed
