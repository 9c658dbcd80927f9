// Lines of a table, typed fast: sent in order, kept in the page while the connection is away.
// Without this the form simply posts. Every line has a key, so that none arrives twice.
const PAUSE = 2000;

class ResultEntry extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    this.list = this.closest("section").querySelector("ol");
    this.waiting = [];
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.add(this.form.elements.text);
    });
  }

  add(field) {
    const text = field.value.trim();
    if (!text) return;
    const item = document.createElement("li");
    item.className = "desk__waiting";
    item.textContent = `${text} …`;
    this.list.append(item);
    const body = new FormData(this.form);
    body.set("text", text);
    body.set("once", crypto.randomUUID ? crypto.randomUUID().replaceAll("-", "") : this.key());
    this.waiting.push({ body, item, text });
    field.value = "";
    field.focus();
    if (this.waiting.length === 1) this.send();
  }

  key() {
    return [...crypto.getRandomValues(new Uint8Array(16))].map((n) => n.toString(16).padStart(2, "0")).join("");
  }

  async send() {
    const next = this.waiting[0];
    if (!next) return;
    try {
      const answer = await fetch(location.pathname, { method: "POST", body: next.body, redirect: "manual" });
      if (answer.type !== "opaqueredirect" && !answer.ok) throw new Error(answer.status);
      next.item.className = "";
      next.item.textContent = next.text;
      this.waiting.shift();
      this.send();
    } catch {
      setTimeout(() => this.send(), PAUSE);
    }
  }
}

customElements.define("result-entry", ResultEntry);
