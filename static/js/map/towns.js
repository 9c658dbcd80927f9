// The towns on the map, and who is in them. Of many organisations only the towns come at first,
// as rows [town, lat, lon, count]; their names are asked for when a town is opened.
import { readJson } from "./load.js";

export function towns({ items = [], towns: counted = [] }) {
  const found = new Map();
  for (const [name, path, lat, lon, town, kind] of items) {
    const key = `${town}|${lat}|${lon}`;
    if (!found.has(key)) found.set(key, { town, at: [lat, lon], count: 0, organisations: [] });
    const place = found.get(key);
    place.organisations.push({ name, path, kind });
    place.count += 1;
  }
  const places = counted.map(([town, lat, lon, count]) => ({ town, at: [lat, lon], count }));
  return [...found.values(), ...places].sort(byCount);
}

const byCount = (one, other) => other.count - one.count || (one.town < other.town ? -1 : 1);

// Fills in who is in a town, once. When that fails, the list of that town has them too.
export async function meet(place, { source }) {
  if (place.organisations) return;
  const address = new URL(source, location);
  address.searchParams.delete("vorm");
  address.searchParams.set("plaats", place.town);
  try {
    const here = towns(await readJson(address.href));
    place.organisations = here.find(({ at }) => `${at}` === `${place.at}`).organisations;
  } catch (problem) {
    const list = new URL(location);
    list.searchParams.set("q", place.town);
    list.hash = "lijst";
    location.assign(list);
    throw problem;
  }
}
