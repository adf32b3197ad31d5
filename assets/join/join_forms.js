/* The form of each kind of question. `build` draws it for what was answered until now and gives
   {element, read}: what is answered, or null where it is not whole yet. Words come from the page. */
(function () {
  "use strict";
  const room = (window.atlasRoom = window.atlasRoom || {});

  /** An element with attributes and children; texts are only ever texts. */
  function make(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (value === true) element.setAttribute(name, "");
      else if (value !== false && value !== null) element.setAttribute(name, value);
    }
    element.append(...children.filter((child) => child !== null));
    return element;
  }

  /** A sentence with its number filled in. */
  const fill = (sentence, n) => sentence.replace("{n}", n);

  function choices(context, {type, most}) {
    const {question, given, words, lang, changed} = context;
    const chosen = new Set([].concat(given ?? []).map(String));
    const inputs = question.options.map((option) =>
      make("input", {type, name: "answer", value: option.key}));
    const box = make("fieldset", {class: "choices", "aria-labelledby": "question-text"},
      ...question.options.map((option, i) =>
        make("label", {}, inputs[i], make("span", {}, option[lang]))));
    const how = type === "radio" ? words.pick_one : fill(words.pick_some, most);
    const read = () => inputs.filter((input) => input.checked).map((input) => input.value);
    const limit = () => {
      const full = type === "checkbox" && read().length >= most;
      for (const input of inputs) input.disabled = full && !input.checked;
    };
    for (const input of inputs) {
      input.checked = chosen.has(input.value);
      input.addEventListener("change", () => { limit(); changed(); });
    }
    limit();
    return {element: make("div", {class: "asked"}, make("p", {class: "about"}, how), box), read};
  }

  function single(context) {
    const built = choices(context, {type: "radio"});
    return {...built, read: () => built.read()[0] ?? null};
  }

  function multiple(context) {
    const built = choices(context, {type: "checkbox", most: context.question.settings.most});
    return {...built, read: () => (built.read().length ? built.read() : null)};
  }

  function ranking(context) {
    const {question, given, words, lang, changed} = context;
    const most = question.settings.most;
    let order = Array.isArray(given) ? [...given] : [];
    const buttons = question.options.map((option) => {
      const button = make("button", {type: "button"},
        make("span", {class: "place", "aria-hidden": "true"}), make("span", {}, option[lang]));
      button.addEventListener("click", () => {
        if (order.includes(option.key)) order = order.filter((key) => key !== option.key);
        else if (order.length < most) order.push(option.key);
        draw();
        changed();
      });
      return button;
    });
    const anew = make("button", {type: "button", class: "plain"}, words.rank_clear);
    anew.addEventListener("click", () => { order = []; draw(); changed(); });
    function draw() {
      question.options.forEach((option, i) => {
        const place = order.indexOf(option.key) + 1;
        const button = buttons[i];
        button.firstChild.textContent = place || "";
        button.setAttribute("aria-pressed", String(place > 0));
        button.setAttribute("aria-label",
          place ? `${fill(words.place, place)} ${option[lang]}` : option[lang]);
      });
      anew.hidden = !order.length;
    }
    draw();
    const list = make("div", {class: "choices", role: "group", "aria-labelledby": "question-text"},
      ...buttons);
    const how = make("p", {class: "about"}, fill(words.rank, most));
    return {
      element: make("div", {class: "asked"}, how, list, anew),
      read: () => (order.length === most ? order : null),
    };
  }

  function dividing(context, left) {
    const {question, given, words, lang, changed} = context;
    const {total, step} = question.settings;
    const parts = Object.fromEntries(question.options.map((option) =>
      [option.key, (given && given[option.key]) || 0]));
    const rest = () => total - Object.values(parts).reduce((sum, part) => sum + part, 0);
    const told = make("p", {class: "left", role: "status"});
    const rows = question.options.map((option) => {
      const id = `part-${option.key}`;
      const shown = make("output", {"aria-labelledby": id});
      const act = (sign, label, by) => {
        const button = make("button",
          {type: "button", "aria-label": `${label}: ${option[lang]}`}, sign);
        button.addEventListener("click", () => {
          parts[option.key] += by();
          draw();
          changed();
        });
        return button;
      };
      const less = act("−", words.less, () => -Math.min(step, parts[option.key]));
      const more = act("+", words.more, () => Math.min(step, rest()));
      const item = make("li", {}, make("span", {id}, option[lang]), less, shown, more);
      return {key: option.key, item, shown, less, more};
    });
    function draw() {
      const now = rest();
      told.textContent = now ? fill(left, now) : words.nothing_left;
      for (const row of rows) {
        row.shown.textContent = parts[row.key];
        row.less.disabled = parts[row.key] === 0;
        row.more.disabled = now === 0;
      }
    }
    draw();
    const list = make("ul", {class: "parts"}, ...rows.map((row) => row.item));
    return {
      element: make("div", {}, told, list),
      read: () => (rest() === 0 ? {...parts} : null),
    };
  }

  function rating(context) {
    const {question, given, words, changed} = context;
    const {low, high} = question.settings;
    const inputs = [];
    for (let grade = low; grade <= high; grade += 1) {
      const input = make("input", {type: "radio", name: "answer", value: grade});
      input.checked = grade === given;
      input.addEventListener("change", changed);
      inputs.push(input);
    }
    const box = make("fieldset",
      {class: high > 6 ? "choices grades many" : "choices grades", "aria-labelledby": "question-text"},
      ...inputs.map((input) => make("label", {}, make("span", {}, input.value), input)));
    const ends = make("p", {class: "ends"},
      make("span", {}, `${low} ${words.rate_low}`), make("span", {}, `${high} ${words.rate_high}`));
    return {
      element: make("div", {class: "asked"}, box, ends),
      read: () => {
        const chosen = inputs.find((input) => input.checked);
        return chosen ? Number(chosen.value) : null;
      },
    };
  }

  function text(context) {
    const {question, given, words, changed} = context;
    const most = question.settings.most;
    const area = make("textarea", {id: "answer-text", rows: 4, maxlength: most});
    area.value = given || "";
    const left = make("p", {class: "about"});
    const draw = () => { left.textContent = fill(words.letters, most - area.value.length); };
    area.addEventListener("input", () => { draw(); changed(); });
    draw();
    return {
      element: make("div", {class: "asked"}, make("label", {for: "answer-text"}, words.write), area,
        left, make("p", {class: "about"}, words.moderated)),
      read: () => area.value.trim() || null,
    };
  }

  room.make = make;
  room.fill = fill;
  room.forms = {
    single,
    multiple,
    ranking,
    points: (context) => dividing(context, context.words.left),
    budget: (context) => dividing(context, context.words.left_money),
    rating,
    text,
  };
})();
