// The texts come from the server, as data-text-… with {count}, {place}, {places}, {last}.
export function filled(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
}

export const total = (held) => held.reduce((sum, place) => sum + place.count, 0);

// "3 organisaties in Den Haag", "4 organisaties in Arnhem en Nijmegen", "9 … en 5 andere plaatsen".
export function markName(held, settings) {
  const count = total(held);
  const text = count === 1 ? settings.textOne : settings.textMany;
  return filled(text, { count, place: placesName(held, settings) });
}

// What is written beside the ring: one or two towns, without the province, which the map shows.
export function shortName(held, settings) {
  return held.length > 2 ? "" : placesName(held, settings).replace(/ \([^)]*\)/g, "");
}

// The largest place comes first: in that order the towns are kept.
function placesName(held, settings) {
  const names = held.map((place) => place.town);
  if (names.length === 1) return names[0];
  if (names.length > 4) {
    const rest = { places: names.slice(0, 2).join(", "), count: names.length - 2 };
    return filled(settings.textMore, rest);
  }
  return filled(settings.textAnd, { places: names.slice(0, -1).join(", "), last: names.at(-1) });
}
