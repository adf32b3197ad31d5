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

  function Dials(props) {
    const {groups, value, digits, words, setProps} = props;
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
      if (dial.unit !== "%") return numeral(`${at(dial)} ${dial.unit}`.trim(), digits);
      const total = group.dials.reduce((sum, one) => sum + at(one), 0);
      return numeral(`${total ? Math.round((100 * at(dial)) / total) : 0} %`, digits);
    }

    function row(dial, group) {
      const id = `${props.id}-${dial.key}`;
      const text = told(dial, group);
      return e("div", {key: dial.key, className: ["dial", dial.unit === "%" ? "share" : "", dial.key in changed(draft, groups) ? "changed" : ""].join(" ").trim()},
        e("label", {htmlFor: id}, dial.label),
        e("output", {htmlFor: id}, text),
        e("input", {
          id, type: "range", min: dial.min, max: dial.max, step: dial.step, value: at(dial),
          "aria-valuetext": text,
          onChange: (event) => set({...draft, [dial.key]: Number(event.target.value)}),
        }),
        dial.note && e("p", {className: "evidence", dangerouslySetInnerHTML: {__html: dial.note}}));
    }

    return e("div", {id: props.id, className: "dials"},
      e("button", {type: "button", className: "reset", disabled: !count, onClick: () => set({})}, words.reset),
      e("p", {className: "hint", role: "status"}, count ? numeral(words.changed.replace("{value}", count), digits) : ""),
      groups.map((group) =>
        e("section", {key: group.title},
          e("h3", null, group.title),
          e("p", {className: "hint"}, group.about),
          group.dials.map((dial) => row(dial, group)))));
  }

  atlas.Dials = Dials;
  atlas.numeral = numeral;
})();
