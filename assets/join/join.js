/* A phone in a room: joins, follows the presenter, answers, objects. Every text that people wrote
   is set as text. */
(function () {
  "use strict";
  const room = window.atlasRoom;
  const {make, fill} = room;
  const page = document.getElementById("page");
  const at = (id) => document.getElementById(id);
  const {code, lang} = page.dataset;
  const words = JSON.parse(page.dataset.words);
  const base = `/rooms/${code}`;
  const keeper = room.keeper(code);
  const kept = {token: room.newToken(), waiting: {}, ...keeper.read()};
  const context = {words, lang};
  const BACK_MS = 4000;
  let answers = {};
  let group = null;
  let shown = null;      // the question on screen: its id and phase, its form
  let now = null;        // the room as it was last heard of
  let line = null;
  let wasLost = false;
  let isBack = false;    // for a moment the phone is told that it is connected again
  let polls = false;
  let turn = 0;

  keeper.write(kept);

  function say(text, {wrong = false, again = null} = {}) {
    const state = at("state");
    state.className = wrong ? "state wrong" : "state";
    state.replaceChildren(text);
    if (again) {
      const button = make("button", {type: "button", class: "plain"}, words.again);
      button.addEventListener("click", again);
      state.append(button);
    }
  }

  function usual() {
    if (now && now.ended) say(words.ended, {wrong: true});
    else if (polls) say(words.polling);
    else if (!isBack) say(now && (now.scene || now.question) ? words.following : words.waiting);
  }

  function state(kind) {
    if (kind === "lost") {
      if (!wasLost) say(words.lost, {wrong: true});
      wasLost = true;
      return;
    }
    polls = kind === "polling";
    if (wasLost) {
      wasLost = false;
      isBack = true;
      say(words.back);
      setTimeout(() => { isBack = false; if (!wasLost) usual(); }, BACK_MS);
      sendWaiting();
    } else usual();
  }

  function refused(told) {
    if (told.problem === "not_joined") { join(); return; }
    say(told.said[lang], {wrong: true, again: told.problem === "ended" ? null : join});
    page.dataset.ready = "true";
  }

  async function join() {
    if (line) line.stop();
    say(words.joining);
    try {
      const own = await room.ask(`${base}/join`, kept.token, {});
      answers = own.answers;
      group = own.group;
    } catch (error) {
      if (error.told && error.status < 500) { refused(error.told); return; }
      say(words.lost, {wrong: true, again: join});
      setTimeout(() => { if (!line) join(); }, BACK_MS);
      return;
    }
    line = room.follow({base, token: kept.token, heard, state, refused});
    sendWaiting();
  }

  /** What the presenter goes to is seen at once, unless somebody is writing. */
  function toTop(message) {
    const moved = message.events.some((one) => ["scene", "opened", "shown"].includes(one.kind));
    const writes = document.activeElement && document.activeElement.matches("textarea, select");
    if (moved && now && !writes) window.scrollTo({top: 0});
  }

  function heard(message) {
    toTop(message);
    now = message.room;
    room.scene(now.scene, context);
    drawQuestion(now.question);
    room.results(at("results"), now.question, context);
    drawTables(now.groups);
    drawObjections(now.objections);
    at("objecting").hidden = now.ended;
    usual();
    page.dataset.ready = "true";
  }

  /* The form is drawn anew only when another question, or another phase of it, comes: what
     somebody is about to answer stays. */
  function drawQuestion(question) {
    const place = at("question");
    const wanted = question && (question.phase !== "closed" || !question.shown) && !now.ended;
    const same = wanted && shown && shown.id === question.id && shown.phase === question.phase;
    if (same) return;
    shown = null;
    place.hidden = !wanted;
    place.replaceChildren();
    if (!wanted) return;
    place.append(make("h2", {id: "question-text"}, question.text[lang]));
    const said = make("div", {class: "said", role: "status", id: "answer-said"});
    shown = {id: question.id, phase: question.phase, said};
    if (question.phase === "open") drawForm(place, question);
    else place.append(make("p", {}, question.phase === "closed" ? words.closed : words.not_open));
    if (question.phase === "closed") place.append(make("p", {}, words.hidden));
    place.append(said);
    tell(question.id);
  }

  function drawForm(place, question) {
    const given = (kept.waiting[question.id] || answers[question.id] || {}).answer;
    const send = make("button", {class: "main", type: "submit"},
      answers[question.id] ? words.change : words.send);
    const form = make("form", {});
    const changed = () => {
      const answer = built.read();
      const sent = answers[question.id] && JSON.stringify(answers[question.id].answer);
      send.disabled = answer === null || JSON.stringify(answer) === sent;
    };
    const built = room.forms[question.kind]({question, given, words, lang, changed});
    changed();
    form.append(built.element, send);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const answer = built.read();
      if (answer === null) return;
      turn = Math.max(turn + 1, Date.now());
      kept.waiting[question.id] = {answer, turn};
      keeper.write(kept);
      sendOne(question.id);
    });
    shown.send = send;
    shown.changed = changed;
    place.append(form);
  }

  /** What became of the answer: a problem, or what is counted and that it can be changed. */
  function tell(id, problem) {
    if (!shown || shown.id !== id) return;
    const own = answers[id];
    const counted = own && own.said && own.said[lang];
    const lines = problem ? [problem] : counted ? [counted] : [];
    if (counted && !problem && shown.phase === "open") lines.push(words.counted);
    shown.said.replaceChildren(...lines.map((text) => make("p", {}, text)));
    shown.said.hidden = !lines.length;
    if (shown.send) shown.send.textContent = own ? words.change : words.send;
  }

  async function sendOne(id) {
    const waiting = kept.waiting[id];
    if (!waiting) return;
    if (shown && shown.id === id && shown.send) shown.send.disabled = true;
    tell(id, words.sending);
    try {
      const told = await room.ask(`${base}/answers`, kept.token, {question: id, ...waiting});
      if (kept.waiting[id] === waiting) delete kept.waiting[id];
      answers[id] = {answer: told.answer, said: told.said};
      tell(id);
    } catch (error) {
      if (error.status === 429) setTimeout(() => sendOne(id), 1000 * (error.told.seconds || 1));
      if (error.told && error.status < 500 && error.status !== 429) {
        delete kept.waiting[id];
        tell(id, error.told.said[lang]);
        if (error.told.problem === "not_joined") join();
      } else {
        tell(id, error.told ? error.told.said[lang] : words.kept);
        if (!error.told || error.status >= 500) setTimeout(() => sendOne(id), BACK_MS);
      }
    }
    keeper.write(kept);
    if (shown && shown.id === id && shown.changed) shown.changed();
  }

  function sendWaiting() {
    for (const id of Object.keys(kept.waiting)) sendOne(id);
  }

  function drawTables(groups) {
    at("tables").hidden = !groups.length || now.ended;
    at("tables-list").replaceChildren(...groups.map((one) => {
      const button = make("button",
        {type: "button", "aria-pressed": String(one.key === group)}, one[lang]);
      button.addEventListener("click", async () => {
        try {
          group = (await room.ask(`${base}/join`, kept.token, {group: one.key})).group;
        } catch (error) { say(error.told ? error.told.said[lang] : words.failed, {wrong: true}); }
        drawTables(now.groups);
      });
      return button;
    }));
  }

  function drawObjections(objections) {
    at("objections").hidden = !objections.length;
    at("objections-list").replaceChildren(...objections.map((one) =>
      make("li", {}, make("strong", {}, one.name[lang]), " ", one.text)));
  }

  at("objection").addEventListener("submit", async (event) => {
    event.preventDefault();
    const said = at("objection-said");
    const [kind, target] = at("objection-target").value.split(":");
    said.hidden = false;
    said.textContent = words.sending;
    try {
      const text = at("objection-text").value;
      said.textContent = (await room.ask(`${base}/objections`, kept.token, {kind, target, text}))
        .said[lang];
      at("objection-text").value = "";
    } catch (error) {
      said.textContent = error.told ? error.told.said[lang] : words.failed;
    }
  });

  /* The page of the atlas that is opened finds here how to come back. */
  at("around").addEventListener("click", () => {
    const back = {code, lang, words: words.to_room};
    try { sessionStorage.setItem("corridor-atlas-back", JSON.stringify(back)); } catch (error) {
      kept.back = words.to_room;
      keeper.write(kept);
    }
  });

  join();
})();
