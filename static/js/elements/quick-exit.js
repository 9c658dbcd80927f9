// Leaves at once: covers the page, forgets what was typed, replaces the history entry, and
// leaves again when someone comes back with Back. Without script it is a plain link.
const MARK = "weg";
let leaving = false;

// No other script may ask "are you sure?" on the way out; this module is loaded first.
window.addEventListener("beforeunload", (event) => { if (leaving) event.stopImmediatePropagation(); });

class QuickExit extends HTMLElement {
  #shifts = [];

  connectedCallback() {
    this.link = this.querySelector("a");
    this.link.addEventListener("click", (event) => { event.preventDefault(); this.leave(); });
    window.addEventListener("keyup", (event) => this.#count(event), true);
    window.addEventListener("pageshow", (event) => this.#arrive(event.persisted));
  }

  #count(event) {
    const now = event.timeStamp;
    this.#shifts = event.key === "Shift" ? [...this.#shifts.filter((at) => now - at < 2000), now] : [];
    if (this.#shifts.length === 3) this.leave();
  }

  #arrive(restored) {
    const [visit] = performance.getEntriesByType("navigation");
    try {
      if (!restored && visit?.type !== "back_forward") sessionStorage.removeItem(MARK);
      else if (sessionStorage.getItem(MARK)) this.leave();
    } catch { /* storage is off */ }
  }

  leave() {
    leaving = true;
    const cover = document.createElement("div");
    cover.className = "exit__cover";
    for (const field of document.querySelectorAll("input:not([type=hidden]), textarea, select")) {
      field.autocomplete = "off";
      field.value = "";
    }
    document.title = " ";
    document.body.replaceChildren(cover);
    try { sessionStorage.clear(); sessionStorage.setItem(MARK, "1"); } catch { /* storage is off */ }
    location.replace(this.link.href);
  }
}

customElements.define("quick-exit", QuickExit);
