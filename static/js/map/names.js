// Names on the map, written only where they meet no marker and no other name.
// They are for the eye: the markers carry their own, and the list has everything.
const SIDES = ["right", "left", "below", "above"];
const LINE = 16;
const AIR = 4; // so that no name seems to belong to the ring behind it

// Measures before anything stands on the map, so that the page is laid out once and not twice.
export function keepNames(L, map) {
  let known = null;
  const pane = map.createPane("names");
  pane.classList.add("map__names", "leaflet-zoom-hide");
  pane.setAttribute("aria-hidden", "true");
  const measure = textMeasure(map.getContainer());
  const buttons = buttonsOf(map);
  const write = () => {
    const view = viewOf(map);
    const taken = [boxFrom(view, buttons)];
    placeMarks(map, taken, view, measure);
    pane.replaceChildren();
    for (const name of known ? candidates(known, map.getZoom()) : []) {
      const at = map.latLngToLayerPoint([name.lat, name.lon]);
      const width = measure(name.text) * name.size + 8;
      const box = boxAround(at.x, at.y, width, LINE);
      const dot = name.kind === "town" ? boxAround(at.x, at.y - 11, 8, 8) : null;
      if (!isWhole(box, view) || !isFree(box, taken) || (dot && !isFree(dot, taken))) continue;
      taken.push(box);
      const label = Object.assign(document.createElement("span"), { textContent: name.text });
      label.className = `map__name map__name--${name.kind}`;
      L.DomUtil.setPosition(label, at);
      pane.append(label);
    }
  };
  const start = () => {
    map.on("zoomend moveend", write);
    write();
  };
  return { start, know: (found) => { known = found; write(); } };
}

function candidates({ province_names, water_names, towns: inhabited }, zoom) {
  const wide = zoom < 9 ? province_names.map((row) => named("province", row, 0.875)) : [];
  const water = water_names.filter((row) => row[3] <= zoom).map((row) => named("water", row, 0.875));
  const towns = inhabited.filter((row) => row[3] <= zoom).map((row) => named("town", row, 0.8125));
  return [...water, ...towns.splice(0, zoom < 9 ? 8 : 0), ...wide, ...towns];
}

const named = (kind, [text, lat, lon], size) => ({ kind, text, lat, lon, size });

// Puts each marker's own name on the first free side, if any, and notes what the markers cover.
function placeMarks(map, taken, view, measure) {
  const marks = marksOf(map);
  for (const { at, wide, high } of marks) taken.push(boxAround(at.x, at.y, wide, high));
  for (const { element, at, wide, high } of marks) {
    const label = element.lastChild;
    const [aside, below] = [wide / 2 + 6, high / 2 + 6];
    const width = measure(label.dataset.text);
    if (!width) continue;
    const boxes = [
      boxAround(at.x + aside + width / 2, at.y, width, LINE),
      boxAround(at.x - aside - width / 2, at.y, width, LINE),
      boxAround(at.x, at.y + below + LINE / 2, width, LINE),
      boxAround(at.x, at.y - below - LINE / 2, width, LINE),
    ];
    const side = boxes.findIndex((box) => isFree(airy(box), taken) && isWhole(box, view));
    if (side >= 0) taken.push(boxes[side]);
    element.dataset.side = SIDES[side] ?? "none";
  }
}

// The visible part of the map; a name must not stick out of it.
function viewOf(map) {
  const corner = map.containerPointToLayerPoint([0, 0]);
  const size = map.getSize();
  return [corner.x + 2, corner.y + 2, corner.x + size.x - 2, corner.y + size.y - 2];
}

// No name goes below the buttons in the corner.
function buttonsOf(map) {
  const { offsetWidth, offsetHeight } = map.getContainer().querySelector(".leaflet-control-zoom");
  return [offsetWidth + 12, offsetHeight + 12];
}

const boxFrom = ([left, top], [width, height]) => [left, top, left + width, top + height];

const isWhole = (box, view) =>
  box[0] > view[0] && box[1] > view[1] && box[2] < view[2] && box[3] < view[3];

function marksOf(map) {
  const marks = [];
  map.eachLayer((layer) => {
    const element = layer.getElement?.();
    if (!element?.classList.contains("map__marker")) return;
    const { length: digits } = element.firstChild.dataset.text;
    const [wide, high] = digits ? [Math.max(28, 13 + 10 * digits), 28] : [20, 20];
    marks.push({ element, wide, high, at: map.latLngToLayerPoint(layer.getLatLng()) });
  });
  marks.sort((one, other) => one.at.y - other.at.y || one.at.x - other.at.x);
  inReadingOrder(marks);
  return marks;
}

// Tab goes from north to south. Nothing moves while the focus is among the markers.
function inReadingOrder(marks) {
  const pane = marks[0]?.element.parentNode;
  if (!pane || pane.contains(document.activeElement)) return;
  const isInOrder = marks.every(({ element }, at) => element === pane.children[at]);
  if (!isInOrder) pane.append(...marks.map((mark) => mark.element));
}

function textMeasure(container) {
  const context = document.createElement("canvas").getContext("2d");
  const { fontFamily, fontSize } = getComputedStyle(container);
  context.font = `600 ${fontSize} ${fontFamily}`;
  return (text) => text && context.measureText(text).width;
}

const airy = ([left, top, right, bottom]) => [left - AIR, top, right + AIR, bottom];

const boxAround = (x, y, width, height) =>
  [x - width / 2, y - height / 2, x + width / 2, y + height / 2];

const isFree = (box, taken) => !taken.some((other) =>
  box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]);
