"""The drawing of all lines from experience to commitment: computed here, shown with classes only.

Pure: gives places to nodes and paths to edges. It knows nothing of what they stand for.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from textwrap import wrap

COLUMNS = 5
# How much wider than a row the things of a short column may stand apart.
MOST_AIR = 1.2
# Letters of a label on one line, per column.
LINES = (20, 31, 31, 26, 20)


@dataclass(frozen=True, slots=True)
class Node:
    """A thing in a column. `group` keeps things together and names them."""

    key: str
    column: int
    label: str
    title: str = ""
    href: str = ""
    is_done: bool = True
    group: str = ""


@dataclass(frozen=True, slots=True)
class Edge:
    """A link between things in neighbouring columns; dashed when only promised."""

    start: str
    end: str
    is_promised: bool = False


@dataclass(frozen=True, slots=True)
class Measures:
    """How large a drawing is: the left edges of the columns, the length of a rail, the rows."""

    lefts: tuple[int, ...]
    rails: tuple[int, ...]
    top: int
    row: int
    width: int
    group_gap: int = 0


WIDE = Measures((4, 214, 500, 786, 1030), (148, 226, 226, 184, 140), 92, 42, 1180, 34)
SMALL = Measures((26, 98, 170, 242, 314), (0, 0, 0, 0, 0), 54, 21, 350, 12)


@dataclass(frozen=True, slots=True)
class Place:
    """A node with its place."""

    node: Node
    x: int
    y: int
    rail: str
    length: int
    is_lit: bool

    @property
    def cx(self) -> int:
        """The middle of the stop."""
        return self.x + 4 if self.rail else self.x

    @property
    def text_x(self) -> int:
        """Where its words begin."""
        return self.x + 15

    @property
    def top(self) -> int:
        """The upper edge of the area in which it is pointed at."""
        return self.y - 28

    @property
    def words(self) -> list[tuple[int, str]]:
        """Its words on the rail: each line with its height."""
        lines = wrap(self.node.label, LINES[self.node.column])[:2]
        return [(self.y - 9 - 17 * (len(lines) - 1 - n), line) for n, line in enumerate(lines)]


@dataclass(frozen=True, slots=True)
class Path:
    """An edge with its curve."""

    edge: Edge
    curve: str
    is_lit: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything a template prints."""

    width: int
    height: int
    places: list[Place]
    paths: list[Path]
    groups: list[tuple[str, int, int]] = field(default_factory=list)


def draw(
    nodes: Sequence[Node], edges: Sequence[Edge], *, lit: Iterable[str], measures: Measures
) -> Drawing:
    """Give every node a place and every edge a curve; edges between lit nodes are lit."""
    lit = set(lit)
    columns = untangled(nodes, edges)
    slots = max(slots_of(column, measures) for column in columns)
    height = measures.top + slots
    places: dict[str, Place] = {}
    groups: list[tuple[str, int, int]] = []
    for number, column in enumerate(columns):
        step, y = spread(column, slots, measures)
        group = ""
        for node in column:
            if node.group != group:
                group = node.group
                y += measures.group_gap
                above = y - measures.row * 0.9 if measures.rails[number] else y
                groups.append((group, measures.lefts[number], round(above)))
            places[node.key] = placed(node, round(y), measures, node.key in lit)
            y += step
    ends = [edge for edge in edges if edge.start in places and edge.end in places]
    paths = [drawn(edge, places, measures, lit) for edge in ends]
    return Drawing(
        measures.width, height, list(places.values()), sorted(paths, key=is_lit_path), groups
    )


def spread(column: Sequence[Node], slots: int, measures: Measures) -> tuple[float, float]:
    """The step between things of a column, and where the first stands: in the middle, with air."""
    asked = slots_of(column, measures)
    air = (slots - asked) / max(1, len(column))
    step = measures.row + min(air, measures.row * MOST_AIR)
    used = asked + (step - measures.row) * max(0, len(column) - 1)
    return step, measures.top + max(0.0, (slots - used) / 2)


def is_lit_path(path: Path) -> bool:
    """Lit paths are drawn last, on top."""
    return path.is_lit


def slots_of(column: Sequence[Node], measures: Measures) -> int:
    """The height that a column asks."""
    groups = len({node.group for node in column if node.group})
    return len(column) * measures.row + groups * measures.group_gap


def placed(node: Node, y: int, measures: Measures, is_lit: bool) -> Place:
    """A node at its height, with the rail that carries its words."""
    x, length = measures.lefts[node.column], measures.rails[node.column]
    return Place(node, x, y, f"M{x} {y}H{x + length}" if length else "", length, is_lit)


def drawn(edge: Edge, places: dict[str, Place], measures: Measures, lit: set[str]) -> Path:
    """An edge as a curve that leaves and arrives level."""
    start, end = places[edge.start], places[edge.end]
    x = start.x + measures.rails[start.node.column]
    middle = (x + end.x) // 2
    curve = f"M{x} {start.y}C{middle} {start.y} {middle} {end.y} {end.x} {end.y}"
    return Path(edge, curve, edge.start in lit and edge.end in lit)


def untangled(nodes: Sequence[Node], edges: Sequence[Edge]) -> list[list[Node]]:
    """The columns in an order with few crossings: each thing near the middle of its neighbours.

    Things stay with their group, and groups keep their order.
    """
    columns = [[node for node in nodes if node.column == number] for number in range(COLUMNS)]
    before, after = defaultdict(list), defaultdict(list)
    for edge in edges:
        after[edge.start].append(edge.end)
        before[edge.end].append(edge.start)
    for sweep in range(6):
        neighbours = before if sweep % 2 == 0 else after
        numbers = range(1, COLUMNS) if sweep % 2 == 0 else range(COLUMNS - 2, -1, -1)
        for number in numbers:
            columns[number] = sorted_by_middle(columns, number, neighbours)
    return columns


def sorted_by_middle(
    columns: list[list[Node]], number: int, neighbours: dict[str, list[str]]
) -> list[Node]:
    """One column by the average height of each thing's neighbours; without any, it stays."""
    heights: dict[str, float] = {}
    for column in columns:
        for index, node in enumerate(column):
            heights[node.key] = (index + 0.5) / len(column)
    groups = list(dict.fromkeys(node.group for node in columns[number]))

    def height(node: Node) -> tuple[int, float]:
        around = [heights[key] for key in neighbours[node.key] if key in heights]
        own = heights[node.key]
        return groups.index(node.group), sum(around) / len(around) if around else own

    return sorted(columns[number], key=height)


def reach(key: str, edges: Sequence[Edge]) -> set[str]:
    """Everything that leads to this thing, everything it leads to, and itself."""
    found = {key}
    for forward in (True, False):
        edge_of = defaultdict(list)
        for edge in edges:
            start, end = (edge.start, edge.end) if forward else (edge.end, edge.start)
            edge_of[start].append(end)
        todo = [key]
        while todo:
            for nearby in edge_of[todo.pop()]:
                if nearby not in found:
                    found.add(nearby)
                    todo.append(nearby)
    return found
