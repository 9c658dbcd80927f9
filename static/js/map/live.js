// Puts the live map over the drawing: base map, names, markers and their panel.
import { loadLeaflet, readJson } from "./load.js";
import { borrowGround, drawBase, VIEW } from "./base.js";
import { showMarkers } from "./markers.js";
import { keepNames } from "./names.js";
import { makePanel } from "./panel.js";
import { towns } from "./towns.js";

export async function openMap(stage, settings) {
  const [L, found] = await Promise.all([loadLeaflet(settings), readJson(settings.source)]);
  const canvas = document.createElement("div");
  canvas.className = "map__live";
  canvas.setAttribute("role", "group");
  canvas.setAttribute("aria-label", settings.textMap);
  stage.append(canvas);
  const map = makeMap(L, canvas, settings);
  const names = keepNames(L, map);
  const ground = borrowGround(L, map, stage.querySelector("svg"), settings);
  const panel = makePanel(stage, settings, map);
  showMarkers(L, map, towns(found), settings, panel);
  names.start();
  refine(L, map, settings, { ground, names });
  return { remove: () => { map.remove(); canvas.remove(); panel.remove(); } };
}

// The names come once the map can be used, and finer shapes once somebody comes closer.
function refine(L, map, settings, { ground, names }) {
  const read = (address) => readJson(address).catch(() => null);
  const isThere = () => map.getContainer().isConnected;
  const later = window.requestIdleCallback ?? setTimeout;
  later(async () => {
    const found = await read(settings.names);
    if (found && isThere()) names.know(found);
  });
  map.once("zoomend", async () => {
    const base = await read(settings.base);
    if (!base || !isThere()) return;
    await drawBase(L, map, base);
    ground.remove();
  });
}

function makeMap(L, canvas, settings) {
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const map = L.map(canvas, {
    attributionControl: false, zoomControl: false, scrollWheelZoom: false,
    zoomSnap: 0.25, zoomDelta: 1, maxZoom: 12, maxBoundsViscosity: 1,
    zoomAnimation: !still, fadeAnimation: !still, markerZoomAnimation: !still, inertia: !still,
    renderer: L.svg({ padding: 0.6 }),
  });
  map.fitBounds(VIEW, { animate: false });
  const settle = () => {
    map.home = map.setMinZoom(0).getBoundsZoom(VIEW);
    map.setMinZoom(map.home);
  };
  settle();
  map.on("resize", settle);
  map.setMaxBounds(map.getBounds().pad(0.15));
  L.control.zoom({ zoomInTitle: settings.textZoomIn, zoomOutTitle: settings.textZoomOut }).addTo(map);
  if (matchMedia("(pointer: coarse)").matches) leaveScrolling(map);
  return map;
}

// One finger scrolls the page past the whole country, and moves the map once zoomed in.
function leaveScrolling(map) {
  const choose = () => map.dragging[map.getZoom() > map.home ? "enable" : "disable"]();
  map.on("zoomend", choose);
  choose();
}
