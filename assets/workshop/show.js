/* Draws what the audience sees. All of it follows from one state, so that a screen that was
   opened late, or anew, shows the same. */
(function () {
  "use strict";
  const stage = window.atlasStage;
  const {at, make, fill, lang, words} = stage;
  const LARGEST = 88;
  const SMALLEST = 28;
  const kept = new Map();
  let wanted = [];
  let loads = false;

  /** The largest letters with which an element is not higher than it may be. */
  function fit(element, high, largest = LARGEST) {
    for (let size = largest; size >= SMALLEST; size -= 2) {
      element.style.fontSize = `${size}px`;
      if (element.offsetHeight <= high) return;
    }
  }

  /* Pictures are kept in the window: they are there when the server is not. */
  async function load() {
    if (loads) return;
    loads = true;
    while (wanted.length) {
      const address = wanted.shift();
      if (kept.has(address)) continue;
      try {
        const answer = await fetch(address);
        if (answer.ok) kept.set(address, URL.createObjectURL(await answer.blob()));
      } catch (error) { /* asked for again with the next state */ }
    }
    loads = false;
  }

  function scene(state) {
    const shown = state.scene;
    const walks = state.mode === "drill";
    const picture = shown && shown.picture[lang];
    const live = walks || Boolean(shown && shown.kept.live);
    const alone = !walks && !picture && !live;
    at("scene").className = walks ? "scene walks" : alone ? "scene alone" : "scene";
    at("visual").hidden = alone;
    at("sentence").textContent = shown ? shown.text[lang] : words.waiting;
    at("evidence").textContent = shown ? shown.evidence[lang] : "";
    const high = window.innerHeight * (alone ? 0.62 : 0.19);
    fit(at("sentence"), high, alone ? LARGEST : 52);
    const image = at("picture");
    image.hidden = !picture || walks;
    if (picture) {
      const source = kept.get(picture) || picture;
      if (image.getAttribute("src") !== source) image.src = source;
      image.alt = shown.text[lang];
    }
    page(state, live);
  }

  /* The picture stays until the page is there. */
  function page(state, live) {
    const {frame} = stage;
    if (!live) { frame.element.hidden = true; return; }
    frame.element.hidden = false;
    frame.size();
    frame.go(state.mode === "drill" ? state.drill.view : state.scene.page[lang]);
    if (state.mode === "drill" && !stage.walks) frame.scroll(state.drill.scroll || 0);
    frame.element.classList.toggle("waits", !frame.isReady() && !at("picture").hidden);
  }

  function options(question) {
    if (question.kind === "rating") {
      const {low, high} = question.settings;
      return [make("p", {class: "ends"}, `${low} ${words.rate_low} … ${high} ${words.rate_high}`)];
    }
    return question.options.length
      ? [make("ul", {class: question.options.length > 5 ? "options many" : "options"},
        ...question.options.map((one) => make("li", {}, one[lang])))]
      : [];
  }

  function asked(question) {
    const place = at("asked");
    const open = Boolean(question && question.phase === "open");
    const shows = Boolean(question && question.shown && question.tally);
    place.hidden = !(open || shows);
    place.replaceChildren();
    if (place.hidden) return false;
    if (shows) {
      const results = make("div", {class: "results"});
      window.atlasRoom.results(results, question, {words, lang});
      place.append(results);
    } else {
      place.append(make("h1", {}, question.text[lang]), ...options(question),
        make("p", {class: "count"}, fill(words.answers, question.tally ? question.tally.answers : 0)));
    }
    return true;
  }

  function objections(state) {
    const place = at("objections");
    const some = state.objections || [];
    place.hidden = !state.shows_objections;
    place.replaceChildren(make("h1", {}, words.objections), some.length
      ? make("ul", {}, ...some.map((one) =>
        make("li", {}, make("strong", {}, one.name[lang]), " ", one.text)))
      : make("p", {}, words.no_objections));
    return !place.hidden;
  }

  function door(state) {
    const room = state.room;
    at("door").hidden = !(room && state.qr);
    at("strip").hidden = !room || room.ended;
    if (!room) return false;
    const shown = room.address.replace(/^https?:\/\//, "");
    at("door-code").textContent = room.code;
    at("door-address").textContent = `${shown}/join`;
    at("door-count").textContent = fill(words.phones, room.phones);
    const source = room.qr;
    if (at("door-qr").getAttribute("src") !== source) at("door-qr").src = source;
    at("strip").replaceChildren(make("span", {}, `${shown}/join`), make("strong", {}, room.code),
      make("span", {}, fill(words.phones, room.phones)));
    return !at("door").hidden;
  }

  function pointer(where) {
    at("pointer").hidden = !where;
    if (!where) return;
    at("pointer").style.left = `${100 * where.x}%`;
    at("pointer").style.top = `${100 * where.y}%`;
  }

  stage.pointer = pointer;
  stage.show = function (state) {
    at("blank").hidden = !state.blank;
    const covered = [door(state), objections(state),
      state.mode !== "drill" && asked(state.question)].some(Boolean);
    if (state.mode === "drill") at("asked").hidden = true;
    at("scene").hidden = covered;
    if (!covered) scene(state);
    wanted = (state.pictures || []).filter((one) => one && !kept.has(one));
    load();
    stage.page.dataset.ready = "true";
  };
})();
