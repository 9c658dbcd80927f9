"""Every building block of the site with its variants: the one list behind `/stijlgids/`.

The sources are templates; the page shows what they become, the tests render them all.
"""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from django import forms


@dataclass(frozen=True)
class Example:
    """One building block: its name, its CSS blocks, and sources that show each variant."""

    name: str
    blocks: str
    sources: tuple[str, ...]
    note: str = ""


class ExampleForm(forms.Form):
    """One field of each kind; bound with a mistake, to show where errors stand."""

    called = forms.CharField(
        label="Hoe noemen we je?", help_text="Het hoeft niet je echte naam te zijn."
    )
    email = forms.EmailField(label="E-mailadres", help_text="We sturen je alleen een bevestiging.")
    front = forms.ChoiceField(
        label="Waar gaat het over?",
        choices=[("start", "Starten en aanleren"), ("stop", "Stoppen en afleren")],
    )
    how = forms.ChoiceField(
        label="Hoe doe je mee?",
        choices=[("utrecht", "In Utrecht"), ("online", "Online")],
        widget=forms.RadioSelect,
    )
    needs = forms.CharField(
        label="Wat heb je nodig om mee te kunnen doen?",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    anonymous = forms.BooleanField(
        label="Plaats als Anoniem", help_text="Ook andere leden zien niet wie je bent."
    )


class ExamplePage:
    """A page in the middle of a long list."""

    number, num_pages = 6, 12


def context() -> dict[str, Any]:
    """What the sources ask for."""
    return {
        "form": ExampleForm({"called": "Wilg", "email": "naam@", "front": "stop"}, auto_id="vb_%s"),
        "page": ExamplePage(),
        "day": dt.date(2027, 1, 21),
        "crumbs": [
            ("Praat mee", "/praat-mee/"),
            ("Om hulp vragen", "/praat-mee/"),
            ("Gesprek", ""),
        ],
        "section": "styleguide",
    }


EXAMPLES: tuple[Example, ...] = (
    Example(
        "De lijn",
        "line",
        (
            '{% line variant="row" label="De tekens van de lijn" %}'
            '{% stop state="done" word="Gevuld" %}<p class="small">dit is gebeurd</p>{% endstop %}'
            '{% stop state="done" promised=True word="Daarna gestippeld" %}'
            '<p class="small">beloofd, nog niet gedaan</p>{% endstop %}'
            '{% stop promised=True word="Open" %}<p class="small">hier wachten we op</p>'
            "{% endstop %}"
            '{% stop state="ended" word="Dwarsstreep" %}'
            '<p class="small">hier stopt het, met een reden</p>{% endstop %}{% endline %}',
            '{% line variant="tight" %}{% stop state="done" %}<p>Rechtop, in een gesprek</p>'
            "{% endstop %}{% stop current=True %}<p>Elke halte kun je volgen</p>{% endstop %}"
            "{% endline %}",
        ),
        "Vol: gedaan. Open: gezegd. Gestippeld: beloofd. Streep: hier eindigt het, met een reden.",
    ),
    Example(
        "Knoppen",
        "button",
        (
            '<div class="cluster">{% button "Plaats je bericht" %}'
            '{% button "Bewaar voor later" variant="quiet" name="bewaar" value="1" %}'
            '{% button "Annuleer" variant="text" href="/" %}</div>',
            '<div class="cluster">{% button "Klein" variant="small" type="button" %}'
            '{% button "Zoeken" variant="quiet small" icon="search" href="/zoeken/" %}'
            '{% button "Melden" variant="text small" about="bericht van Wilg" type="button" %}'
            '{% button "Nu niet mogelijk" disabled=True %}</div>',
            '{% button "Over de hele breedte" variant="wide" href="/" %}',
        ),
        "Eén inktknop per formulier of kader; de rest is rustig of tekst.",
    ),
    Example(
        "Links",
        "more",
        (
            '<p class="measure">Een gewone link <a href="/">staat in de tekst</a> en is altijd '
            'onderstreept met de draad.</p>{% more "Een link verder" href="/" %}',
        ),
    ),
    Example(
        "Formulier",
        "field choice error-summary",
        (
            '<form class="stack stack--loose" action="/stijlgids/" novalidate>'
            "{% error_summary form focus=False %}"
            "{% for field in form %}{{ field.as_field_group }}{% endfor %}"
            '{% button "Meld je aan" type="button" %}</form>',
        ),
        "Label, uitleg en fout zijn aan het veld gekoppeld. Een fout is oker, nooit rood.",
    ),
    Example(
        "Zoeken",
        "search",
        (
            '<form class="search" role="search" action="/zoeken/"><div class="field">'
            '<label class="field__label" for="zoek">Zoek op deze website</label>'
            '<input class="field__control" id="zoek" name="q" type="search"></div>'
            '{% button "Zoek" %}</form>',
        ),
    ),
    Example(
        "Kaarten",
        "card",
        (
            '<div class="columns">{% card %}<div class="card__picture">'
            '{% picture "campfire" %}</div>'
            '<p class="card__meta">Kampvuurgesprekken</p><h3 class="card__title">'
            '<a class="card__link" href="/">Een kring waarin iedereen gelijk is</a></h3>'
            '<p class="card__text soft">Plat op het papier: geen kader, geen schaduw.</p>'
            "{% endcard %}"
            '{% card %}<div class="card__picture">{% picture "circle" %}</div>'
            '<p class="card__meta">Actiedagen</p><h3 class="card__title">'
            '<a class="card__link" href="/">Zeven mensen, één tafel</a></h3>'
            '<p class="card__reason">Omdat dit over dezelfde vraag gaat</p>{% endcard %}</div>',
            '{% card variant="boxed" %}<h3 class="card__title title-s">'
            '<a class="card__link" href="/">In een kader</a></h3>'
            '<p class="card__text small">Alleen als het los van de rest moet staan.</p>'
            "{% endcard %}",
            '{% card variant="large spread" %}<div class="card__picture">{% picture "cups" %}</div>'
            '<p class="card__meta">Wat als…</p><h3 class="card__title">'
            '<a class="card__link" href="/">'
            'Wat als we het echt anders doen?</a></h3><p class="card__text">Voor bovenaan een '
            "lijst."
            "</p>{% endcard %}",
        ),
    ),
    Example(
        "Tekeningen",
        "picture",
        (
            '<div class="columns columns--narrow">{% picture "cups" label="Twee kopjes koffie, '
            'verbonden door één draad" %}{% picture "campfire" %}{% picture "circle" %}'
            '{% picture "door" %}{% picture "talk" %}{% picture "neighbourhood" %}</div>',
        ),
        "Inkt op papier, en in elke tekening één draad.",
    ),
    Example(
        "Kaders",
        "panel",
        (
            '{% panel title="Gewoon kader" level=3 %}<p>Voor wat apart staat.</p>{% endpanel %}',
            '{% panel title="Stevig kader" level=3 variant="strong" id="stevig" %}'
            "<p>Voor een formulier.</p>{% endpanel %}",
            '{% panel title="Rustig vlak" level=3 variant="sunken" %}<p>Voor hulp erbij.</p>'
            "{% endpanel %}",
        ),
    ),
    Example(
        "Meldingen",
        "notice",
        (
            '{% notice title="Je leest een voorbeeld" %}<p>Deze berichten zijn verzonnen.</p>'
            "{% endnotice %}",
            '{% notice kind="care" title="Hieraan kan iemand je herkennen" %}'
            "<p>Er staat een naam in: <mark>juf Marjan</mark>.</p>"
            '<p class="notice__acts">{% button "Haal de naam weg" variant="small" type="button" %}'
            '{% button "Laat zo staan" variant="text" type="button" %}</p>{% endnotice %}',
            '{% notice kind="done" title="Je bericht staat erop" %}'
            "<p>Je kunt het altijd veranderen of weghalen.</p>{% endnotice %}",
        ),
    ),
    Example(
        "Labels",
        "tag badge reaction",
        (
            '<div class="cluster cluster--tight">'
            '{% tag "Rechten van kinderen en ouders" href="/" variant="theme" %}'
            '{% tag "hulp vragen" href="/" variant="touch" %}'
            '{% tag "gekozen" href="/" variant="touch chosen" %}</div>',
            '<div class="cluster cluster--tight">{% badge "Medewerker LOC" variant="role" %}'
            '{% badge "startte dit gesprek" %}{% badge "Komt eraan" variant="line" %}'
            '{% badge "wacht op een moderator" variant="care" %}'
            '{% badge "voorbeeld" variant="outline" %}</div>',
            '<div class="cluster cluster--tight" role="group" aria-label="Reacties">'
            '<button class="reaction" type="button" aria-pressed="true">Herkenbaar '
            '<span class="reaction__count">3</span></button>'
            '<button class="reaction" type="button" aria-pressed="false">Sterkte</button></div>',
        ),
        "Zeggen wat iets is. Nooit een rang.",
    ),
    Example(
        "Fronten",
        "front",
        (
            '<div class="columns columns--narrow"><div class="front">{% front_sign "start" %}'
            '<h3>Starten en aanleren</h3></div><div class="front">{% front_sign "stop" %}'
            '<h3>Stoppen en afleren</h3></div><div class="front">{% front_sign "turn_back" %}'
            "<h3>Terugdraaien en rechtzetten</h3></div></div>",
        ),
    ),
    Example(
        "Kruimelpad en bladeren",
        "breadcrumb pagination",
        ("{% breadcrumb crumbs %}", "{% pagination page %}"),
    ),
    Example(
        "Kiezen zonder tabbladen",
        "switch",
        (
            '<nav aria-label="Voorbeeld van een keuze"><div class="switch">'
            '<a class="switch__item" href="?versie=makkelijk">In het kort '
            '<span class="switch__note">1 minuut</span></a>'
            '<a class="switch__item" href="?" aria-current="true">Hele verhaal '
            '<span class="switch__note">6 minuten</span></a></div></nav>',
        ),
    ),
    Example(
        "Bladzijden van één plek",
        "subnav__list",
        (
            '<nav class="subnav" aria-label="Jouw account"><ul class="subnav__list">'
            '<li><a class="subnav__link" href="/account/" aria-current="page">Overzicht</a></li>'
            '<li><a class="subnav__link" href="/meldingen/">Meldingen</a></li>'
            '<li><a class="subnav__link" href="/account/">Jouw gegevens</a></li></ul></nav>',
        ),
    ),
    Example(
        "Vouwen",
        "fold",
        (
            '<div>{% fold summary="Wie leest wat ik schrijf?" note="1 minuut" %}'
            '<p class="small measure">Een besloten gesprek is alleen voor leden.</p>{% endfold %}'
            '{% fold summary="Kan ik mijn bericht weghalen?" open=True %}'
            '<p class="small measure">Ja, altijd. Je hoeft niet te zeggen waarom.</p>'
            "{% endfold %}</div>",
            '{% fold summary="Dit bericht gaat over: ruzie thuis." act="Toch lezen" '
            'variant="care" %}'
            "<p>De tekst van het bericht (voorbeeld).</p>{% endfold %}",
        ),
    ),
    Example(
        "Vraag vooraf",
        "dialog",
        (
            '{% dialog summary="Haal mijn bericht weg" title="Wil je dit bericht weghalen?" %}'
            '<p class="small">Je tekst is daarna weg.</p><div class="cluster">'
            '{% button "Ja, haal het weg" variant="small" type="button" %}</div>{% enddialog %}',
        ),
        "Opent op de plek zelf, ook zonder script.",
    ),
    Example(
        "Tabel",
        "table",
        (
            '<div class="table-scroll" role="region" aria-label="Tabel" tabindex="0">'
            '<table class="table"><caption class="table__caption">Aanmeldingen per tafel '
            "(voorbeeld)"
            '</caption><thead><tr><th scope="col">Tafel</th><th scope="col">In Utrecht</th>'
            '<th scope="col">Online</th></tr></thead><tbody><tr><th scope="row">Wanneer durf '
            "je wél?"
            '</th><td>12</td><td>8</td></tr><tr><th scope="row">Eerst uitzoeken</th><td>9</td>'
            "<td>minder dan 5</td></tr></tbody></table></div>",
        ),
    ),
    Example(
        "Feiten, dag en citaat",
        "facts date quote",
        (
            '<div class="day">{% datebox day %}<dl class="facts"><div class="facts__row">'
            "<dt>Waar</dt>"
            '<dd>Utrecht en online</dd></div><div class="facts__row"><dt>Kosten</dt><dd>Gratis</dd>'
            "</div></dl></div>",
            '{% quote source="Vraag van de actiedagen" %}Wat als ouders gewoon om hulp kunnen '
            "vragen?"
            "{% endquote %}",
            '{% quote variant="small" source="Wilg, in een gesprek" href="/praat-mee/" %}'
            "Toen durfde ik het te vertellen.{% endquote %}",
        ),
    ),
    Example(
        "Niets gevonden",
        "empty",
        (
            '{% empty title="Hier is nog niets" level=3 %}<p class="small measure">Nog '
            "niemand begon "
            "hier een gesprek. Jij mag de eerste zijn, ook zonder naam.</p>"
            '{% button "Begin een gesprek" href="/praat-mee/" variant="quiet" %}{% endempty %}',
        ),
    ),
    Example(
        "Tekens bij woorden",
        "icon",
        (
            '<ul class="cluster" role="list"><li>{% icon "calendar" %} dag</li><li>'
            '{% icon "place" %} '
            'plaats</li><li>{% icon "lock" %} besloten</li><li>{% icon "mail" %} mail</li>'
            '<li>{% icon "phone" %} bel</li><li>{% icon "print" %} print</li>'
            '<li>{% icon "download" %} bewaar</li><li>{% icon "feed" %} volg</li>'
            '<li>{% icon "person" %} lid</li><li>{% icon "check" %} klaar</li></ul>',
        ),
        "Nooit zonder woord.",
    ),
)
