/* Keeps what an editor types, says who else is here, and measures how easy it reads. */
const EVERY = 10_000;
const LIGHT = 30_000;

class ArticleDesk extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.changed = false;
    this.form.addEventListener("input", () => { this.changed = true; });
    this.form.addEventListener("change", () => { this.changed = true; });
    this.form.addEventListener("submit", () => { this.gone = true; });
    this.timer = setInterval(() => this.keep(), EVERY);
    addEventListener("pagehide", () => this.keep(true));
    document.addEventListener("visibilitychange", () => document.hidden && this.keep(true));
  }

  disconnectedCallback() {
    clearInterval(this.timer);
  }

  async keep(leaving = false) {
    if (this.gone || (leaving && !this.changed)) return;
    const typed = new FormData(this.form);
    // An older draft that nobody decided about yet is never typed over.
    const waits = this.changed && this.dataset.waits;
    if (waits) this.say("[data-state]", waits);
    const wasChanged = this.changed && !waits;
    typed.set("_changed", wasChanged ? "1" : "0");
    if (wasChanged) this.changed = false;
    try {
      // A browser carries no more than 64 kB along when it leaves a page.
      const keepalive = leaving && [...typed.values()].join("").length < LIGHT;
      const answer = await fetch(this.dataset.url, { method: "POST", body: typed, keepalive });
      if (!answer.ok) throw new Error(answer.status);
      const { saved_at: at, others } = await answer.json();
      if (wasChanged) this.say("[data-state]", this.dataset.saved.replace("{}", at));
      this.say("[data-others-shown]", others.length ? this.dataset.others.replace("{}", others.join(", ")) : "");
    } catch {
      this.changed ||= wasChanged;
      if (wasChanged) this.say("[data-state]", this.dataset.away);
    }
  }

  say(where, text) {
    const place = this.querySelector(where);
    if (place.textContent !== text) place.textContent = text;
  }
}

customElements.define("article-desk", ArticleDesk);
