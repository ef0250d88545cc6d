// The chat's events, reconnected for ever: the server may be killed and come back.

const FIRST_WAIT = 400; // milliseconds, doubled up to
const LONGEST_WAIT = 4000;

/** Calls `onopen` at every (re)connection, `onevent` with each parsed event, `onlost` when the line is cut. */
export class Stream {
  constructor(url, { onopen, onevent, onlost }) {
    Object.assign(this, { url, onopen, onevent, onlost, wait: FIRST_WAIT, source: null, timer: 0 });
    // A browser grants six connections to a server for all its tabs: those nobody looks at let theirs go.
    document.addEventListener("visibilitychange", () => (document.hidden ? this.stop() : this.open()));
    window.addEventListener("online", () => this.open());
    if (!document.hidden) this.open();
  }

  /** Connects, unless it is connected. */
  open() {
    if (this.source) return;
    clearTimeout(this.timer);
    const source = new EventSource(this.url);
    this.source = source;
    source.onopen = () => this.#opened();
    source.onmessage = (event) => this.onevent(JSON.parse(event.data));
    source.onerror = () => this.cut();
  }

  #opened() {
    this.wait = FIRST_WAIT;
    this.onopen();
  }

  /** Lets go of the line until `open`. */
  stop() {
    clearTimeout(this.timer);
    this.source?.close();
    this.source = null;
  }

  /** Takes the line for cut, and tries again after a while. */
  cut() {
    this.stop();
    this.onlost();
    this.timer = setTimeout(() => this.open(), this.wait);
    this.wait = Math.min(this.wait * 2, LONGEST_WAIT);
  }
}
