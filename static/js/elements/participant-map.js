// The map of who takes part. Without script, or when anything fails, the drawing
// inside stays; it is also what gets printed. The live map is fetched in sight only.
const MARGIN = 120;
// Such a window has the map in sight before anybody scrolls. To measure that would mean to lay
// out the whole page first, while nothing is fetched yet.
const TALL = "(min-height: 34em)";

class ParticipantMap extends HTMLElement {
  connectedCallback() {
    if (!location.hash && matchMedia(TALL).matches) return this.start();
    this.watcher = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.start();
    }, { rootMargin: `0px 0px ${MARGIN}px` });
    this.watcher.observe(this);
  }

  disconnectedCallback() {
    this.watcher?.disconnect();
    this.live?.remove();
  }

  // Everything is asked for in one go, where each module would else ask for the next.
  askAhead() {
    const { modules, leaflet, styles, source } = this.dataset;
    const ahead = (rel, href, as) =>
      document.head.append(Object.assign(document.createElement("link"), { rel, href, ...as }));
    for (const href of modules.split(" ")) ahead("modulepreload", href);
    ahead("preload", leaflet, { as: "script" });
    ahead("preload", styles, { as: "style" });
    ahead("preload", source, { as: "fetch", crossOrigin: "" });
  }

  async start() {
    this.watcher?.disconnect();
    this.askAhead();
    try {
      const { openMap } = await import("../map/live.js");
      this.live = await openMap(this.querySelector(".map__stage"), { ...this.dataset });
      this.dataset.state = "live";
    } catch (problem) {
      this.dataset.state = "drawing";
      console.warn("The map stays a drawing.", problem);
    }
  }
}

customElements.define("participant-map", ParticipantMap);
