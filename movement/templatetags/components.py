"""The building blocks of every page. Loaded in all templates; `/stijlgids/` shows each one.

With a body:
  {% panel title="" level=2 variant="" id="" %}…{% endpanel %}          sunken strong care
  {% notice kind="info" title="" level=3 id="" %}…{% endnotice %}       info care done
  {% fold summary="" note="" act="" open=False variant="" id="" %}…{% endfold %}      care
  {% dialog summary="" title="" level=3 variant="quiet" %}…{% enddialog %}   as of button
  {% card variant="" id="" %}…{% endcard %}                             boxed large spread
  {% line variant="" label="" %}…{% endline %}                          row tight joins onward
                                                                        on-surface on-sunken
  {% stop state="open" promised=False word="" id="" current=False %}…{% endstop %}
  {% quote source="" href="" variant="" %}…{% endquote %}               small
  {% empty title="" level=2 %}…{% endempty %}
Without:
  {% button text href="" variant="" type="submit" name="" value="" icon="" about="" id=""
            form="" disabled=False %}                                   quiet small text wide
  {% badge text variant="" %}                                           role care line outline
  {% tag text href="" variant="" %}                                     theme chosen touch
  {% datebox date %}      {% more text href="" %}      {% icon name %}  {% front_sign front %}
  {% picture name label="" %}                cups campfire circle door talk neighbourhood
  {% breadcrumb pairs %}  or  {% breadcrumb label url label url … %}    url "" is this page
  {% pagination page anchor="" label="" %}
  {% error_summary form focus=True %}
  {% frame "layout/_footer.html" name="" %}   include, remembered: only for what is the same for
                                              everybody, or for all who bear this pseudonym
  {% asset "css/site.css" %}   like static, but never an error (for error pages)

Variants may be combined ("quiet small"). A property that does not exist fails when the template
is compiled, a variant that does not exist raises ValueError.
"""

import datetime as dt
from collections.abc import Iterable

from django import template
from django.forms import BaseForm
from django.forms.widgets import ChoiceWidget, Select
from django.http import QueryDict
from django.template import Context
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from movement.drawings import FRONTS, ICONS, KNOT, drawing
from movement.framing import asset, frame
from movement.markup import NONE, Text, attribute, classes, heading
from movement.paging import page_links

register = template.Library()


BUTTONS = frozenset({"quiet", "small", "text", "wide"})
LINES = frozenset({"row", "tight", "joins", "onward", "on-surface", "on-sunken"})

# With a body --------------------------------------------------------------------------------


@register.simple_block_tag
def panel(
    content: str, *, title: Text = "", level: int = 2, variant: str = "", id: str = ""
) -> SafeString:
    """What stands apart from the page. With an id it is a named region."""
    heading_id = f"{id}-titel" if id and title else ""
    return format_html(
        '<section class="{} stack"{}{}>{}{}</section>',
        classes("panel", variant, frozenset({"sunken", "strong", "care"})),
        attribute("id", id),
        attribute("aria-labelledby", heading_id),
        heading(title, level=level, css="panel__title", id=heading_id),
        content,
    )


@register.simple_block_tag
def notice(
    content: str, *, kind: str = "info", title: Text = "", level: int = 3, id: str = ""
) -> SafeString:
    """Something to know (info), to take care of (care), or that went well (done)."""
    css = classes("notice", "" if kind == "info" else kind, frozenset({"care", "done"}))
    return format_html(
        '<div class="{}"{}{}>{}{}<div class="notice__body stack stack--tight">{}</div></div>',
        css,
        attribute("id", id),
        attribute("role", "status" if kind == "done" else ""),
        drawing(ICONS[kind], css="notice__icon"),
        heading(title, level=level, css="notice__title"),
        content,
    )


@register.simple_block_tag
def fold(
    content: str,
    *,
    summary: Text = "",
    note: Text = "",
    act: Text = "",
    open: bool = False,
    variant: str = "",
    id: str = "",
) -> SafeString:
    """A part that opens in place. `act` says what opening does ("Toch lezen")."""
    if not summary:
        raise ValueError("a fold needs a summary")
    return format_html(
        '<details class="{}"{}{}><summary class="fold__summary"><span>{}</span>{}{}</summary>'
        '<div class="fold__body">{}</div></details>',
        classes("fold", variant, frozenset({"care", "plain"})),
        attribute("id", id),
        attribute("open", open),
        summary,
        format_html(' <span class="fold__note">{}</span>', note) if note else NONE,
        format_html(' <span class="fold__act">{}</span>', act) if act else NONE,
        content,
    )


@register.simple_block_tag
def dialog(
    content: str, *, summary: Text = "", title: Text = "", level: int = 3, variant: str = "quiet"
) -> SafeString:
    """A question before an act that matters; opens in place, also without script."""
    return format_html(
        '<details class="dialog"><summary class="{}">{}</summary>'
        '<div class="dialog__box">{}{}</div></details>',
        classes("button", variant, BUTTONS),
        summary,
        heading(title, level=level, css="dialog__title"),
        content,
    )


@register.simple_block_tag
def card(content: str, *, variant: str = "", id: str = "") -> SafeString:
    """One thing in a list; put a `card__title` with a `card__link` in it."""
    return format_html(
        '<article class="{}"{}>{}</article>',
        classes("card", variant, frozenset({"boxed", "large", "spread"})),
        attribute("id", id),
        content,
    )


@register.simple_block_tag
def line(content: str, *, variant: str = "", label: Text = "") -> SafeString:
    """The thread: stops in the order in which things happened."""
    return format_html(
        '<ol class="{}" role="list"{}>{}</ol>',
        classes("line", variant, LINES),
        attribute("aria-label", label),
        content,
    )


@register.simple_block_tag
def stop(
    content: str,
    *,
    state: str = "open",
    promised: bool = False,
    word: Text = "",
    id: str = "",
    current: bool = False,
) -> SafeString:
    """A stop on a line: done, open, or ended here with a reason. Say the state in words too."""
    variant = f"{state} promised" if promised else state
    return format_html(
        '<li class="{}"{}{}>{}{}</li>',
        classes("line__stop", variant, frozenset({"done", "open", "ended", "promised"})),
        attribute("id", id),
        attribute("aria-current", "step" if current else ""),
        format_html('<span class="line__word">{}</span> ', word) if word else NONE,
        content,
    )


@register.simple_block_tag
def quote(content: str, *, source: Text = "", href: str = "", variant: str = "") -> SafeString:
    """Words of somebody else, with where they come from."""
    origin = format_html('<a href="{}">{}</a>', href, source) if href else source
    return format_html(
        '<figure class="{}"><blockquote class="quote__text">{}</blockquote>{}</figure>',
        classes("quote", variant, frozenset({"small"})),
        content,
        format_html('<figcaption class="quote__source">{}</figcaption>', origin)
        if source
        else NONE,
    )


@register.simple_block_tag
def empty(content: str, *, title: Text = "", level: int = 2) -> SafeString:
    """Nothing here yet: says so kindly, and what you can do."""
    return format_html(
        '<div class="empty">{}{}{}</div>',
        KNOT,
        heading(title, level=level, css="empty__title"),
        content,
    )


# Without a body -----------------------------------------------------------------------------


@register.simple_tag
def button(
    text: Text,
    *,
    href: str = "",
    variant: str = "",
    type: str = "submit",
    name: str = "",
    value: object = "",
    icon: str = "",
    about: Text = "",
    id: str = "",
    form: str = "",
    disabled: bool = False,
) -> SafeString:
    """A button, or with `href` a link that looks like one. `about` is heard, not seen."""
    css = classes("button", variant, BUTTONS)
    inner = format_html(
        "{}{}{}",
        drawing(ICONS[icon], css="button__icon") if icon else NONE,
        text,
        format_html('<span class="unseen">: {}</span>', about) if about else NONE,
    )
    if href:
        return format_html(
            '<a class="{}" href="{}"{}>{}</a>', css, href, attribute("id", id), inner
        )
    if type not in ("submit", "button", "reset"):
        raise ValueError(f"a button has no type {type!r}")
    return format_html(
        '<button class="{}" type="{}"{}{}{}{}{}>{}</button>',
        css,
        type,
        attribute("name", name),
        attribute("value", str(value)),
        attribute("id", id),
        attribute("form", form),
        attribute("disabled", bool(disabled)),
        inner,
    )


@register.simple_tag
def badge(text: Text, *, variant: str = "") -> SafeString:
    """Says what something or somebody is. Never a rank."""
    css = classes("badge", variant, frozenset({"role", "care", "line", "outline"}))
    return format_html('<span class="{}">{}</span>', css, text)


@register.simple_tag
def tag(text: Text, *, href: str = "", variant: str = "") -> SafeString:
    """A theme or keyword; chosen when it is the filter in use."""
    css = classes("tag", variant, frozenset({"theme", "chosen", "touch"}))
    current = attribute("aria-current", "true" if "tag--chosen" in css else "")
    if href:
        return format_html('<a class="{}" href="{}"{}>{}</a>', css, href, current, text)
    return format_html('<span class="{}">{}</span>', css, text)


@register.simple_tag
def datebox(date: dt.date) -> SafeString:
    """A day as on a paper calendar."""
    day = timezone.localtime(date).date() if isinstance(date, dt.datetime) else date
    return format_html(
        '<time class="date" datetime="{}"><span>{}</span> <span class="date__day">{}</span> '
        '<span class="date__month">{}</span> <span class="date__year">{}</span></time>',
        day.isoformat(),
        date_format(day, "l"),
        day.day,
        date_format(day, "F"),
        day.year,
    )


@register.simple_tag
def more(text: Text, *, href: str = "") -> SafeString:
    """A link onward."""
    return format_html('<a class="more" href="{}">{}</a>', href, text)


@register.simple_tag
def icon(name: str) -> SafeString:
    """A drawing beside words. KeyError for a name that is not drawn."""
    return drawing(ICONS[name], css="icon")


@register.simple_tag
def picture(name: str, *, label: Text = "") -> SafeString:
    """A drawing of the house: cups, campfire, circle, door, talk, neighbourhood.

    Without a label it is decoration and not read aloud.
    """
    return format_html(
        '<svg class="picture" viewBox="0 0 640 360"{}>{}</svg>',
        format_html(' role="img" aria-label="{}"', label)
        if label
        else attribute("aria-hidden", "true"),
        mark_safe(render_to_string(f"components/pictures/{name}.html")),
    )


@register.simple_tag
def front_sign(front: object) -> SafeString:
    """The sign of a front: begin, stop, turn back."""
    name = str(getattr(front, "value", front)).lower().replace("-", "_")
    if name not in FRONTS:
        raise ValueError(f"no front {front!r}, only {sorted(FRONTS)}")
    return drawing(FRONTS[name], css="front__sign", box="0 -3 96 46")


@register.simple_tag
def breadcrumb(*steps: object) -> SafeString:
    """The way back up: pairs of label and address, the address of this page empty."""
    if len(steps) == 1:
        pairs: Iterable[tuple[object, object]] = list(steps[0])  # type: ignore[call-overload]
    else:
        pairs = list(zip(steps[::2], steps[1::2], strict=True))
    items = format_html_join(
        "",
        '<li class="breadcrumb__item">{}</li>',
        (
            (
                format_html('<a class="breadcrumb__link" href="{}">{}</a>', href, label)
                if href
                else format_html('<span aria-current="page">{}</span>', label),
            )
            for label, href in pairs
        ),
    )
    return format_html(
        '<nav class="breadcrumb" aria-label="{}"><ol class="breadcrumb__list">{}</ol></nav>',
        _("Breadcrumbs"),
        items,
    )


@register.simple_tag(takes_context=True)
def pagination(context: Context, page: object, *, anchor: str = "", label: Text = "") -> SafeString:
    """Links to the pages of a list, keeping the other parameters; nothing when there is one.

    `page` is a page of Django's paginator, or anything with number and num_pages.
    """
    number = int(page.number)  # type: ignore[attr-defined]
    last = getattr(page, "num_pages", None) or page.paginator.num_pages  # type: ignore[attr-defined]
    if last <= 1:
        return NONE
    request = context.get("request")
    links = page_links(
        number, last, parameters=request.GET if request else QueryDict(), anchor=anchor
    )
    return mark_safe(
        render_to_string("components/pagination.html", {"label": label or _("Pages"), **links})
    )


@register.simple_tag
def error_summary(form: BaseForm, *, focus: bool = True) -> SafeString:
    """What has to be mended, on top, each with a link to its field. Nothing when all is well.

    The page opens there, so that it is read first; `focus` off where it is not the page's form.
    """
    if not form.is_bound or not form.errors:
        return NONE
    mistakes: list[tuple[str, object]] = [("", text) for text in form.non_field_errors()]
    for bound in [*form.visible_fields(), *form.hidden_fields()]:
        widget = bound.field.widget
        choice = isinstance(widget, ChoiceWidget) and not isinstance(widget, Select)
        target = f"{bound.auto_id}_0" if choice else bound.id_for_label or bound.auto_id
        target = "" if bound.is_hidden else target
        # A label that is a question ends by itself: “How do we call you? Fill this in.”
        name = str(bound.label)
        name = name if name.endswith(("?", ".", ":")) else f"{name}:"
        mistakes += [(target, f"{name} {text}") for text in bound.errors]
    return mark_safe(
        render_to_string("components/error_summary.html", {"mistakes": mistakes, "focus": focus})
    )


@register.filter
def notice_kind(level: str) -> str:
    """The kind of notice for a message of Django's: what went wrong asks care."""
    return {"success": "done", "warning": "care", "error": "care"}.get(level, "info")


register.simple_tag(frame, takes_context=True)
register.simple_tag(asset)
