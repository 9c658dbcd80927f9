// One marker for each town, gathered into clusters; each can be reached with Tab and has a name.
// What is written at it is drawn by the style sheet, so that the name is said once, and whole.
import { gather } from "./clusters.js";
import { markName, shortName, total } from "./words.js";

const SIZE = 34;
const CROWD = 100; // towns; from here on only those in sight are drawn, and clusters are wider
const NEAR = 12; // the zoom at which nothing is gathered any more

export function showMarkers(L, map, places, settings, panel) {
  const Mark = markIcon(L, settings);
  const isCrowd = places.length > CROWD;
  for (const place of places) Object.assign(place, map.project(place.at, 0));
  const clusters = new Map();
  const clustersAt = (zoom) => {
    const distance = zoom < NEAR ? (isCrowd ? 2 * SIZE : SIZE) / map.getZoomScale(zoom, 0) : 0;
    if (!clusters.has(zoom)) clusters.set(zoom, gather(places, distance));
    return clusters.get(zoom);
  };
  const group = L.featureGroup().addTo(map);
  const draw = (held) => {
    const marker = L.marker(held[0].at, { icon: new Mark({ held }), riseOnHover: true });
    return Object.assign(marker, { held }).addTo(group);
  };
  const shown = new Map();
  const update = () => {
    const view = map.getBounds().pad(0.25);
    const wanted = clustersAt(map.getZoom())
      .filter(([{ at }]) => !isCrowd || view.contains(at))
      .sort(([one], [other]) => one.y - other.y || one.x - other.x);
    const keys = new Set(wanted.map(keyOf));
    for (const held of wanted) if (!shown.has(keyOf(held))) shown.set(keyOf(held), draw(held));
    for (const [key, marker] of shown) {
      if (keys.has(key) || isNeeded(marker, shown, keys)) continue;
      shown.delete(key);
      marker.remove();
    }
  };
  const act = ({ layer }) => {
    if (layer.held.length > 1) enter(L, map, layer.held);
    else panel.open(layer.held[0], layer.getElement(), layer.getLatLng());
  };
  map.on("zoomend moveend", update);
  group.on("click", act).on("keydown", (event) => {
    if (!["Enter", " "].includes(event.originalEvent.key)) return;
    event.originalEvent.preventDefault();
    act(event);
  });
  update();
}

// A town keeps its marker at each zoom; a cluster is another one at another zoom.
const keyOf = (held) => (held.length > 1 ? held : held[0]);

// The focus goes from a cluster that opens to a town in it; what nobody takes over stays.
function isNeeded(marker, shown, keys) {
  const mark = marker.getElement();
  if (mark.classList.contains("map__marker--chosen")) return true;
  if (mark !== document.activeElement) return false;
  const heir = [...shown].find(([key, { held }]) => keys.has(key) && held.includes(marker.held[0]));
  heir?.[1].getElement().focus({ preventScroll: true });
  return !heir;
}

function enter(L, map, held) {
  const bounds = L.latLngBounds(held.map(({ at }) => at));
  const fits = map.getBoundsZoom(bounds, false, L.point(80, 120));
  map.setView(bounds.getCenter(), Math.min(NEAR, Math.max(fits, map.getZoom() + 1)));
}

function markIcon(L, settings) {
  return L.DivIcon.extend({
    options: { className: "map__marker", iconSize: [SIZE, SIZE], html: "" },
    createIcon(old) {
      const mark = L.DivIcon.prototype.createIcon.call(this, old);
      const { held } = this.options;
      const count = total(held);
      const part = (className, text) => {
        const span = Object.assign(document.createElement("span"), { className });
        span.dataset.text = text;
        return span;
      };
      mark.classList.toggle("map__marker--many", count > 1);
      mark.style.setProperty("--digits", String(count).length);
      mark.setAttribute("aria-label", markName(held, settings));
      mark.replaceChildren(part("map__ring", count > 1 ? count : ""), part("map__label", shortName(held, settings)));
      return mark;
    },
  });
}
