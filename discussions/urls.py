"""Addresses of praat-mee. None carries words of a topic."""

from django.urls import path

from discussions.views import (
    acting,
    figures,
    leading,
    moderating,
    paper,
    reading,
    reporting,
    writing,
)

app_name = "discussions"
urlpatterns = [
    path("", reading.boards, name="boards"),
    path("nieuw/", writing.start, name="start"),
    path("cijfers/", figures.figures, name="figures"),
    path("mijn/beroep/", acting.declare, name="declare"),
    path("mijn/", reporting.own, name="own"),
    path("gesprek/<int:pk>/", reading.topic, name="topic"),
    path("gesprek/<int:pk>/verder/", reading.read_on, name="read_on"),
    path("gesprek/<int:pk>/reageer/", writing.reply, name="reply"),
    path("gesprek/<int:pk>/concept/", writing.keep_draft, name="keep_draft"),
    path("gesprek/<int:pk>/steun/", acting.react, name="react"),
    path("gesprek/<int:pk>/volgen/", acting.follow_topic, name="follow_topic"),
    path("gesprek/<int:pk>/leiden/", leading.lead, name="lead"),
    path("gesprek/<int:pk>/uitnodigen/", acting.invite, name="invite"),
    path("bijdrage/<int:pk>/", reading.post, name="post"),
    path("bijdrage/<int:pk>/veranderen/", writing.edit, name="edit"),
    path("bijdrage/<int:pk>/weghalen/", writing.withdraw, name="withdraw"),
    path("bijdrage/<int:pk>/modereren/", moderating.moderate, name="moderate"),
    path("bijdrage/<int:pk>/koppelen/", moderating.link, name="link"),
    path("bijdrage/<int:pk>/melden/", reporting.report, name="report"),
    path("bijdrage/<int:pk>/verbergen/", acting.hide, name="hide"),
    path("bijdrage/<int:pk>/blokkeren/", acting.block, name="block"),
    path("blokkade/<int:pk>/opheffen/", acting.unblock, name="unblock"),
    path("besluit/<int:pk>/", reporting.decision, name="decision"),
    path("code/", paper.by_code, name="paper_code"),
    path("papier/", paper.own_contribution, name="paper"),
    path("melding/", reporting.report_status, name="report_status"),
    path("<slug:slug>/", reading.board, name="board"),
    path("<slug:slug>/volgen/", acting.follow_board, name="follow_board"),
]
