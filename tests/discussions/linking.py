"""Goes through every page that somebody can open, and looks for what ties anonymous posts."""

import re
from collections import defaultdict

from tests.addresses import let_go

POST = re.compile(r"(?:bijdrage[-/ ]|discussions/post/|steun\" value=\")(\d+)\b")
BLOCK = re.compile(r"(?=<(?:tr|li|article|url|entry|item)\b)")
LINK = re.compile(r'href="([^"#]*)')
TOKEN = re.compile(r"[\w@.:+=/-]{2,}")
SHORT = re.compile(r"[\d:.,-]{1,5}")
# Of each request anew: nothing in them can be of a person.
OF_THE_REQUEST = re.compile(
    r'name="csrfmiddlewaretoken" value="[^"]*"|name="once"[^>]*|name="shown_at"[^>]*|next=[^"]*'
)
OF_THE_MOMENT = {"Date", "Expires", "Last-Modified", "Location"}
LEFT_ALONE = ("/static/", "/media/", "/account/logout", "/beheer/logout", "/beheer/jsi18n")


def number_of_page(path):
    """A path as a kind of page: its numbers and values do not matter."""
    return re.sub(r"\d+", "N", path)


class Crawl:
    """What one browser is shown of anonymous posts: tokens by kind of page and post."""

    def __init__(self, client, posts, *, most=400):
        self.posts = posts  # number of the post -> its author
        self.tokens = defaultdict(lambda: defaultdict(set))
        self.shown = {}  # path -> numbers in the order of the page
        self.walk(client, most)

    def walk(self, client, most):
        waiting, seen = ["/", "/praat-mee/", "/zoeken/?q=zonder", "/beheer/", "/sitemap.xml"], set()
        waiting += [
            f"/praat-mee/bijdrage/{number}/{act}"
            for number in self.posts
            for act in ("", "melden/", "veranderen/", "weghalen/", "verbergen/", "blokkeren/")
        ]
        waiting += [f"/beheer/discussions/post/{number}/change/" for number in self.posts]
        while waiting and len(seen) < most:
            path = waiting.pop(0)
            if path in seen or path.startswith(LEFT_ALONE):
                continue
            seen.add(path)
            response = client.get(path)
            content = (
                b"".join(response.streaming_content) if response.streaming else response.content
            )
            let_go(response)
            text = content.decode(errors="replace")
            headers = {k: v for k, v in response.headers.items() if k not in OF_THE_MOMENT}
            self.read(path, text, f"{headers} {response.headers.get('Location', '')}")
            if response.headers.get("Content-Type", "").startswith("text/html"):
                waiting += [step for step in self.steps(path, text) if step not in seen]

    def steps(self, path, text):
        """Where the page leads: on praat-mee, in search, and to every sifted or sorted list."""
        here = path.split("?")[0]
        for link in LINK.findall(text):
            link = link.replace("&amp;", "&")
            link = here + link if link.startswith("?") else link
            if link.startswith(
                (
                    "/praat-mee/",
                    "/beheer/discussions/",
                    "/beheer/participants/person/",
                    "/beheer/movement/outbox",
                    "/beheer/admin/",
                    "/zoeken/",
                )
            ):
                yield link

    def read(self, path, text, headers):
        text = OF_THE_REQUEST.sub("", text)
        found = [int(number) for number in POST.findall(text) if int(number) in self.posts]
        self.shown[path] = list(dict.fromkeys(found))
        of_path = [int(number) for number in POST.findall(path) if int(number) in self.posts]
        alone = set(of_path) or (set(found) if len(set(found)) == 1 else set())
        if len(alone) == 1:
            self.add(path, alone.pop(), f"{text} {headers}")
            return
        for block in BLOCK.split(text):
            inside = {int(number) for number in POST.findall(block)} & set(self.posts)
            if len(inside) == 1:
                self.add(path, inside.pop(), block)

    def add(self, path, number, text):
        # Short numbers are days, hours and rows; those of people are made long by the test.
        tokens = {token for token in TOKEN.findall(text) if not SHORT.fullmatch(token)}
        self.tokens[number_of_page(path)][number] |= tokens

    def ties(self):
        """(page, author, tokens) that all anonymous posts of an author share, and no other has."""
        found = []
        for page, tokens in self.tokens.items():
            for author in set(self.posts.values()):
                own = [tokens[n] for n, who in self.posts.items() if who == author and n in tokens]
                others = [
                    tokens[n] for n, who in self.posts.items() if who != author and n in tokens
                ]
                if len(own) > 1 and others:
                    shared = set.intersection(*own) - set().union(*others)
                    if shared:
                        found.append((page, author, sorted(shared)[:8]))
        for path, numbers in self.shown.items():
            authors = [self.posts[number] for number in numbers]
            if len(numbers) > 1 and len(set(authors)) == 1:
                found.append((path, authors[0], "the page shows the posts of one person only"))
            groups = [
                who for place, who in enumerate(authors) if place == 0 or authors[place - 1] != who
            ]
            if len(numbers) >= 6 and len(groups) == len(set(authors)):
                found.append((path, None, "the order puts the posts of a person together"))
        return found
