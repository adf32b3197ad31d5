/* What the presenter does with the room: the question of a scene, texts that wait to be read, how
   phones come in, and the minutes. */
(function () {
  "use strict";
  const stage = window.atlasStage;
  const {at, make, fill, lang, words, room} = stage;

  function button(text, work, {main = false, key = ""} = {}) {
    const found = make("button", {type: "button", class: main ? "main" : null}, text);
    if (key) found.append(" ", make("kbd", {}, key));
    found.addEventListener("click", work);
    return found;
  }

  /** The question of this scene as it stands in the room. */
  function standing(question) {
    const known = room.now && room.now.questions.find((one) => one.id === question.id);
    const current = room.now && room.now.question;
    const tally = current && current.id === question.id ? current.tally : null;
    return {phase: known ? known.phase : "new", shown: Boolean(known && known.shown), tally};
  }

  stage.acts = {
    /** Open the question, or close it. */
    ask() {
      const question = stage.story.scenes[stage.story.at].kept.question;
      if (!question || !room.kept) return;
      if (standing(question).phase === "open") room.act("close", {question: question.id});
      else room.act("ask", {question, open: true});
    },
    results() {
      const question = stage.story.scenes[stage.story.at].kept.question;
      if (!question || !room.now) return;
      const {phase, shown} = standing(question);
      if (phase === "new") return;
      const groups = room.now.groups.length > 0;
      room.act(shown ? "hide" : "show", {question: question.id, by_group: groups && !shown});
    },
    /** How the room divided the money, as a scenario beside the best use of it: a scene more. */
    async divide() {
      const question = stage.story.scenes[stage.story.at].kept.question;
      if (!question || question.kind !== "budget" || !room.kept) return;
      try {
        const path = `/workshop/rooms/${room.kept.code}/division`;
        const scene = await stage.ask(`${path}?${room.query()}&question=${question.id}`);
        const {phase, shown} = standing(question);
        if (phase === "open") await room.act("close", {question: question.id});
        if (shown) await room.act("hide", {question: question.id});
        stage.story.add(scene);
      } catch (error) { room.tell(error.told ? error.told.said[lang] : words.failed); }
    },
  };

  stage.drawQuestion = function () {
    const scene = stage.story.scenes[stage.story.at];
    const question = scene && scene.kept.question;
    const place = at("question");
    place.hidden = !question;
    place.replaceChildren();
    if (!question) return;
    place.append(make("p", {class: "asks"}, make("strong", {}, words.question), " ",
      question.text[lang]));
    if (!room.kept) { place.append(make("p", {}, words.needs_room)); return; }
    const {phase, shown, tally} = standing(question);
    const open = phase === "open";
    const count = tally ? tally.answers : 0;
    place.append(make("div", {class: "buttons"},
      button(open ? words.close : phase === "new" ? words.open : words.open_again,
        stage.acts.ask, {main: !open && phase === "new", key: "O"}),
      phase === "new" ? "" : button(shown ? words.hide : words.show, stage.acts.results, {key: "R"}),
      question.kind === "budget" && phase !== "new"
        ? button(words.divide, stage.acts.divide, {key: "M"}) : "",
      make("strong", {class: "count"}, fill(words.answers, count))));
    if (tally && tally.said) place.append(make("p", {}, tally.said[lang]));
  };

  function judged(what, one, name) {
    const pass = (passed) => () => room.act("moderate", {what, id: one.id, passed});
    return make("li", {class: one.passed === true ? "passed" : one.passed === false ? "out" : ""},
      name ? make("strong", {}, name) : "", name ? " " : "", one.text,
      make("span", {class: "tools"},
        one.passed === true ? "" : button(words.pass, pass(true)),
        one.passed === false ? "" : button(words.refuse, pass(false))));
  }

  stage.drawWaiting = function () {
    const place = at("waiting");
    const now = room.now;
    const texts = (now && now.question && now.question.waiting) || [];
    const objections = (now && now.objections) || [];
    const parts = [];
    if (texts.length) {
      parts.push(make("h2", {}, words.texts),
        make("ul", {}, ...texts.map((one) => judged("answer", one, ""))));
    }
    if (objections.length) {
      parts.push(make("h2", {}, words.objections, " ", make("kbd", {}, "V")),
        make("ul", {}, ...objections.map((one) => judged("objection", one, one.name[lang]))));
    }
    place.replaceChildren(...parts);
  };

  function files() {
    const link = (format) => make("a", {download: "",
      href: `/workshop/rooms/${room.kept.code}/minutes.${format}?${room.query()}&lang=${lang}`},
    format.toUpperCase());
    return make("p", {class: "files"}, make("strong", {}, words.minutes), " ",
      link("docx"), " ", link("pdf"), " ", link("csv"), " ", link("json"));
  }

  /** Names of the tables that people sit at, for results by table: drawn anew only when they are
      others, so that nobody loses what is being written. */
  function tables() {
    const {now} = room;
    const place = at("tables");
    place.hidden = !now || now.ended;
    if (place.hidden || place.dataset.groups === JSON.stringify(now.groups)) return;
    place.dataset.groups = JSON.stringify(now.groups);
    const input = make("input", {type: "text", maxlength: 600,
      value: now.groups.map((one) => one[lang]).join(", ")});
    const form = make("form", {class: "editor"}, make("label", {}, make("span", {}, words.tables),
      input), make("button", {type: "submit"}, words.apply));
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const names = input.value.split(",").map((one) => one.trim()).filter(Boolean);
      room.act("groups", {groups: names.map((name, i) => ({key: `t${i + 1}`, en: name, km: name}))});
    });
    place.replaceChildren(make("details", {}, make("summary", {}, words.tables_title), form));
  }

  stage.drawRoom = function (line) {
    const place = at("room");
    tables();
    if (!room.kept) {
      place.replaceChildren(make("p", {}, words.no_room),
        button(words.start, async () => { await room.start(); stage.story.moved(); }, {main: true}));
      return;
    }
    const now = room.now;
    const told = [make("p", {class: "room-code"}, make("strong", {}, room.kept.code), " ",
      make("span", {}, fill(words.phones, now ? now.phones : 0)))];
    told.push(make("p", {}, room.kept.join));
    if (room.kept.address_said) {
      told.push(make("p", {class: "wrong"}, room.kept.address_said[lang]));
    }
    told.push(make("p", {class: line === "lost" ? "wrong" : "about", role: "status"},
      line === "lost" ? words.lost : words.on));
    if (room.elsewhere) told.push(make("p", {class: "wrong"}, words.elsewhere, " ",
      button(words.take_over, () => room.act("present"))));
    told.push(files(), make("p", {}, make("a", {target: "_blank", rel: "noopener",
      href: `/workshop/screen?lang=${lang}#code=${room.kept.code}&${room.query()}`},
    words.other_computer)));
    if (now && now.ended) {
      told.push(make("p", {}, words.ended), button(words.leave, () => room.leave()));
    } else {
      const door = !now || now.door_open;
      told.push(make("div", {class: "buttons"},
        button(door ? words.close_door : words.open_door, () => room.act("door", {open: !door})),
        button(words.end, () => {
          if (window.confirm(words.end_sure)) room.act("end");
        })));
    }
    place.replaceChildren(...told);
  };
})();
