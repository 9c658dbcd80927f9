// Buttons above a text: bold, italic, quote, list, link. Without script the help in words stays.
class TextTools extends HTMLElement {
  connectedCallback() {
    this.area = this.querySelector("textarea[name=body]");
    if (!this.area || this.bar) return;
    this.bar = this.querySelector("template").content.firstElementChild.cloneNode(true);
    this.buttons = [...this.bar.children];
    this.area.before(this.bar);
    this.bar.onclick = (event) => this.use(event.target.closest("button"));
    this.bar.onkeydown = (event) => this.walk(event);
    this.area.onkeydown = (event) => this.shortcut(event);
  }

  use(button) {
    if (button?.dataset.around) this.around(...button.dataset.around.split(" "));
    if (button?.dataset.before) this.before(`${button.dataset.before} `);
  }

  around(open, close) {
    const { value, selectionStart: start, selectionEnd: end } = this.area;
    const [, lead, text, trail] = value.slice(start, end).match(/^(\s*)([^]*?)(\s*)$/);
    this.put(start, end, lead + open + text + close + trail);
    const [skip, length] = text && close.length > 2 ? [text.length + 2, 8] : [0, text.length];
    const from = start + lead.length + open.length + skip;
    this.area.setSelectionRange(from, from + length);
  }

  before(mark) {
    const { value, selectionStart, selectionEnd } = this.area;
    const start = value.slice(0, selectionStart).lastIndexOf("\n") + 1;
    const end = selectionEnd + `${value.slice(selectionEnd)}\n`.indexOf("\n");
    const lines = value.slice(start, end).split("\n");
    const isOn = lines.every((line) => line.startsWith(mark));
    this.put(start, end, lines.map((line) => isOn ? line.slice(mark.length) : mark + line).join("\n"));
  }

  put(start, end, text) {
    this.area.focus();
    this.area.setSelectionRange(start, end); // Then as the browser types: Ctrl+Z takes it back.
    if (!document.execCommand("insertText", false, text)) this.area.setRangeText(text, start, end, "end");
  }

  walk({ key, target }) {
    if (!["ArrowRight", "ArrowLeft"].includes(key)) return;
    const step = key === "ArrowRight" ? 1 : -1;
    const next = this.buttons.at((this.buttons.indexOf(target) + step) % this.buttons.length);
    for (const button of this.buttons) button.tabIndex = button === next ? 0 : -1;
    next.focus();
  }

  shortcut(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const keys = `Control+${event.key.toUpperCase()}`;
    const button = this.buttons.find((one) => one.getAttribute("aria-keyshortcuts") === keys);
    if (button) event.preventDefault();
    this.use(button);
  }
}

customElements.define("text-tools", TextTools);
