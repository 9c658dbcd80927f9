"""What is done after the answer was given: telling people that there is a new post."""

from django.db import transaction
from django_tasks import task

from discussions import circle, publication


@task()
def tell(number: int) -> None:
    """Tell followers and who is named in this post, if it is on the site by then.

    The post is locked: who takes it away at the same moment also takes back what is told here.
    """
    from discussions.models import Post

    with transaction.atomic():
        posts = Post.objects.select_for_update(of=("self",)).select_related("topic__board")
        post = posts.filter(pk=number, state=Post.State.PUBLISHED).first()
        if post is not None:
            publication.tell_followers(post)
            circle.tell_mentioned(post)
