"""The pages that the browser looks at: one for each template, and for each way it can look."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Seen:
    """A page of the demo site. `follow` is the link to click on `path` to get there.

    A name in braces is a thing of `demo_things`: a number, or the path of a personal link.
    """

    name: str
    path: str
    account: str | None = None
    follow: str = ""
    status: int = 200

    def __str__(self):
        return f"{self.name}-{self.account}" if self.account else self.name


DAY = "/actiedagen/wat-als-iedereen-om-hulp-kan-vragen/"
TOPIC = "main a[href*='/praat-mee/gesprek/']"

VISITOR = [
    Seen("home", "/"),
    Seen("articles", "/nieuws/"),
    Seen("articles-filtered", "/nieuws/?jaar=2023&q=kind"),
    Seen("articles-nothing", "/nieuws/?q=bestaatniet"),
    Seen("article", "/nieuws/wat-als-we-het-echt-anders-doen/"),
    Seen("article-easy", "/nieuws/alternatieven-lab-ulft/?versie=makkelijk"),
    Seen("article-series", "/nieuws/reeks/van-analyse-naar-actie/"),
    Seen("year", "/nieuws/jaar/2023/"),
    Seen("theme", "/thema/wat-als/"),
    Seen("keyword", "/nieuws/alternatieven-lab-ulft/", follow="a[href^='/trefwoord/']"),
    Seen("participants", "/deelnemers/"),
    Seen("growth", "/deelnemers/groei/"),
    Seen("join", "/deelnemers/meedoen/"),
    Seen("joined", "/deelnemers/meedoen/gelukt/"),
    Seen("participants-filtered", "/deelnemers/?soort=certified"),
    Seen("organisation", "/deelnemers/jarabee/"),
    Seen("organisation-example", "/deelnemers/voorbeeldorganisatie-a/"),
    Seen("days", "/actiedagen/"),
    Seen("day-ahead", DAY),
    Seen("day-past", "/actiedagen/alternatieven-lab-ulft/"),
    Seen("month", "/actiedagen/maand/2026/11/"),
    Seen("day-series", "/actiedagen/reeks/aan-de-slag/"),
    Seen("register", f"{DAY}aanmelden/"),
    Seen("registered", f"{DAY}aanmelden/gelukt/"),
    Seen("lab", "/actiedagen/lab-aanvragen/"),
    Seen("lab-asked", "/actiedagen/lab-aanvragen/gelukt/"),
    Seen("boards", "/praat-mee/"),
    Seen("board", "/praat-mee/", follow="main a[href^='/praat-mee/']:not([href*='gesprek'])"),
    Seen("topic", "/praat-mee/", follow=TOPIC),
    Seen("report", "/praat-mee/bijdrage/{own_post}/melden/"),
    Seen("figures", "/praat-mee/cijfers/"),
    Seen("outcomes", "/opbrengst/"),
    Seen("cause", "/opbrengst/oorzaak/angst-om-hulp-te-vragen/"),
    Seen("direction", "/opbrengst/richting/iedereen-mag-hulp-vragen/"),
    Seen("action", "/opbrengst/actie/kampvuurgesprekken/"),
    Seen("statements", "/opbrengst/uitspraken/"),
    Seen("statement", "/opbrengst/uitspraken/zes-punten-2021/"),
    Seen("what-ifs", "/opbrengst/wat-als/"),
    Seen("pages", "/over/"),
    Seen("page", "/over/veilig-gebruiken/"),
    Seen("house-rules", "/over/huisregels/"),
    Seen("search", "/zoeken/"),
    Seen("search-found", "/zoeken/?q=hulp"),
    Seen("newsletter", "/nieuwsbrief/"),
    Seen("sign-in", "/account/login/"),
    Seen("sign-up", "/account/signup/"),
    Seen("reset", "/account/password/reset/"),
    Seen("reset-done", "/account/password/reset/done/"),
    Seen("mail-sent", "/account/confirm-email/"),
    Seen("account-inactive", "/account/inactive/"),
    Seen("paper-code", "/praat-mee/code/"),
    Seen("paper", "{paper}"),
    Seen("report-open", "{open_report}"),
    Seen("report-decided", "{decided_report}"),
    Seen("mail-stop", "{mail_stop}"),
    Seen("own-registration", "{registration}"),
    Seen("day-mail-stop", "{day_mail_stop}"),
    Seen("organisation-proposal", "{organisation}"),
    Seen("join-request", "{join}"),
    Seen("article-preview", "{preview}"),
    Seen("link-gone", "/persoonlijk/verzonnen/", status=404),
    Seen("not-found", "/bestaat-niet/", status=404),
]

MEMBER = [
    Seen("home", "/", "lid"),
    Seen("article", "/nieuws/wat-als-we-het-echt-anders-doen/", "lid"),
    Seen("register", f"{DAY}aanmelden/", "lid"),
    Seen("boards", "/praat-mee/", "lid"),
    Seen("board", "/praat-mee/", "lid", "main a[href^='/praat-mee/']:not([href*='gesprek'])"),
    Seen("topic", "/praat-mee/", "lid", TOPIC),
    Seen("start", "/praat-mee/nieuw/", "lid"),
    Seen("own-posts", "/praat-mee/mijn/", "lid"),
    Seen("reply", "/praat-mee/gesprek/{topic}/reageer/", "lid"),
    Seen("edit", "/praat-mee/bijdrage/{own_post}/veranderen/", "lid"),
    Seen("withdraw", "/praat-mee/bijdrage/{own_post}/weghalen/", "lid"),
    Seen("waiting", "/praat-mee/gesprek/{waiting_topic}/", "nieuw"),
    Seen("decision", "/praat-mee/besluit/{decision}/", "lid"),
    Seen("decision-objected", "/praat-mee/besluit/{objected}/", "lid"),
    Seen("own-days", "/actiedagen/aanmeldingen/", "lid"),
    Seen("notifications", "/meldingen/", "lid"),
    Seen("account", "/account/", "lid"),
    Seen("name", "/account/naam/", "lid"),
    Seen("own-data", "/account/gegevens/", "lid"),
    Seen("erasure", "/account/verwijderen/", "lid"),
    Seen("email", "/account/email/", "lid"),
    Seen("password", "/account/password/change/", "lid"),
    Seen("sessions", "/account/sessions/", "lid"),
    Seen("second-factor", "/account/2fa/", "lid"),
    Seen("second-factor-app", "/account/2fa/totp/activate/", "lid"),
    Seen("own-passkeys", "/account/2fa/webauthn/", "lid"),
    Seen("once-more", "/account/reauthenticate/", "lid"),
    Seen("passkeys", "/account/2fa/webauthn/add/", "lid"),
    Seen("second-factor-on", "/account/2fa/", "zeker"),
    Seen("second-factor-off", "/account/2fa/totp/deactivate/", "zeker"),
    Seen("spare-codes", "/account/2fa/recovery-codes/", "zeker"),
    Seen("spare-codes-new", "/account/2fa/recovery-codes/generate/", "zeker"),
    Seen("second-factor-again", "/account/2fa/reauthenticate/", "weer"),
    Seen("sign-out", "/account/logout/", "lid"),
]

MODERATOR = [
    Seen("topic", "/praat-mee/gesprek/{topic}/", "moderator"),
    Seen("lead", "/praat-mee/gesprek/{topic}/leiden/", "moderator"),
    Seen("lead-campfire", "/praat-mee/gesprek/{campfire}/leiden/", "moderator"),
    Seen("moderate", "/praat-mee/bijdrage/{own_post}/modereren/", "moderator"),
    Seen("moderate-waiting", "/praat-mee/bijdrage/{waiting_post}/modereren/", "moderator"),
    Seen("link", "/praat-mee/bijdrage/{own_post}/koppelen/", "moderator"),
    Seen("queue", "/beheer/discussions/queueitem/", "moderator"),
    Seen("handbook", "/beheer/discussions/queueitem/handboek/", "moderator"),
    Seen("judge", "/beheer/discussions/post/{waiting_post}/change/", "moderator"),
    Seen("appeal", "/beheer/discussions/appeal/{appeal}/change/", "moderator2"),
    Seen("days-off", "/beheer/movement/closure/add/", "moderator"),
    Seen("paper-new", "/beheer/discussions/papercontribution/add/", "moderator"),
]

STAFF = [
    Seen("today", "/beheer/", "beheerder"),
    Seen("admin-articles", "/beheer/articles/article/", "beheerder"),
    Seen("admin-article", "/beheer/articles/article/", "beheerder", "#result_list th a"),
    Seen("admin-article-new", "/beheer/articles/article/add/", "beheerder"),
    Seen("admin-organisations", "/beheer/participants/organisation/", "beheerder"),
    Seen("admin-organisation", "/beheer/participants/organisation/", "beheerder",
         "#result_list th a"),
    Seen("admin-days", "/beheer/actiondays/actionday/", "beheerder"),
    Seen("admin-day", "/beheer/actiondays/actionday/", "beheerder", "#result_list th a"),
    Seen("admin-cause", "/beheer/movement/cause/", "beheerder", "#result_list th a"),
    Seen("admin-people", "/beheer/participants/person/", "beheerder"),
    Seen("admin-person", "/beheer/participants/person/", "beheerder", "#result_list th a"),
    Seen("admin-site", "/beheer/movement/sitesettings/", "beheerder"),
    Seen("admin-page", "/beheer/movement/page/", "beheerder", "#result_list th a"),
    Seen("guide", "/stijlgids/", "beheerder"),
]  # fmt: skip

EVERY = [*VISITOR, *MEMBER, *MODERATOR, *STAFF]
