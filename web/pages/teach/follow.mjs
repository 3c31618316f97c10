/* Two windows on one desk, the room's and the facilitator's: which step stands
   on the screen. Only when the facilitator ticks the box, and then only the
   name of the situation and a number, for as long as the page is open. */

const KEPT = "earshot.step";

const store = {
  read() {
    try {
      return localStorage.getItem(KEPT);
    } catch {
      return null;
    }
  },
  write(text) {
    try {
      if (text === null) localStorage.removeItem(KEPT);
      else localStorage.setItem(KEPT, text);
    } catch {
      // A page on disk may have no storage: then there is no following.
    }
  },
};

/** For the window that the room sees. */
export function following() {
  return {
    /** @param {string} key @param {number} step */
    tell(key, step) {
      if (store.read() !== null) store.write(`${key} ${step}`);
    },
  };
}

/** For the facilitator's window.
    @param {string} key @param {(step: number) => void} moved */
export function followed(key, moved) {
  const heard = (event) => {
    if (event.key !== KEPT) return;
    const [said, step] = String(event.newValue).split(" ");
    if (said === key && /^\d{1,3}$/.test(step)) moved(Number(step));
  };
  const stop = () => {
    removeEventListener("storage", heard);
    removeEventListener("pagehide", stop);
    store.write(null);
  };
  return {
    start() {
      store.write(`${key} 0`);
      addEventListener("storage", heard);
      addEventListener("pagehide", stop);
    },
    stop,
  };
}
