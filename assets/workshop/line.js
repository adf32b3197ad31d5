/* What the presenter's page and the audience's screen share: words, the channel between windows of
   one browser, and asking the server. */
(function () {
  "use strict";
  const page = document.getElementById("page");
  const stage = (window.atlasStage = {
    page,
    lang: page.dataset.lang,
    words: JSON.parse(page.dataset.words),
    at: (id) => document.getElementById(id),
    make: window.atlasRoom.make,
    fill: window.atlasRoom.fill,
  });

  /** Windows of this browser hear each other without the server: screens go on when it is away. */
  stage.channel = function (heard) {
    const channel = new BroadcastChannel("corridor-atlas-workshop");
    channel.onmessage = (event) => heard(event.data);
    return (message) => channel.postMessage(message);
  };

  /** Ask the server; what it refuses is thrown with its words, what does not arrive without. */
  stage.ask = async function (path, body, headers = {}) {
    const answer = await fetch(path, {
      method: body ? "POST" : "GET",
      headers: body ? {"Content-Type": "application/json", ...headers} : headers,
      body: body ? JSON.stringify(body) : undefined,
      credentials: "omit",
    });
    const told = await answer.json();
    if (!answer.ok) throw Object.assign(new Error(told.problem), {told, status: answer.status});
    return told;
  };

  /** Whether somebody is writing, so that letters are no keys. */
  stage.writes = (target) => Boolean(target && target.closest
    && target.closest("input, textarea, select, [contenteditable]"));

  /** The same name for a key on every keyboard and clicker. */
  stage.key = function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return "";
    const names = {ArrowRight: "next", ArrowDown: "next", PageDown: "next", ArrowLeft: "back",
      ArrowUp: "back", PageUp: "back", Escape: "story", Home: "first", End: "last", "?": "help"};
    // By their place: a Khmer keyboard has other letters there, and a space without width.
    const letters = {Space: "next", Period: "blank", Slash: event.shiftKey ? "help" : "",
      KeyB: "blank", KeyP: "point", KeyD: "drill", KeyQ: "qr", KeyA: "auto",
      KeyO: "ask", KeyR: "results", KeyV: "objections", KeyM: "divide", KeyS: "keep", KeyF: "full"};
    return names[event.key] || letters[event.code] || "";
  };
})();
