// One marker for each town, gathered into clusters; each can be reached with Tab and has a name.
// What is written at it is drawn by the style sheet, so that the name is said once, and whole.
import { markName, shortName } from "./words.js";

const SIZE = 34;
const CROWD = 100; // towns; from here on clusters are wider, so that rings do not touch

// From rows [name, path, lat, lon, town, kind] to towns with their organisations.
export function towns(items) {
  const found = new Map();
  for (const [name, path, lat, lon, town, kind] of items) {
    const key = `${town}|${lat}|${lon}`;
    if (!found.has(key)) found.set(key, { town, at: [lat, lon], organisations: [] });
    found.get(key).organisations.push({ name, path, kind });
  }
  return [...found.values()].sort((one, other) => other.at[0] - one.at[0]);
}

export function showMarkers(L, map, places, settings, panel) {
  const Mark = markIcon(L);
  const iconFor = (held) =>
    new Mark({ name: markName(held, settings), label: shortName(held, settings), count: total(held) });
  const group = L.markerClusterGroup({
    maxClusterRadius: places.length > CROWD ? 2 * SIZE : SIZE, disableClusteringAtZoom: 12,
    zoomToBoundsOnClick: false, spiderfyOnMaxZoom: false, showCoverageOnHover: false, animate: map.options.zoomAnimation,
    removeOutsideVisibleBounds: places.length > CROWD,
    iconCreateFunction: (cluster) => iconFor(cluster.getAllChildMarkers().map(({ place }) => place)),
  });
  group.addLayers(places.map((place) => {
    const marker = L.marker(place.at, { icon: iconFor([place]), riseOnHover: true });
    return Object.assign(marker, { place });
  }));
  const open = ({ layer }) => panel.open(layer.place, layer.getElement(), layer.getLatLng());
  const enter = ({ layer }) => {
    const children = layer.getAllChildMarkers();
    settled(map, group, () => group.getVisibleParent(children[0])?.getElement()?.focus());
    layer.zoomToBounds({ padding: [40, 60] });
  };
  group.on("click", open).on("clusterclick", enter);
  group.on("keydown", pressed(open)).on("clusterkeydown", pressed(enter));
  return group.addTo(map);
}

const total = (held) => held.reduce((sum, place) => sum + place.organisations.length, 0);

function pressed(act) {
  return (event) => {
    if (!["Enter", " "].includes(event.originalEvent.key)) return;
    event.originalEvent.preventDefault();
    act(event);
  };
}

// Runs once, when the zoom that follows is over and the markers stand where they stay.
function settled(map, group, act) {
  map.once("zoomend", () => {
    if (map.options.zoomAnimation) group.once("animationend", act);
    else setTimeout(act);
  });
}

function markIcon(L) {
  return L.DivIcon.extend({
    options: { className: "map__marker", iconSize: [SIZE, SIZE], html: "" },
    createIcon(old) {
      const mark = L.DivIcon.prototype.createIcon.call(this, old);
      const { name, label, count } = this.options;
      const part = (className, text) => {
        const span = Object.assign(document.createElement("span"), { className });
        span.dataset.text = text;
        return span;
      };
      mark.classList.toggle("map__marker--many", count > 1);
      mark.setAttribute("aria-label", name);
      mark.replaceChildren(part("map__ring", count > 1 ? count : ""), part("map__label", label));
      return mark;
    },
  });
}
