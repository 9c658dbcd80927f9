// Lights the line of the thing that is pointed at or focused; without it, each thing is a link
// to the same drawing with its own line lit.
class OutcomeLines extends HTMLElement {
  connectedCallback() {
    this.nodes = [...this.querySelectorAll("[data-node]")];
    this.paths = [...this.querySelectorAll("[data-from]")];
    this.first = new Set(this.nodes.filter((node) => node.matches(".diagram__node--lit")).map(nameOf));
    this.addEventListener("pointerover", (event) => this.follow(event));
    this.addEventListener("focusin", (event) => this.follow(event));
    this.addEventListener("pointerleave", () => this.light(this.first));
    this.addEventListener("focusout", () => this.light(this.first));
  }

  follow(event) {
    const node = event.target.closest("[data-node]");
    if (node) this.light(this.reach(nameOf(node)));
  }

  // Everything that leads to this thing and everything it leads to.
  reach(name) {
    const found = new Set([name]);
    for (const [from, to] of [["from", "to"], ["to", "from"]]) {
      const todo = [name];
      while (todo.length) {
        const here = todo.pop();
        for (const path of this.paths) {
          const next = path.dataset[to];
          if (path.dataset[from] !== here || found.has(next)) continue;
          found.add(next);
          todo.push(next);
        }
      }
    }
    return found;
  }

  light(names) {
    for (const node of this.nodes) {
      const lit = names.has(nameOf(node));
      node.classList.toggle("diagram__node--lit", lit);
      node.querySelector(".diagram__rail").classList.toggle("diagram__path--lit", lit);
    }
    for (const path of this.paths) {
      const lit = names.has(path.dataset.from) && names.has(path.dataset.to);
      path.classList.toggle("diagram__path--lit", lit);
      if (lit) path.parentNode.append(path);
    }
  }
}

const nameOf = (node) => node.dataset.node;
customElements.define("outcome-lines", OutcomeLines);
