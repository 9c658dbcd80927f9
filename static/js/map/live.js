// Puts the live map over the drawing: base map, names, markers and their panel.
import { loadLeaflet, readJson } from "./load.js";
import { drawBase, VIEW } from "./base.js";
import { showMarkers, towns } from "./markers.js";
import { keepNames } from "./names.js";
import { makePanel } from "./panel.js";

export async function openMap(stage, settings) {
  const [L, base, found] = await Promise.all([
    loadLeaflet(settings),
    readJson(settings.base),
    readJson(settings.source),
  ]);
  const canvas = document.createElement("div");
  canvas.className = "map__live";
  canvas.setAttribute("role", "group");
  canvas.setAttribute("aria-label", settings.textMap);
  stage.append(canvas);
  const map = makeMap(L, canvas, settings);
  drawBase(L, map, base);
  const panel = makePanel(stage, settings, map);
  const markers = showMarkers(L, map, towns(found.items), settings, panel);
  keepNames(L, map, base, markers);
  return { remove: () => { map.remove(); canvas.remove(); panel.remove(); } };
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
  map.home = map.getZoom();
  map.setMinZoom(Math.floor(map.home)); // markercluster loses single markers at half zooms
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
