/* The editor of a plan: a Dash component. Rows of money, each an instrument in a place over some
   years; what is changed is shown at once and set a moment after the last move. Undo and redo step
   through what was set. Props: dashboard/components/plan_editor.py. */
(function () {
  "use strict";
  const atlas = (window.corridor_atlas = window.corridor_atlas || {});
  const React = window.React;
  const e = React.createElement;
  const {useEffect, useRef, useState} = React;
  const PAUSE_MS = 160;
  const DRAFT_MS = 50;
  const MOST = 80;

  /** `instrument:place:million dollars:first year:years`, as dashboard/scenarios/plan_text.py. */
  function read(text) {
    return (text || "").split(",").filter(Boolean).map((part) => {
      const [instrument, place, usd, first, years] = part.split(":");
      return {instrument, place, usd: Number(usd), first: Number(first), years: Number(years)};
    });
  }

  const round = (value) => Math.round(value * 10000) / 10000;
  const write = (rows) => rows.map((row) => [row.instrument, row.place, round(row.usd), row.first, row.years].join(":")).join(",");

  function Plan(props) {
    const {value, budget, here, turn, instruments, places, ready, years, words, setProps} = props;
    const [rows, setRows] = useState(() => read(value));
    const [starting, setStarting] = useState("");
    const [money, setMoney] = useState(budget);
    const waiting = useRef(null);
    const paying = useRef(null);
    const drafting = useRef(null);
    const drafted = useRef(0);
    const told = useRef(value || "");
    const pending = useRef(null);
    const past = useRef([]);
    const ahead = useRef([]);
    const numeral = (number) => atlas.numeral(Number(round(number)).toLocaleString("en-US"), props.digits);

    // What comes from outside (Back, a ready plan, a point of the frontier) is a step too.
    useEffect(() => {
      if ((value || "") === told.current) return;
      past.current.push(told.current);
      ahead.current = [];
      told.current = value || "";
      setRows(read(value));
    }, [value]);
    useEffect(() => setMoney(budget), [budget]);
    useEffect(() => () => [waiting, paying, drafting].forEach((timer) => clearTimeout(timer.current)), []);
    // The best use is another one for other people: what is picked waits for its own case.
    useEffect(() => {
      if (!starting || ready.turn < turn) return;
      setStarting("");
      set(read(ready.plans.find((one) => one.key === starting).plan));
    }, [starting, ready, turn]);

    // What a drag would bring is asked for while it lasts; only where it ends is a step of Back.
    function sketch(next) {
      clearTimeout(drafting.current);
      drafting.current = setTimeout(() => {
        drafted.current = performance.now();
        setProps({draft: next});
      }, Math.max(0, drafted.current + DRAFT_MS - performance.now()));
    }

    function tell(text) {
      clearTimeout(waiting.current);
      told.current = text;
      setProps({value: text});
    }

    function set(next, pause) {
      setRows(next);
      clearTimeout(waiting.current);
      pending.current = write(next);
      if (pause) sketch({plan: pending.current, budget: money});
      waiting.current = setTimeout(settle, pause ? PAUSE_MS : 0);
    }

    function pay(next) {
      setMoney(next);
      sketch({plan: told.current, budget: next});
      clearTimeout(paying.current);
      paying.current = setTimeout(() => setProps({budget: next}), PAUSE_MS);
    }

    /** What was moved last becomes a step of its own. */
    function settle() {
      const text = pending.current;
      pending.current = null;
      if (text === null || text === told.current) return;
      past.current.push(told.current);
      ahead.current = [];
      tell(text);
    }

    function step(from, to) {
      clearTimeout(waiting.current);
      settle();
      if (!from.current.length) return;
      to.current.push(told.current);
      const text = from.current.pop();
      setRows(read(text));
      tell(text);
    }

    // On the whole page: a row that is removed takes the focus with it. Texts have an undo of their own.
    const keys = useRef(null);
    keys.current = (event) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "z") return;
      if (event.target.matches && event.target.matches("textarea, input:not([type=range])")) return;
      event.preventDefault();
      if (event.shiftKey) step(ahead, past);
      else step(past, ahead);
    };
    useEffect(() => {
      const listen = (event) => keys.current(event);
      document.addEventListener("keydown", listen);
      return () => document.removeEventListener("keydown", listen);
    }, []);

    const change = (i, part, pause) => set(rows.map((row, at) => (at === i ? {...row, ...part} : row)), pause);
    const used = rows.reduce((sum, row) => sum + row.usd, 0);
    const options = (list) => list.map((one) => e("option", {key: one.key, value: one.key}, one.label));
    const isCorridor = (key) => places.some((group) => group.corridors && group.places.some((place) => place.key === key));
    const nameOf = (key) => places.flatMap((group) => group.places).find((place) => place.key === key).label;
    const allowed = (key) => places.filter((group) => key !== "corridor" || group.corridors);

    function select(label, chosen, children, pick) {
      return e("select", {className: "form-select", "aria-label": label, value: chosen, onChange: (event) => pick(event.target.value)}, children);
    }

    function added() {
      const on = instruments[0].on;
      const groups = allowed(on);
      const place = here && (on !== "corridor" || isCorridor(here)) ? here : groups[0].places[0].key;
      const left = Math.max(money - used, 0);
      set([...rows, {instrument: instruments[0].key, place, usd: round(Math.min(left || 10, 20)), first: years[0], years: 3}]);
    }

    function pickInstrument(i, key) {
      const found = instruments.find((one) => one.key === key);
      const groups = allowed(found.on);
      const known = groups.some((group) => group.places.some((place) => place.key === rows[i].place));
      change(i, {instrument: key, place: known ? rows[i].place : groups[0].places[0].key});
    }

    function rowOf(row, i) {
      const found = instruments.find((one) => one.key === row.instrument) || instruments[0];
      const name = `${words.row} ${i + 1}`;
      return e("li", {key: i, className: "plan-row"},
        select(`${name}: ${words.instrument}`, row.instrument, options(instruments), (key) => pickInstrument(i, key)),
        select(`${name}: ${words.place}`, row.place,
          allowed(found.on).map((group) => e("optgroup", {key: group.label, label: group.label}, options(group.places))),
          (place) => change(i, {place})),
        e("div", {className: "plan-money"},
          e("input", {type: "range", min: 0, max: Math.max(money, row.usd), step: 1, value: row.usd,
            "aria-label": `${name}: ${words.usd}`, "aria-valuetext": `${numeral(row.usd)} ${words.million}`,
            onChange: (event) => change(i, {usd: Number(event.target.value)}, true)}),
          e("output", null, `${numeral(row.usd)} ${words.million}`)),
        e("div", {className: "plan-years"},
          select(`${name}: ${words.first}`, row.first, years.map((year) => e("option", {key: year, value: year}, atlas.numeral(String(year), props.digits))), (year) => change(i, {first: Number(year)})),
          select(`${name}: ${words.years}`, row.years, years.map((_, at) => e("option", {key: at, value: at + 1}, words.over.replace("{years}", atlas.numeral(String(at + 1), props.digits)))), (count) => change(i, {years: Number(count)})),
          e("button", {type: "button", className: "plain", "aria-label": `${name}: ${words.remove}`, onClick: () => set(rows.filter((_, at) => at !== i))}, words.remove)),
        e("p", {className: "hint"}, found.says));
    }

    const left = money - used;
    return e("div", {id: props.id, className: "plan"},
      e("label", {className: "plan-start"}, words.start,
        e("select", {className: "form-select", value: starting || "", onChange: (event) => setStarting(event.target.value)},
          e("option", {value: ""}, words.choose),
          options(ready.plans))),
      e("div", {className: "plan-budget"},
        e("label", null, words.budget,
          e("input", {type: "range", min: 0, max: props.most_budget, step: 10, value: money, "aria-valuetext": `${numeral(money)} ${words.million}`,
            onChange: (event) => pay(Number(event.target.value))})),
        e("output", null, `${numeral(money)} ${words.million}`)),
      e("div", {className: left < -0.005 ? "plan-left over" : "plan-left", role: "status"},
        e("div", {className: "bar", "aria-hidden": true}, e("span", {className: "bar-fill", style: {width: `${Math.min(100, money ? (100 * used) / money : used ? 100 : 0)}%`}})),
        e("p", null, (left < -0.005 ? words.over_budget : words.left).replace("{usd}", numeral(Math.abs(left))))),
      rows.length ? e("ol", {className: "plan-rows"}, rows.map(rowOf)) : e("p", {className: "hint"}, words.empty),
      e("div", {className: "plan-acts"},
        e("button", {type: "button", className: "reset", disabled: rows.length >= MOST, onClick: added}, here ? words.add_here.replace("{place}", nameOf(here)) : words.add),
        e("button", {type: "button", className: "reset", disabled: !past.current.length, onClick: () => step(past, ahead)}, words.undo),
        e("button", {type: "button", className: "reset", disabled: !ahead.current.length, onClick: () => step(ahead, past)}, words.redo),
        e("button", {type: "button", className: "reset", disabled: !rows.length, onClick: () => set([])}, words.clear)));
  }

  atlas.Plan = Plan;
})();
