/* The line to the room: server-sent events, short polling where they fail, and a look at once when
   the phone wakes up. Also what the phone keeps: its token, without a cookie. */
(function () {
  "use strict";
  const room = (window.atlasRoom = window.atlasRoom || {});
  const POLL_MS = 2000;
  const SILENT_MS = 40000;
  const AGAIN_MS = 30000;
  const FAILURES = 3;
  const NAME = "corridor-atlas-room:";

  /** Storage that may be forbidden; then the tab itself remembers, while it is open. */
  function keeper(code) {
    const key = `${NAME}${code}`;
    const inTab = () => {
      try {
        const found = JSON.parse(window.name.slice(NAME.length));
        return window.name.startsWith(NAME) && found.code === code ? found : {};
      } catch (error) { return {}; }
    };
    return {
      read() {
        try {
          const found = JSON.parse(localStorage.getItem(key));
          if (found) return found;
        } catch (error) { /* forbidden, or not ours */ }
        return inTab();
      },
      write(value) {
        try { localStorage.setItem(key, JSON.stringify(value)); } catch (error) {
          window.name = NAME + JSON.stringify({...value, code});
        }
      },
    };
  }

  function newToken() {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  }

  /** Ask the room; what it refuses is thrown with its words, what does not arrive without. */
  async function ask(path, token, body) {
    const headers = {"X-Room-Phone": token};
    if (body) headers["Content-Type"] = "application/json";
    const answer = await fetch(path, {
      method: body ? "POST" : "GET",
      headers,
      body: body ? JSON.stringify(body) : undefined,
      credentials: "omit",
    });
    const told = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(told.problem), {told, status: answer.status});
    return told;
  }

  /** Follow a room: `heard(message)`, `state("on" | "lost" | "polling")`, `refused(told)`. */
  function follow({base, token, heard, state, refused}) {
    let source = null;
    let failures = 0;
    let seq = 0;
    let last = Date.now();
    let tried = 0;
    let timer = null;
    let over = false;

    function take(message) {
      last = Date.now();
      if (message.seq < seq) return;
      seq = message.seq;
      heard(message);
      if (message.room.ended) stop();
    }

    function stop() {
      over = true;
      if (source) source.close();
      clearTimeout(timer);
    }

    function listen() {
      tried = Date.now();
      if (!window.EventSource) return;
      if (source) source.close();
      source = new EventSource(`${base}/stream?phone=${token}&after=${seq}`);
      source.addEventListener("room", (event) => {
        failures = 0;
        state("on");
        take(JSON.parse(event.data));
      });
      source.addEventListener("beat", (event) => {
        last = Date.now();
        if (Number(event.data) > seq) look();
      });
      source.onerror = () => {
        failures += 1;
        if (failures === 1 && source.readyState !== EventSource.CLOSED) state("lost");
        if (source.readyState === EventSource.CLOSED) failures = FAILURES;
        if (failures >= FAILURES) {
          source.close();
          source = null;
          look();
        }
      };
    }

    async function look() {
      clearTimeout(timer);
      if (over) return;
      try {
        const message = await ask(`${base}/events?after=${seq}`, token);
        state(source ? "on" : "polling");
        take(message);
      } catch (error) {
        if (error.told && error.status < 500 && error.status !== 429) {
          stop();
          refused(error.told);
          return;
        }
        state("lost");
      }
      if (!source && !over) {
        if (Date.now() - tried > AGAIN_MS) { failures = FAILURES - 1; listen(); }
        timer = setTimeout(look, POLL_MS);
      }
    }

    function wake() {
      if (over || document.visibilityState === "hidden") return;
      look();
      if (source && Date.now() - last > SILENT_MS) listen();
    }

    document.addEventListener("visibilitychange", wake);
    window.addEventListener("online", wake);
    window.addEventListener("pageshow", wake);
    setInterval(() => { if (source && Date.now() - last > SILENT_MS) wake(); }, 5000);
    listen();
    if (!source) look();
    return {stop, look};
  }

  Object.assign(room, {keeper, newToken, ask, follow});
})();
