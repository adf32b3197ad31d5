/* The page of the mismatch: between the URL and its controls, in the browser. Mirrors
   dashboard/state.py, as atlas.js does for the map. */
(function () {
  "use strict";
  const {put, query, same, skip, triggered} = window.corridor_atlas.url;
  const NUMBER = /^[0-9]{1,6}(\.[0-9]{1,6})?$/;
  const CASE = ["lang", "digits", "embed", "basis", "ages"];

  const one = (params, key, allowed) => (allowed.includes(params.get(key)) ? params.get(key) : allowed[0]);

  /** The part of the view that the controls show, as the URL has it. */
  function readMismatch(params, choices) {
    const assumed = {};
    for (const [key, {low, high, first}] of Object.entries(choices.assumptions)) {
      const text = params.get(key) || "";
      const value = NUMBER.test(text) ? Number(text) : NaN;
      if (value >= low && value <= high && value !== first) assumed[key] = value;
    }
    const listed = params.get("show") ? params.get("show").split(",") : [];
    if (choices.overlays.includes(params.get("layer"))) listed.push(params.get("layer"));
    return {
      basis: one(params, "basis", choices.bases),
      ages: one(params, "ages", choices.ages),
      measure: one(params, "measure", choices.measures),
      second: one(params, "second", choices.seconds),
      show: [...new Set(listed.filter((key) => choices.overlays.includes(key)))],
      province: choices.provinces.includes(params.get("province")) ? params.get("province") : null,
      assumed,
    };
  }

  /** The keys that the numbers hang on, in one order: what makes two views the same case. */
  function caseOf(params, now, choices) {
    const kept = new URLSearchParams();
    const shown = {lang: one(params, "lang", ["en", "km"]), digits: one(params, "digits", ["latin", "khmer"]), embed: one(params, "embed", ["0", "1"]), basis: now.basis, ages: now.ages};
    const first = {lang: "en", digits: "latin", embed: "0", basis: choices.bases[0], ages: choices.ages[0]};
    for (const key of CASE) if (shown[key] !== first[key]) kept.set(key, shown[key]);
    for (const key of Object.keys(choices.assumptions)) if (key in now.assumed) kept.set(key, now.assumed[key]);
    return query(kept);
  }

  function mismatch(search, basis, ages, first, second, show, dials, left, right, moving, choices, was, turn) {
    const by = triggered();
    const params = new URLSearchParams(search || "");
    const before = readMismatch(params, choices);
    const of = (id) => by.some((prop) => prop.startsWith(`${id}.`));
    if (of("basis") && basis !== before.basis) put(params, "basis", basis, choices.bases[0]);
    else if (of("ages") && ages !== before.ages) put(params, "ages", ages, choices.ages[0]);
    else if (of("first-picture") && first !== before.measure) put(params, "measure", first, choices.measures[0]);
    else if (of("second-picture") && second !== before.second) put(params, "second", second, choices.seconds[0]);
    else if (of("mismatch-show") && !same(show, before.show)) {
      if (choices.overlays.includes(params.get("layer"))) params.delete("layer");
      put(params, "show", show.join(","), "");
    }
    else if (of("assumptions") && !same(dials, before.assumed)) {
      for (const key of Object.keys(choices.assumptions)) put(params, key, dials[key], undefined);
    } else {
      for (const [id, event] of [["map-left", left], ["map-right", right], ["map-movement", moving]]) {
        if (of(id) && event) put(params, "province", event.province, null);
      }
    }
    const next = query(params, search);
    const now = readMismatch(params, choices);
    const set = (value, shown) => (same(value, shown) ? skip() : value);
    const picture = (measure, shown) => ({layer: "mismatch", measure, show: shown, province: now.province});
    const kase = caseOf(params, now, choices);
    return [
      next === (search || "") ? skip() : next,
      set(now.basis, basis),
      set(now.ages, ages),
      set(now.measure, first),
      set(now.second, second),
      set(now.show, show),
      set(now.assumed, dials),
      picture(now.measure, now.show),
      picture(now.second === "none" ? choices.seconds[0] : now.second, now.show),
      {...picture("flows", ["corridors", "flows"]), layer: "flows"},
      now.second === "none" ? "maps single" : "maps",
      kase === was ? skip() : kase,
      kase === was ? skip() : {...turn, turn: turn.turn + 1},
    ];
  }

  Object.assign(window.dash_clientside.atlas, {mismatch, readMismatch});
})();
