// Keeps what is typed on the server, some seconds after the last key; says when it is kept.
// Without script the button "keep it for later" does the same.
class KeptDraft extends HTMLElement {
  connectedCallback() {
    this.form = this.querySelector("form");
    if (!this.dataset.url || !this.form) return;
    this.form.addEventListener("input", () => this.later());
    this.form.addEventListener("submit", () => this.stop());
    addEventListener("pagehide", () => this.stop());
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), 3000);
  }

  stop() {
    clearTimeout(this.timer);
  }

  async keep() {
    const body = new FormData(this.form);
    try {
      await fetch(this.dataset.url, { method: "POST", body, credentials: "same-origin" });
    } catch { /* the next key tries again */ }
  }
}

customElements.define("kept-draft", KeptDraft);
