/* A button that reads the text aloud with a Dutch voice of the device itself. Without such a voice
   there is no button: nothing is sent anywhere. */
class ReadAloud extends HTMLElement {
  connectedCallback() {
    if (!("speechSynthesis" in window)) return;
    this.look();
    speechSynthesis.addEventListener?.("voiceschanged", () => this.look());
    addEventListener("pagehide", () => speechSynthesis.cancel());
  }

  disconnectedCallback() {
    window.speechSynthesis?.cancel();
  }

  look() {
    // Only voices on the device: a voice from the net would be told what somebody reads.
    this.voice = speechSynthesis.getVoices().find((one) => one.lang.startsWith("nl") && one.localService);
    if (!this.voice || this.button) return;
    this.button = Object.assign(document.createElement("button"), {
      type: "button",
      className: "button button--quiet button--small",
      textContent: this.dataset.start,
    });
    this.button.addEventListener("click", () => (speechSynthesis.speaking ? this.stop() : this.start()));
    this.append(this.button);
  }

  start() {
    const text = document.getElementById(this.dataset.of);
    for (const part of text.querySelectorAll("h2, h3, p, li, figcaption, td, th")) {
      if (part.querySelector("p, li")) continue;
      const said = new SpeechSynthesisUtterance(part.textContent);
      said.voice = this.voice;
      said.lang = this.voice.lang;
      this.last = said;
      speechSynthesis.speak(said);
    }
    if (this.last) this.last.onend = () => this.stop();
    this.button.textContent = this.dataset.stop;
  }

  stop() {
    speechSynthesis.cancel();
    this.button.textContent = this.dataset.start;
  }
}

customElements.define("read-aloud", ReadAloud);
