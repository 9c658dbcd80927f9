/* Says below a text how easy it reads, while it is written (formula of Flesch-Douma, on the server). */
const WAIT = 1200;

class ReadingMeasure extends HTMLElement {
  connectedCallback() {
    if (this.textarea) return; // It was only moved.
    this.textarea = document.getElementById(this.dataset.of);
    this.form = this.closest("form");
    if (!this.textarea) return;
    this.setAttribute("role", "status");
    (this.textarea.closest(".editor") ?? this.textarea).after(this);
    this.textarea.addEventListener("input", () => {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(), WAIT);
    });
    this.ask();
  }

  async ask() {
    const body = new FormData();
    body.set("text", this.textarea.value);
    body.set("slug", this.form.elements.slug?.value ?? "");
    body.set("csrfmiddlewaretoken", this.form.elements.csrfmiddlewaretoken.value);
    try {
      const answer = await fetch(this.dataset.url, { method: "POST", body });
      if (answer.ok) this.tell(await answer.json());
    } catch {
      this.replaceChildren();
    }
  }

  tell({ score, long_sentences: long = [], hard_words: hard = [], dead_links: dead = [] }) {
    const lines = score === undefined ? [] : [this.dataset.easy.replace("{}", score)];
    if (long.length) lines.push(`${this.dataset.long}: ${long.map((s) => `“${s}”`).join(" · ")}`);
    if (hard.length) lines.push(`${this.dataset.hard}: ${hard.join(", ")}`);
    if (dead.length) lines.push(`${this.dataset.dead}: ${dead.join(", ")}`);
    this.replaceChildren(...lines.map((text) => Object.assign(document.createElement("p"), { textContent: text })));
  }
}

customElements.define("reading-measure", ReadingMeasure);
