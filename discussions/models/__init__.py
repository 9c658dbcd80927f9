"""Boards, topics, posts and moderation. Does not know what is discussed."""

from .boards import Board
from .circles import Invitation, ProfessionalRole
from .decisions import Decision
from .discussable import Discussable
from .links import PostLink
from .marks import Block, Follow, HiddenPost, PostDraft, Reaction, TopicRead
from .paper import PaperContribution
from .posts import PendingEdit, Post, PostRevision
from .queue import QueueItem
from .reports import AnonymityOpening, Appeal, Report
from .topics import Topic, TopicKeyword, is_moderator

__all__ = [
    "AnonymityOpening",
    "Appeal",
    "Block",
    "Board",
    "Decision",
    "Discussable",
    "Follow",
    "HiddenPost",
    "Invitation",
    "PaperContribution",
    "PendingEdit",
    "Post",
    "PostDraft",
    "PostLink",
    "PostRevision",
    "ProfessionalRole",
    "QueueItem",
    "Reaction",
    "Report",
    "Topic",
    "TopicKeyword",
    "TopicRead",
    "is_moderator",
]
