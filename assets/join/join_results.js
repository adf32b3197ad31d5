/* Results that the facilitator shows: a bar a row, each group apart, texts as they were written. */
(function () {
  "use strict";
  const room = (window.atlasRoom = window.atlasRoom || {});
  const COUNTED = ["single", "multiple", "rating"];

  function amount(question, row) {
    if (!COUNTED.includes(question.kind)) return String(Math.round(10 * row.value) / 10);
    return `${row.value} (${Math.round(100 * row.share)}%)`;
  }

  function name(question, key, lang) {
    const option = question.options.find((one) => one.key === key);
    return option ? option[lang] : key;
  }

  function tally(question, found, {words, lang}) {
    const {make, fill} = room;
    const parts = [];
    if (found.few) return [make("p", {class: "about"}, words.few)];
    if (found.said) parts.push(make("p", {}, found.said[lang]));
    if (found.rows && found.rows.length) {
      const longest = Math.max(...found.rows.map((row) => row.share), 0.0001);
      parts.push(make("ul", {class: "bars"}, ...found.rows.map((row) => {
        const bar = make("i", {});
        bar.style.width = `${(100 * row.share) / Math.max(longest, 0.25)}%`;
        return make("li", {},
          make("span", {class: "row"}, make("span", {}, name(question, row.key, lang)),
            make("strong", {}, amount(question, row))),
          make("span", {class: "bar-line", "aria-hidden": "true"}, bar));
      })));
    }
    if (found.texts) {
      parts.push(make("ul", {class: "texts"},
        ...found.texts.map((one) => make("li", {}, one.text))));
    }
    parts.push(make("p", {class: "about"}, fill(words.answers, found.answers)));
    return parts;
  }

  /** Draw the results of the question into `place`, or take them away. */
  room.results = function (place, question, context) {
    place.replaceChildren();
    place.hidden = !(question && question.shown && question.tally);
    if (place.hidden) return;
    const {make} = room;
    place.append(make("p", {class: "about"}, context.words.results),
      make("h2", {}, question.text[context.lang]));
    place.append(...tally(question, question.tally, context));
    for (const group of question.tally.groups || []) {
      place.append(make("h3", {}, group.group[context.lang]), ...tally(question, group, context));
    }
  };
})();
