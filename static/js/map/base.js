// The base map, drawn as shapes; their colours are in css/components/map.css.
export const VIEW = [[50.73, 3.3], [53.57, 7.27]];
const SVG = "http://www.w3.org/2000/svg";

// Until the shapes themselves are there, the ground of the drawing stands in for them.
export function borrowGround(L, map, drawing, { corners }) {
  const [north, west, south, east] = corners.split(" ").map(Number);
  const sheet = document.createElementNS(SVG, "svg");
  sheet.setAttribute("viewBox", drawing.getAttribute("viewBox"));
  sheet.setAttribute("class", "map__ground");
  sheet.append(useOf("map-ground"));
  return L.svgOverlay(sheet, [[north, west], [south, east]]).addTo(map);
}

// Back from whole numbers, each the step from the last, to [latitude, longitude].
function points(steps, scale) {
  const found = [];
  for (let at = 0, x = 0, y = 0; at < steps.length; at += 2) {
    x += steps[at];
    y += steps[at + 1];
    found.push([y / scale, x / scale]);
  }
  return found;
}

// One kind of shape after another, so that a slow phone stays at hand in between.
export async function drawBase(L, map, base) {
  const lines = (rows) => rows.map((steps) => points(steps, base.scale));
  const areas = (rows) => rows.map(lines);
  const options = { interactive: false, noClip: true, smoothFactor: 0.6, weight: 1 };
  const add = async (shape, className, rows) => {
    const drawn = L[shape](rows, { ...options, className }).addTo(map).getElement();
    await new Promise((goOn) => setTimeout(goOn));
    return drawn;
  };
  const coast = await add("polygon", "map__coast", areas(base.land));
  coast.id = "map-live-coast";
  coast.ownerSVGElement.setAttribute("aria-hidden", "true");
  coast.before(...["outer", "gap", "inner", "edge"].map((ring) => again(coast, `map__shore map__shore--${ring}`)));
  const abroad = await add("polygon", "map__abroad", areas(base.abroad));
  abroad.after(again(coast, "map__land"));
  await add("polygon", "map__water", areas(base.lakes));
  await add("polyline", "map__river", lines(base.rivers));
  await add("polyline", "map__province", lines(base.provinces));
  await add("polyline", "map__dike", lines(base.dikes));
}

// The outline of the land is used again for the land and, wider, for the lines along the coast.
function again(path, className) {
  const use = useOf(path.id);
  use.setAttribute("class", className);
  return use;
}

function useOf(id) {
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", `#${id}`);
  return use;
}
