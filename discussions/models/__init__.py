"""Boards, topics, posts and moderation. Does not know what is discussed."""

from .boards import Board, Discussable, Topic, TopicKeyword
from .posts import (
    Decision,
    Follow,
    Post,
    PostDraft,
    PostLink,
    PostRevision,
    Reaction,
)

__all__ = [
    "Board",
    "Decision",
    "Discussable",
    "Follow",
    "Post",
    "PostDraft",
    "PostLink",
    "PostRevision",
    "Reaction",
    "Topic",
    "TopicKeyword",
]
