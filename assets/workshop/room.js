/* The presenter's side of a room: starts it, listens, acts, and keeps what it needs to come back
   after a reload. */
(function () {
  "use strict";
  const stage = window.atlasStage;
  const NAME = "corridor-atlas-presents";
  const AGAIN_MS = 2500;
  let kept = null;
  let now = null;
  let source = null;
  let late = null;
  let elsewhere = false;

  function device() {
    let found = "";
    try { found = localStorage.getItem(`${NAME}-device`) || ""; } catch (error) { /* forbidden */ }
    if (!/^[a-z0-9]{12}$/.test(found)) {
      found = Array.from(crypto.getRandomValues(new Uint8Array(6)),
        (byte) => byte.toString(16).padStart(2, "0")).join("");
      try { localStorage.setItem(`${NAME}-device`, found); } catch (error) { /* this tab only */ }
    }
    return found;
  }

  function keep() {
    try {
      if (kept) localStorage.setItem(NAME, JSON.stringify(kept));
      else localStorage.removeItem(NAME);
    } catch (error) { /* forbidden: the room is lost with the tab */ }
  }

  function listen() {
    if (source) source.close();
    const query = `device=${kept.device}&ticket=${encodeURIComponent(kept.ticket)}`;
    source = new EventSource(`/rooms/${kept.code}/presenter/stream?${query}`);
    source.addEventListener("room", (event) => {
      now = JSON.parse(event.data).room;
      room.state("on");
      room.heard(now);
    });
    source.addEventListener("presenter", (event) => {
      elsewhere = JSON.parse(event.data).elsewhere;
      room.heard(now);
    });
    source.onerror = () => {
      if (now && now.ended) { source.close(); return; }
      room.state("lost");
      if (source.readyState === EventSource.CLOSED) setTimeout(() => kept && listen(), AGAIN_MS);
    };
  }

  /** Do something in the room. A scene that did not arrive is tried again until it has. */
  async function act(name, given = {}) {
    if (!kept) return null;
    const own = name === "scene" ? (late = {given}) : null;
    const headers = {"X-Room-Secret": kept.secret, "X-Room-Device": kept.device};
    try {
      const told = await stage.ask(`/rooms/${kept.code}/acts/${name}`, given, headers);
      if (own && late === own) late = null;
      if (told.ticket !== kept.ticket) { kept.ticket = told.ticket; keep(); listen(); }
      now = told.room;
      if (name === "present") elsewhere = false;
      if (told.said) room.tell(told.said[stage.lang]);
      room.heard(now);
      return told;
    } catch (error) {
      if (error.told && error.status < 500) {
        if (error.told.problem === "elsewhere") elsewhere = true;
        room.tell(error.told.said[stage.lang]);
        room.heard(now);
      } else {
        room.state("lost");
        if (own && late === own) {
          setTimeout(() => { if (late === own) act(name, given); }, AGAIN_MS);
        } else if (!own) room.tell(error.told ? error.told.said[stage.lang] : stage.words.failed);
      }
      return null;
    }
  }

  async function start() {
    try {
      kept = await stage.ask("/rooms", {lang: stage.lang, device: device()});
      now = kept.room;
      delete kept.room;
      keep();
      listen();
      room.heard(now);
    } catch (error) {
      room.tell(error.told ? error.told.said[stage.lang] : stage.words.failed);
    }
  }

  function resume() {
    try { kept = JSON.parse(localStorage.getItem(NAME)); } catch (error) { kept = null; }
    if (kept) listen();
  }

  function leave() {
    if (source) source.close();
    kept = now = source = null;
    elsewhere = false;
    keep();
    room.heard(null);
  }

  const query = () => `device=${kept.device}&ticket=${encodeURIComponent(kept.ticket)}`;
  const room = (stage.room = {
    act, start, resume, leave, query,
    get kept() { return kept; },
    get now() { return now; },
    get elsewhere() { return elsewhere; },
    heard() {}, state() {}, tell() {},
  });
})();
