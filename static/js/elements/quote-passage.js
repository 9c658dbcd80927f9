// Words that are selected in a post go along with its link "reply", which says so then. Only how
// many signs stand before them goes into the address, never the words.
class QuotePassage extends HTMLElement {
  connectedCallback() {
    document.addEventListener("selectionchange", () => this.look());
    document.addEventListener("pointerdown", ({ target }) => {
      if (!this.link?.contains(target)) this.letGo();
    });
  }

  look() {
    const selection = getSelection();
    // A tap on the link lets go of the words before it is followed.
    if (selection.isCollapsed || !selection.rangeCount) return;
    const range = selection.getRangeAt(0);
    const around = range.commonAncestorContainer;
    const body = (around.closest ? around : around.parentElement).closest(".post__body");
    const link = this.contains(body) && body.closest(".post").querySelector("a[href*='?op=']");
    this.letGo();
    if (!link) return;
    const before = document.createRange();
    before.selectNodeContents(body);
    before.setEnd(range.startContainer, range.startOffset);
    const from = this.count(before);
    this.link = link;
    this.was = { href: link.href, word: link.firstChild.data };
    link.href += `&van=${from}&tot=${from + this.count(range)}`;
    link.firstChild.data = this.dataset.word;
  }

  letGo() {
    if (!this.link) return;
    this.link.href = this.was.href;
    this.link.firstChild.data = this.was.word;
    this.link = null;
  }

  count(range) {
    return [...range.toString()].filter((sign) => sign.trim()).length;
  }
}

customElements.define("quote-passage", QuotePassage);
