// The map of who takes part. Without script, or when anything fails, the drawing
// inside stays; it is also what gets printed. The live map is fetched in sight only.
class ParticipantMap extends HTMLElement {
  connectedCallback() {
    this.watcher = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) this.start();
    }, { rootMargin: "120px" });
    this.watcher.observe(this);
  }

  disconnectedCallback() {
    this.watcher.disconnect();
    this.live?.remove();
  }

  async start() {
    this.watcher.disconnect();
    try {
      const { openMap } = await import("../map/live.js");
      this.live = await openMap(this.querySelector(".map__stage"), this.dataset);
      this.dataset.state = "live";
    } catch (problem) {
      this.dataset.state = "drawing";
      console.warn("The map stays a drawing.", problem);
    }
  }
}

customElements.define("participant-map", ParticipantMap);
