"""The pages of somebody who called or wrote: type a code; change or take back what was said."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from discussions.forms import CodeForm, EditForm
from discussions.models import PaperContribution, Post
from discussions.models.paper import PURPOSE
from discussions.views.reading import unlisted
from discussions.views.writing import answer_of, shown
from movement import personal_links
from movement.kept import kept_page
from movement.limits import client_key, hit


@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def by_code(request: HttpRequest) -> HttpResponse:
    """Type the code on a paper; strictly limited, so that nobody guesses one (S26)."""
    form = CodeForm(request.POST or None)
    if request.method == "POST":
        hit("paper-code", client_key(request))
        if form.is_valid():
            return personal_links.swap(form.cleaned_data["link"], redirect("discussions:paper"))
    context = {"section": "discussions", "form": form}
    return render(request, "discussions/code.html", context, status=422 if form.errors else 200)


@unlisted
@require_http_methods(["GET", "HEAD", "POST"])
def own_contribution(request: HttpRequest) -> HttpResponse:
    """Read, change or take back a contribution, after the code on the paper was typed."""
    number = personal_links.opened(request, PURPOSE)
    if number is None and request.method == "POST":
        again = _("After half an hour we ask for your code again. Type it on a new page: %(page)s")
        reason = again % {"page": reverse("discussions:paper_code")}
        return kept_page(request, reason=reason, status=403)
    if number is None:
        return redirect("discussions:paper_code")
    made = get_object_or_404(PaperContribution.objects.select_related("post__topic"), post=number)
    post = made.post
    if post.state != Post.State.PUBLISHED:
        return render(request, "discussions/paper_gone.html", {"section": "discussions"})
    form = EditForm(
        request.POST or None, initial={"body": post.body, "content_note": post.content_note}
    )
    if request.method != "POST":
        return shown(request, "discussions/paper.html", form, post=post, made=made)
    hit("report", client_key(request))
    if request.POST.get("weg"):
        made.withdraw()
        return redirect("discussions:paper")
    answer = answer_of(request, form)
    if answer != "place":
        status = 422 if answer == "again" else 200
        return shown(request, "discussions/paper.html", form, status=status, post=post, made=made)
    values = form.cleaned_data
    if post.edit(body=values["body"], content_note=values["content_note"]):
        messages.success(request, _("Your post is changed."))
    else:
        messages.success(
            request, _("Your change waits for a moderator. Until then the old text stays.")
        )
    return redirect("discussions:paper")
