"""What is done after the answer was given."""

from django_tasks import task

from movement import mail


@task()
def send_mail(number: int) -> bool:
    """Hand over one mail of the outbox."""
    return mail.hand_over(number)
