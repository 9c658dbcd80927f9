// Lines of a table, typed fast: sent in order, and kept in this tab while the connection is away,
// also when the page is loaded anew. Each has a key, so that none arrives twice. What the server
// does not say it made is tried again. Without this the form posts.
const PAUSE = 2000;

class ResultEntry extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.field = this.form.elements.text;
    this.place = `regels-${this.form.elements.table.value}`;
    this.waiting = [];
    const kept = JSON.parse(sessionStorage.getItem(this.place) || "{}");
    this.field.value ||= kept.typed || "";
    for (const line of kept.lines || []) this.show(line);
    this.field.addEventListener("input", () => this.keep());
    this.form.addEventListener("submit", (event) => { event.preventDefault(); this.add(); });
    this.send();
  }

  add() {
    const text = this.field.value.trim();
    this.field.value = "";
    this.field.focus();
    if (!text) return;
    this.show({ text, once: [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("") });
    this.send();
  }

  show(line) {
    const item = Object.assign(document.createElement("li"), { className: "desk__waiting", textContent: `${line.text} …` });
    this.closest("section").querySelector("ol").append(item);
    this.waiting.push({ ...line, item });
    this.keep();
  }

  keep() {
    const lines = this.waiting.map(({ text, once }) => ({ text, once }));
    if (!lines.length && !this.field.value) sessionStorage.removeItem(this.place);
    else sessionStorage.setItem(this.place, JSON.stringify({ lines, typed: this.field.value }));
  }

  async send() {
    const [next] = this.waiting;
    if (!next || this.busy) return;
    this.busy = true;
    const body = new FormData(this.form);
    for (const name of ["text", "once"]) body.set(name, next[name]);
    try {
      const answer = await fetch(location.pathname, { method: "POST", body, redirect: "manual", headers: { Accept: "text/x-line" } });
      this.failing = answer.status !== 201;
      if (!this.failing) next.item.outerHTML = await answer.text();
    } catch { this.failing = true; }
    if (!this.failing) { this.waiting.shift(); this.keep(); }
    this.busy = false;
    this.querySelector("[role=status]").hidden = !this.failing;
    setTimeout(() => this.send(), this.failing ? PAUSE : 0);
  }
}
customElements.define("result-entry", ResultEntry);
