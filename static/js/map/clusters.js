// Gathers places whose rings would touch. Each cluster stands at its largest place, so that
// rings never overlap; what is near is found by cells as wide as the distance.
export function gather(places, distance) {
  const cells = new Map();
  const found = [];
  const cell = (value) => Math.floor(value / distance);
  for (const place of places) {
    const near = distance && nearest(cells, place, cell, distance);
    if (near) near.push(place);
    else {
      const held = [place];
      const key = keyOf(cell(place.x), cell(place.y));
      if (cells.has(key)) cells.get(key).push(held);
      else cells.set(key, [held]);
      found.push(held);
    }
  }
  return found;
}

const keyOf = (column, row) => column * 1e6 + row;

function nearest(cells, { x, y }, cell, distance) {
  let best = null;
  let least = distance;
  for (const column of [-1, 0, 1]) {
    for (const row of [-1, 0, 1]) {
      for (const held of cells.get(keyOf(cell(x) + column, cell(y) + row)) ?? []) {
        const away = Math.hypot(held[0].x - x, held[0].y - y);
        if (away < least) [best, least] = [held, away];
      }
    }
  }
  return best;
}
