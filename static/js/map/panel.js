// The list of organisations in one town. Escape or the button closes it and gives the focus back.
import { meet } from "./towns.js";
import { markName } from "./words.js";

export function makePanel(stage, settings, map) {
  const panel = make("div", "map__panel", { hidden: true });
  panel.setAttribute("role", "group");
  stage.append(panel);
  let opener = null;

  const close = ({ refocus = true } = {}) => {
    if (!opener) return;
    const { mark } = opener;
    mark.classList.remove("map__marker--chosen");
    panel.hidden = true;
    opener = null;
    if (refocus) mark.focus();
  };

  const open = async (place, mark, at) => {
    close({ refocus: false });
    await meet(place, settings);
    opener = { mark };
    mark.classList.add("map__marker--chosen");
    const name = markName([place], settings);
    panel.setAttribute("aria-label", name);
    panel.replaceChildren(head(name, settings, close), list(place.organisations));
    panel.hidden = false;
    map.panInside(at, { paddingTopLeft: [30, 60], paddingBottomRight: [30, panel.offsetHeight + 40] });
    panel.querySelector("a").focus({ preventScroll: true });
  };

  stage.addEventListener("keydown", (event) => {
    if (event.key === "Escape") close();
  });
  map.on("click zoomstart", () => close({ refocus: panel.contains(document.activeElement) }));
  return { open, close, remove: () => panel.remove() };
}

function head(name, settings, close) {
  const row = make("div", "map__head");
  const button = make("button", "map__close", { type: "button", textContent: settings.textClose });
  button.addEventListener("click", () => close());
  row.append(make("p", "map__title", { textContent: name }), button);
  return row;
}

function list(organisations) {
  const rows = make("ul", "map__list");
  rows.setAttribute("role", "list");
  rows.append(...organisations.map(({ name, path, kind }) => {
    const row = make("li", "map__item");
    row.append(make("a", "map__link", { href: path, textContent: name }));
    if (kind) row.append(" ", make("span", "map__kind", { textContent: kind }));
    return row;
  }));
  return rows;
}

function make(tag, className, properties = {}) {
  return Object.assign(document.createElement(tag), { className, ...properties });
}
