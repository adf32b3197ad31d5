/* Assumptions as sliders: a Dash component. What is dragged is shown at once and set a moment
   after the last move, so that one drag is one step of Back. Props: dashboard/components/dials.py. */
(function () {
  "use strict";
  const atlas = (window.corridor_atlas = window.corridor_atlas || {});
  const React = window.React;
  const e = React.createElement;
  const {useEffect, useRef, useState} = React;
  const PAUSE_MS = 160;
  const KHMER_ZERO = 0x17e0;

  function numeral(text, digits) {
    return digits === "khmer" ? text.replace(/[0-9]/g, (one) => String.fromCharCode(KHMER_ZERO + Number(one))) : text;
  }

  /** Only what differs from the defaults. */
  function changed(values, groups) {
    const dials = groups.flatMap((group) => group.dials);
    return Object.fromEntries(dials.filter((dial) => values[dial.key] !== undefined && values[dial.key] !== dial.first).map((dial) => [dial.key, values[dial.key]]));
  }

  /** The stop of a dial that is nearest to a value; where the dial has stops, it moves over them. */
  function nearest(dial, value) {
    return dial.stops.reduce((best, one, at) => (Math.abs(one - value) < Math.abs(dial.stops[best] - value) ? at : best), 0);
  }

  /** A value in words, three digits at most, as dashboard/compare_words.py tells it. */
  function inWords({many, one, times, year}, value) {
    if (year) return String(value);
    const text = Number((times * value).toPrecision(3)).toLocaleString("en-US", {maximumFractionDigits: 8});
    return (text === "1" ? one : many).replace("{value}", text);
  }

  function Dials(props) {
    const {groups, value, digits, words, most, setProps} = props;
    const [draft, setDraft] = useState(value);
    const waiting = useRef(null);
    useEffect(() => setDraft(value), [value]);
    useEffect(() => () => clearTimeout(waiting.current), []);

    function set(next) {
      setDraft(next);
      clearTimeout(waiting.current);
      waiting.current = setTimeout(() => setProps({value: changed(next, groups)}), PAUSE_MS);
    }

    const at = (dial) => (draft[dial.key] === undefined ? dial.first : draft[dial.key]);
    const count = Object.keys(changed(draft, groups)).length;

    function told(dial, group) {
      if (dial.told) return numeral(inWords(dial.told, at(dial)), digits);
      if (dial.unit !== "%") return numeral(`${at(dial)} ${dial.unit}`.trim(), digits);
      const total = group.dials.reduce((sum, one) => sum + at(one), 0);
      return numeral(`${total ? Math.round((100 * at(dial)) / total) : 0} %`, digits);
    }

    function row(dial, group) {
      const id = `${props.id}-${dial.key}`;
      const text = told(dial, group);
      const own = dial.key in changed(draft, groups);
      const range = dial.stops
        ? {min: 0, max: dial.stops.length - 1, step: 1, value: nearest(dial, at(dial)), disabled: !own && count >= most}
        : {min: dial.min, max: dial.max, step: dial.step, value: at(dial)};
      const chosen = (number) => (dial.stops ? dial.stops[number] : number);
      return e("div", {key: dial.key, className: ["dial", dial.unit === "%" || dial.told ? "share" : "", own ? "changed" : ""].join(" ").trim()},
        e("label", {htmlFor: id}, dial.label),
        e("output", {htmlFor: id}, text),
        e("input", {
          id, type: "range", ...range,
          "aria-valuetext": text,
          onChange: (event) => set({...draft, [dial.key]: chosen(Number(event.target.value))}),
        }),
        dial.about && e("p", {className: "dial-about"}, dial.about),
        dial.note && e("p", {className: "evidence", dangerouslySetInnerHTML: {__html: dial.note}}));
    }

    const inside = (group) => [
      e("p", {key: "about", className: "hint"}, group.about),
      ...group.dials.map((dial) => row(dial, group)),
    ];

    function folded(group) {
      const own = Object.keys(changed(draft, [group])).length;
      return e("details", {key: group.title},
        e("summary", null,
          e("h3", null, group.title),
          own > 0 && e("span", {className: "own"}, numeral(words.changed.replace("{value}", own), digits))),
        e("div", {role: "group", "aria-label": group.title}, inside(group)));
    }

    return e("div", {id: props.id, className: "dials"},
      e("button", {type: "button", className: "reset", disabled: !count, onClick: () => set({})}, words.reset),
      e("p", {className: "hint", role: "status"}, count ? numeral(words.changed.replace("{value}", count), digits) : ""),
      groups.map((group) => (group.folded
        ? folded(group)
        : e("section", {key: group.title}, e("h3", null, group.title), inside(group)))));
  }

  atlas.Dials = Dials;
  atlas.numeral = numeral;
})();
