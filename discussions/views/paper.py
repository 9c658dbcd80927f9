"""The page of somebody who called or wrote: change or take back what was said."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from discussions.forms import EditForm
from discussions.models import PaperContribution, Post
from discussions.models.paper import PURPOSE
from discussions.views.reading import unlisted
from discussions.views.writing import answer_of, shown
from movement import personal_links
from movement.kept import keeps_text
from movement.limits import client_key, hit


@unlisted
@keeps_text
@require_http_methods(["GET", "HEAD", "POST"])
def own_contribution(request: HttpRequest) -> HttpResponse:
    """Read, change or take back a contribution, with the address on the paper."""
    number = personal_links.opened(request, PURPOSE)
    if number is None:
        raise Http404
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
