/* A province or a mark in words: spoken, and on the card beside the pointer. */
(function () {
  "use strict";
  const atlas = (window.corridor_atlas = window.corridor_atlas || {});
  const e = (...parts) => window.React.createElement(...parts);

  /** One sentence about a province: what a screen reader says. */
  function spoken(props, fill, code) {
    const figure = fill.values[code];
    const {spoken, spoken_range, spoken_missing} = props.words;
    const sentence = !figure ? spoken_missing : figure.range ? spoken_range : spoken;
    const told = {name: props.names[code], unit: fill.unit};
    if (figure) Object.assign(told, {value: figure.text, range: figure.range, note: fill.notes[figure.note]});
    return sentence.replace(/\{(\w+)\}/g, (_, field) => told[field]).replace(/\s+([.,\u17d4])/g, "$1");
  }

  function card(props, fill, hover, frame) {
    if (!hover) return null;
    const style = {
      left: Math.min(hover.x + 14, frame.width - 268),
      ...(hover.y > frame.height * 0.6 ? {bottom: frame.height - hover.y + 14} : {top: hover.y + 14}),
    };
    if (hover.item) {
      const item = hover.item;
      return e(
        "div",
        {className: "map-card", style},
        e("p", {className: "card-name"}, item.name),
        e("p", null, item.kind),
        item.lines.map((line, i) => e("p", {key: i, className: "card-line"}, line)),
        item.place && e("p", {className: "card-note"}, item.place),
        e("p", {className: "card-note"}, item.note)
      );
    }
    const figure = fill.values[hover.code];
    return e(
      "div",
      {className: "map-card", style},
      e("p", {className: "card-name"}, props.names[hover.code]),
      figure
        ? [
            e("p", {key: "value", className: "card-value"}, figure.text, " ", e("span", null, fill.unit)),
            figure.extra && e("p", {key: "extra"}, figure.extra),
            figure.range && e("p", {key: "range"}, `${props.words.range} ${figure.range}`),
            figure.uncertain && e("p", {key: "hatch"}, fill.uncertain.text),
            e("p", {key: "note", className: "card-note"}, fill.notes[figure.note]),
          ]
        : e("p", null, props.words.missing)
    );
  }

  atlas.told = {spoken, card};
})();
