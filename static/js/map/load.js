// Leaflet is a classic script: it is added to the page once, and leaves `L` behind.
let leaflet;

export function loadLeaflet({ leaflet: core, styles }) {
  leaflet ??= Promise.all([addStyles(styles), addScript(core)])
    .then(() => window.L);
  return leaflet;
}

export async function readJson(address) {
  const answer = await fetch(address, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer.json();
}

function addScript(src) {
  return added(Object.assign(document.createElement("script"), { src }));
}

function addStyles(href) {
  return added(Object.assign(document.createElement("link"), { rel: "stylesheet", href }));
}

function added(element) {
  return new Promise((resolve, reject) => {
    element.addEventListener("load", resolve);
    element.addEventListener("error", () => reject(new Error("A part of the map is missing.")));
    document.head.append(element);
  });
}
