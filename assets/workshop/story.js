/* The story: its scenes in a list, each to be moved, doubled, changed or left out; saved with
   versions, and as a file out and in. */
(function () {
  "use strict";
  const stage = window.atlasStage;
  const {at, make, fill, lang, words} = stage;
  const DRAFT = "corridor-atlas-story-draft";
  const story = (stage.story = {
    scenes: [], at: 0, id: "ready", version: 0, title: {en: "", km: ""}, changed: false,
    moved() {}, told() {},
  });

  const kept = () => ({kind: "corridor-atlas-story", schema: 1, title: story.title,
    scenes: story.scenes.map((scene) => scene.kept)});

  function take(found, {changed = !found.id} = {}) {
    Object.assign(story, {id: found.id, version: found.version, title: found.title,
      scenes: found.scenes, pictures: found.pictures, at: 0, changed});
    draw();
    story.moved();
  }

  /* What was changed and not saved yet outlives the window. */
  function remember() {
    try {
      if (!story.changed) localStorage.removeItem(DRAFT);
      else localStorage.setItem(DRAFT,
        JSON.stringify({story: kept(), id: story.id, version: story.version}));
    } catch (error) { /* forbidden: it lasts as long as the window */ }
  }

  /** Take up what was changed and not saved; whether there was anything. */
  story.restore = async function () {
    let draft = null;
    try { draft = JSON.parse(localStorage.getItem(DRAFT)); } catch (error) { /* none */ }
    const found = draft && draft.story
      && await failing(() => stage.ask("/workshop/check", {story: draft.story}));
    if (!found) return false;
    take({...found, id: draft.id, version: draft.version}, {changed: true});
    return true;
  };

  async function failing(work) {
    try { return await work(); } catch (error) {
      story.told(error.told ? error.told.said[lang] : words.failed);
      return null;
    }
  }

  story.open = (id) => failing(async () => take(await stage.ask(`/workshop/stories/${id}`)));

  story.resolve = (scene) => failing(() => stage.ask("/workshop/scene", {scene}));

  /** Put a scene behind the one that is shown, and go to it. */
  story.add = function (scene) {
    story.scenes.splice(story.at + 1, 0, scene);
    story.changed = true;
    story.go(story.at + 1);
  };

  story.addView = async function (view) {
    const scene = await story.resolve({view});
    if (scene) { story.add(scene); story.told(words.kept_scene); }
  };

  story.go = function (to) {
    story.at = Math.min(Math.max(to, 0), story.scenes.length - 1);
    draw();
    story.moved();
  };

  function move(from, by) {
    const to = from + by;
    if (to < 0 || to >= story.scenes.length) return;
    const shown = story.scenes[story.at];
    story.scenes.splice(to, 0, ...story.scenes.splice(from, 1));
    story.at = story.scenes.indexOf(shown);
    story.changed = true;
    draw();
  }

  function remove(from) {
    if (story.scenes.length === 1) return;
    story.scenes.splice(from, 1);
    story.changed = true;
    story.go(story.at - (from < story.at ? 1 : 0));
  }

  function button(text, work, label) {
    const found = make("button", {type: "button", "aria-label": label || null}, text);
    found.addEventListener("click", work);
    return found;
  }

  function row(scene, i) {
    const go = button("", () => story.go(i));
    const text = scene.text[lang];
    go.className = "go";
    go.setAttribute("aria-current", i === story.at ? "step" : "false");
    go.append(make("span", {class: "number"}, String(i + 1)), make("span", {class: "words"}, text),
      make("span", {class: "mark"}, scene.kept.question ? words.question : ""));
    const named = (label) => `${label}: ${text.slice(0, 60)}`;
    return make("li", {}, go, make("span", {class: "tools"},
      button("↑", () => move(i, -1), named(words.up)),
      button("↓", () => move(i, 1), named(words.down)),
      button(words.double, () => {
        story.scenes.splice(i + 1, 0, structuredClone(scene));
        story.changed = true;
        draw();
      }, named(words.double)),
      button(words.remove, () => remove(i), named(words.remove))));
  }

  function field(label, input) {
    return make("label", {}, make("span", {}, label), input);
  }

  /** What can be changed of the scene that is shown. */
  function editor() {
    const scene = story.scenes[story.at];
    const text = make("textarea", {rows: 3, maxlength: 800});
    text.value = scene.kept.text ? scene.kept.text[lang] : "";
    text.placeholder = scene.text[lang];
    const notes = make("textarea", {rows: 4, maxlength: 2000});
    notes.value = (scene.kept.notes || {})[lang] || "";
    const seconds = make("input", {type: "number", min: 5, max: 3600, value: scene.kept.seconds});
    const view = make("input", {type: "text", value: scene.kept.view});
    const picture = make("select", {}, make("option", {value: ""}, words.usual_picture),
      make("option", {value: "none"}, words.words_alone),
      ...(story.pictures || [])
        .filter((one) => one.path === new URL(scene.kept.view || "/", location.origin).pathname)
        .map((one) => make("option", {value: one.key}, one[lang])));
    picture.value = scene.kept.picture || "";
    const live = make("input", {type: "checkbox"});
    live.checked = Boolean(scene.kept.live);
    const form = make("form", {class: "editor"}, field(words.sentence, text),
      field(words.notes, notes), field(words.view, view), field(words.picture, picture),
      make("label", {class: "check"}, live, make("span", {}, words.live)),
      field(words.seconds, seconds), make("button", {type: "submit"}, words.apply));
    const both = (old, value) => (value.trim() ? {...old, [lang]: value.trim()} : undefined);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const address = new URL(view.value || "/", location.origin);
      const found = await story.resolve({...scene.kept,
        view: view.value ? address.pathname + address.search : "",
        text: both(scene.kept.text, text.value), notes: both(scene.kept.notes, notes.value),
        picture: picture.value, live: live.checked, seconds: Number(seconds.value) || 60});
      if (!found) return;
      story.scenes[story.scenes.indexOf(scene)] = found;
      story.changed = true;
      story.go(story.at);
    });
    return make("details", {}, make("summary", {}, words.change_scene), form);
  }

  async function save() {
    const told = await failing(() =>
      stage.ask("/workshop/stories", {story: kept(), id: story.id, version: story.version}));
    if (!told) return;
    Object.assign(story, told, {changed: false});
    story.told(words.saved);
    draw();
  }

  function download() {
    const blob = new Blob([JSON.stringify(kept(), null, 2)], {type: "application/json"});
    const link = make("a", {href: URL.createObjectURL(blob), download: "corridor-atlas-story.json"});
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  async function upload(file) {
    let given = null;
    try { given = JSON.parse(await file.text()); } catch (error) { /* told as no story */ }
    await failing(async () => take(await stage.ask("/workshop/check", {story: given})));
  }

  function choice() {
    const select = make("select", {"aria-label": words.stories},
      make("option", {value: ""}, words.stories));
    failing(async () => {
      const {stories} = await stage.ask("/workshop/stories");
      select.append(...stories.map((one) => make("option", {value: one.id},
        one.version ? `${one.title[lang]} (${fill(words.version, one.version)})` : one.title[lang])));
    });
    select.addEventListener("change", () => { if (select.value) story.open(select.value); });
    return select;
  }

  function bar() {
    const title = make("input", {type: "text", maxlength: 160, value: story.title[lang]});
    title.addEventListener("change", () => {
      story.title = {...story.title, [lang]: title.value};
      story.changed = true;
      draw();
    });
    const file = make("input", {type: "file", accept: ".json,application/json", class: "file"});
    file.addEventListener("change", () => { if (file.files[0]) upload(file.files[0]); });
    const address = make("input", {type: "text", placeholder: words.paste});
    const paste = make("form", {class: "paste"}, field(words.add_view, address),
      make("button", {type: "submit"}, words.add));
    paste.addEventListener("submit", (event) => {
      event.preventDefault();
      try {
        const found = new URL(address.value, location.origin);
        story.addView(found.pathname + found.search);
      } catch (error) { story.told(words.failed); }
    });
    return [make("div", {class: "story-bar"}, choice(), field(words.story_title, title),
      button(story.changed ? words.save_changed : words.save, save),
      button(words.file_out, download), make("label", {class: "button"}, words.file_in, file)),
    paste];
  }

  function draw() {
    remember();
    const open = Boolean(at("story").querySelector("details[open]"));
    const details = story.scenes.length ? editor() : "";
    if (open && details) details.open = true;
    at("story").replaceChildren(make("h2", {}, words.story), ...bar(),
      make("ol", {class: "scenes"}, ...story.scenes.map(row)), details);
  }
})();
