/* The presenter's page: one state, sent to every screen of this browser; keys; clock; preview. */
(function () {
  "use strict";
  const stage = window.atlasStage;
  const {at, make, fill, lang, words, room, story, acts} = stage;
  const SAID_MS = 8000;
  const AT = "corridor-atlas-story-at";
  const began = Date.now();
  const show = {mode: "story", drill: null, blank: false, qr: false, shows_objections: false};
  let points = false;
  let auto = null;
  let since = Date.now();
  let line = "on";
  let screens = 0;
  let size = {width: 1280, height: 720};
  let sayTimer = null;

  const post = stage.channel((message) => {
    if (message.hello) {
      if (message.hello === "screen") {
        screens = 1;
        size = {width: message.width, height: message.height};
        preview();
      }
      send();
    }
    if (message.bye) { screens = 0; clock(); }
    if (message.act) press(message.act);
    if (message.walked && show.mode === "drill") { show.drill = message.walked; send(); }
  });

  /** The question of the room, where it is that of this scene: elsewhere the scene is shown, also
      while the question is open on the phones, or the server is away. */
  function question() {
    const scene = story.scenes[story.at];
    const own = scene && scene.kept.question;
    const asked = room.now && room.now.question;
    return own && asked && asked.id === own.id ? asked : null;
  }

  function state() {
    const now = room.now;
    const kept = room.kept;
    return {
      ...show,
      scene: story.scenes[story.at] || null,
      pictures: story.scenes.map((scene) => scene.picture[lang]),
      question: question(),
      objections: now ? now.objections.filter((one) => one.passed) : [],
      room: kept && {code: kept.code, address: kept.addresses[0], phones: now ? now.phones : 0,
        qr: `/rooms/${kept.code}/qr.svg`, ended: Boolean(now && now.ended)},
    };
  }

  const send = () => post({state: state()});

  /* The small screen is the large one, made smaller: what it shows is what is shown. */
  function preview() {
    const box = at("preview-box");
    const scale = box.clientWidth / size.width;
    box.style.height = `${size.height * scale}px`;
    Object.assign(at("preview").style, {width: `${size.width}px`, height: `${size.height}px`,
      transform: `scale(${scale})`});
  }

  function tell(text) {
    const said = at("said");
    said.hidden = !text;
    said.textContent = text || "";
    clearTimeout(sayTimer);
    sayTimer = setTimeout(() => { said.hidden = true; }, SAID_MS);
  }

  function clock() {
    const now = new Date();
    const pad = (value) => String(value).padStart(2, "0");
    const minutes = (from) => Math.floor((Date.now() - from) / 1000);
    const span = (seconds) => `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`;
    const left = auto && story.scenes[story.at]
      ? ` · ${words.auto} ${span(Math.max(0, story.scenes[story.at].kept.seconds - minutes(since)))}`
      : "";
    at("clock").textContent = `${pad(now.getHours())}:${pad(now.getMinutes())} · `
      + `${words.running} ${span(minutes(began))} · ${words.scene} ${span(minutes(since))}${left}`
      + ` · ${screens ? words.screen_on : words.screen_off}`;
  }

  function draw() {
    const scene = story.scenes[story.at];
    if (!scene) return;
    const notes = (scene.kept.notes || {})[lang];
    at("notes").replaceChildren(make("p", {class: "own"}, notes || words.no_notes),
      ...[scene.more[lang], scene.evidence[lang]].filter(Boolean).map((one) =>
        make("p", {class: "about"}, one)));
    const next = story.scenes[story.at + 1];
    at("coming").replaceChildren(...(next ? [
      next.picture[lang] ? make("img", {src: next.picture[lang], alt: ""}) : "",
      make("p", {}, next.text[lang])] : [make("p", {}, words.last_scene)]));
    stage.drawQuestion();
    stage.drawWaiting();
    stage.drawRoom(line);
    for (const button of document.querySelectorAll("[data-act]")) {
      const on = {blank: show.blank, point: points, drill: show.mode === "drill", qr: show.qr,
        auto: Boolean(auto)}[button.dataset.act];
      if (on !== undefined) button.setAttribute("aria-pressed", String(on));
    }
    at("pad").hidden = show.mode === "drill" && !points;
    clock();
    send();
  }

  function remember() {
    try { localStorage.setItem(AT, JSON.stringify({id: story.id, at: story.at})); } catch (error) {
      /* forbidden: the story begins anew */
    }
  }

  story.moved = function () {
    Object.assign(show, {mode: "story", drill: null, qr: false, shows_objections: false});
    since = Date.now();
    const scene = story.scenes[story.at];
    if (room.kept && scene) {
      room.act("scene", {view: scene.kept.view, text: scene.text, shown_by: scene.kept.picture || ""});
    }
    remember();
    draw();
  };
  story.told = tell;

  const pressed = {
    next: () => story.go(story.at + 1),
    back: () => story.go(story.at - 1),
    first: () => story.go(0),
    last: () => story.go(story.scenes.length - 1),
    blank: () => { show.blank = !show.blank; draw(); },
    point: () => { points = !points; if (!points) post({pointer: null}); draw(); },
    drill() {
      if (show.mode === "drill") { pressed.story(); return; }
      const scene = story.scenes[story.at];
      Object.assign(show, {mode: "drill", blank: false, qr: false, shows_objections: false,
        drill: {view: scene.page[lang], scroll: 0}});
      draw();
    },
    story() {
      Object.assign(show, {mode: "story", drill: null, blank: false, qr: false,
        shows_objections: false});
      points = false;
      post({pointer: null});
      at("preview").blur();
      window.focus();
      draw();
    },
    qr: () => { show.qr = Boolean(room.kept) && !show.qr; if (!room.kept) tell(words.needs_room); draw(); },
    objections: () => { show.shows_objections = !show.shows_objections; draw(); },
    auto() { auto = auto ? null : true; since = Date.now(); draw(); },
    ask: () => acts.ask(),
    results: () => acts.results(),
    divide: () => acts.divide(),
    keep() {
      const walked = show.mode === "drill" && show.drill;
      if (!walked) { tell(words.keep_how); return; }
      const address = new URL(walked.view, location.origin);
      for (const key of ["lang", "digits", "embed"]) address.searchParams.delete(key);
      story.addView(address.pathname + address.search);
    },
    help: () => (at("help").open ? at("help").close() : at("help").showModal()),
    full: () => tell(words.full_how),
  };

  function press(act) {
    if (pressed[act]) pressed[act]();
  }

  document.addEventListener("keydown", (event) => {
    if (stage.writes(event.target) || at("help").open) return;
    const act = stage.key(event);
    const onControl = event.target.closest("button, a, summary");
    if (!act || (onControl && event.code === "Space")) return;
    event.preventDefault();
    press(act);
  });
  for (const button of document.querySelectorAll("[data-act]")) {
    button.addEventListener("click", () => press(button.dataset.act));
  }

  at("pad").addEventListener("pointermove", (event) => {
    if (!points) return;
    const box = at("pad").getBoundingClientRect();
    post({pointer: {x: (event.clientX - box.left) / box.width,
      y: (event.clientY - box.top) / box.height}});
  });
  at("pad").addEventListener("pointerleave", () => post({pointer: null}));

  room.heard = draw;
  room.state = (kind) => { if (kind !== line) { line = kind; stage.drawRoom(line); } };
  room.tell = tell;

  setInterval(() => {
    const scene = story.scenes[story.at];
    const over = auto && scene && (Date.now() - since) / 1000 >= scene.kept.seconds;
    if (over && story.at + 1 < story.scenes.length) pressed.next();
    else if (over) { auto = null; draw(); }
    clock();
  }, 1000);

  window.addEventListener("resize", preview);
  at("preview").addEventListener("load", () => { preview(); send(); });

  /** A view that somebody sent here from its page is a scene once, not with every reload. */
  async function added(given) {
    history.replaceState(null, "", `/workshop?lang=${lang}`);
    try {
      const address = new URL(given, location.origin);
      for (const key of ["lang", "digits", "embed"]) address.searchParams.delete(key);
      story.at = story.scenes.length - 1;
      await story.addView(address.pathname + address.search);
    } catch (error) { tell(words.failed); }
  }

  async function begin() {
    let where = {};
    try { where = JSON.parse(localStorage.getItem(AT)) || {}; } catch (error) { /* from the start */ }
    const link = new URLSearchParams(location.search);
    const asked = link.get("story");
    if (asked || !await story.restore()) await story.open(asked || where.id || "ready");
    if (!story.scenes.length) await story.open("ready");
    if (!asked && where.id === story.id && where.at) story.go(where.at);
    if (link.get("add")) await added(link.get("add"));
    room.resume();
    preview();
    post({asks_sizes: true});
    at("page").dataset.ready = "true";
  }

  begin();
})();
