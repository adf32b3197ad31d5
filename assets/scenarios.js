/* The page of scenarios: between the URL, the plan and the other controls, in the browser. Mirrors
   dashboard/scenarios/asked.py and wanted.py. */
(function () {
  "use strict";
  const {put, query, same, skip, triggered} = window.corridor_atlas.url;
  const one = (params, key, allowed) => (allowed.includes(params.get(key)) ? params.get(key) : allowed[0]);
  const WHOLE = /^[0-9]{1,6}$/;
  const SAVED = /^[2-9a-hjkmnp-z]{16}\.[1-9][0-9]{0,8}$/; // dashboard/scenarios/saved_key.py
  const NUMBER = /^[0-9]{1,8}(\.[0-9]{1,6})?$/;
  const AMOUNT = /^[0-9]{1,6}(\.[0-9]{1,4})?$/;
  // Controls whose value is one of a list, in the order of WISHES in dashboard/scenario_wiring.py
  // (the number of placements, which is no list, stands second there): id, key of the URL, list.
  const WISHES = [
    ["goal", "goal", "goals"],
    ["border-share", "border", "borders"],
    ["women-share", "women", "women"],
    ["most-province", "most_province", "most"],
    ["most-instrument", "most_instrument", "most"],
    ["start-year", "start", "starts"],
    ["aim", "aim", "aims"],
  ];

  /** The parts of a plan that are allocations, as dashboard/scenarios/plan_text.py keeps them. */
  function cleanPlan(text, offered) {
    return (text || "").split(",").filter((part) => {
      const [instrument, place, usd, first, years, more] = part.split(":");
      const on = offered.instruments[instrument];
      const known = on === "corridor" ? offered.corridors.includes(place) : offered.corridors.includes(place) || offered.provinces.includes(place);
      return on && known && more === undefined && AMOUNT.test(usd || "") && Number(usd) <= offered.most_usd
        && offered.years.includes(first) && WHOLE.test(years || "") && Number(years) >= 1 && Number(years) <= offered.years.length;
    }).slice(0, offered.most_rows).join(",");
  }

  /** The number of placements that a text names, or `otherwise`. */
  function placementsOf(text, otherwise, [, least, most]) {
    return WHOLE.test(text) && Number(text) >= least && Number(text) <= most ? Number(text) : otherwise;
  }

  /** What is set, key -> number, as dashboard/scenarios/settings.py keeps it. */
  function cleanSettings(text, offered) {
    const named = new Set();
    const own = {};
    for (const part of (text || "").split(",")) {
      const at = part.indexOf(":");
      const [key, amount] = [part.slice(0, Math.max(at, 0)), part.slice(at + 1)];
      const value = NUMBER.test(amount) ? Number(amount) : NaN;
      const one = Object.hasOwn(offered.settings, key) && !named.has(key) ? offered.settings[key] : null;
      if (!one || !(value >= one.least && value <= one.most) || (one.whole && value % 1)) continue;
      named.add(key);
      if (value !== one.first && Object.keys(own).length < offered.most_settings) own[key] = value;
    }
    return Object.fromEntries(Object.keys(offered.settings).filter((key) => key in own).map((key) => [key, own[key]]));
  }

  const settingsText = (own) => Object.entries(own).map(([key, value]) => `${key}:${value}`).join(",");

  function readScenarios(params, offered) {
    const budget = params.get("budget") || "";
    const listed = (params.get("scenarios") || "").split(",").filter((key) => key && key !== "none");
    return {
      plan: cleanPlan(params.get("plan"), offered),
      budget: WHOLE.test(budget) && Number(budget) <= offered.most_budget ? Number(budget) : offered.first_budget,
      settings: cleanSettings(params.get("set"), offered),
      future: one(params, "future", offered.futures),
      year: one(params, "year", offered.years),
      basis: one(params, "basis", offered.bases),
      placements: placementsOf(params.get("placements") || "", offered.placements[0], offered.placements),
      wishes: WISHES.map(([, key, list]) => one(params, key, offered[list])),
      compared: [...new Set(listed)].slice(0, 4).filter((key) => offered.scenarios.includes(key) || SAVED.test(key)),
      province: offered.provinces.includes(params.get("province")) ? params.get("province") : null,
      corridor: offered.corridors.includes(params.get("corridor")) ? params.get("corridor") : null,
    };
  }

  function scenarios(search, plan, budget, settings, future, year, basis, goal, placements, border, women, mostProvince, mostInstrument, start, aim, compared, event, offered, was, turn) {
    const by = triggered();
    const params = new URLSearchParams(search || "");
    const before = readScenarios(params, offered);
    const of = (id, prop) => by.includes(`${id}.${prop}`);
    const wishes = [goal, border, women, mostProvince, mostInstrument, start, aim];
    const wish = WISHES.findIndex(([id], at) => of(id, "value") && wishes[at] !== before.wishes[at]);
    const asked = placementsOf(String(placements), before.placements, offered.placements);
    if (of("plan-editor", "value") && (plan || "") !== before.plan) put(params, "plan", plan || null, null);
    else if (of("plan-editor", "budget") && budget !== before.budget) put(params, "budget", budget, offered.first_budget);
    else if (of("settings", "value") && !same(settings, before.settings)) put(params, "set", settingsText(settings), "");
    else if (of("future", "value") && future !== before.future) put(params, "future", future, offered.futures[0]);
    else if (of("year", "value") && year !== before.year) put(params, "year", year, offered.years[0]);
    else if (of("scenario-basis", "value") && basis !== before.basis) put(params, "basis", basis, offered.bases[0]);
    else if (of("placements", "value") && asked !== before.placements) put(params, "placements", asked, offered.placements[0]);
    else if (wish >= 0) put(params, WISHES[wish][1], wishes[wish], offered[WISHES[wish][2]][0]);
    else if (of("compared", "value") && !same(compared, before.compared)) put(params, "scenarios", compared.slice(0, 4).join(","), "");
    else if (of("map-plan", "event") && event) {
      put(params, "province", event.province, null);
      put(params, "corridor", event.route, null);
    }
    const next = query(params, search);
    const now = readScenarios(params, offered);
    // Which saved scenario is open, or which corridor is picked, changes no number.
    params.delete("saved");
    params.delete("corridor");
    const counts = query(params);
    const set = (value, shown) => (same(value, shown) ? skip() : value);
    const [first, ...others] = now.wishes.map((value, at) => set(value, wishes[at]));
    return [
      next === (search || "") ? skip() : next,
      set(now.plan, plan || ""),
      set(now.budget, budget),
      now.corridor || now.province,
      counts === was ? skip() : turn.turn + 1,
      set(now.settings, settings),
      set(now.future, future),
      set(now.year, year),
      set(now.basis, basis),
      first,
      set(now.placements, placements),
      ...others,
      now.wishes[0] !== offered.cost_goal,
      set(now.compared, compared),
      {layer: "scenario", measure: "plan", show: ["corridors"], province: now.province, route: now.corridor},
      counts === was ? skip() : counts,
      counts === was ? skip() : {...turn, turn: turn.turn + 1},
    ];
  }

  /** The answer to a drag, unless the drag has gone on or has ended elsewhere meanwhile. */
  function sketched(answer, draft, value, budget, search) {
    const ended = draft && draft.plan === (value || "") && draft.budget === budget && answer && answer.search !== (search || "");
    if (!answer || !same(answer.draft, draft) || ended) return [skip(), skip(), skip()];
    return [answer.words, answer.evidence, answer.css];
  }

  /** A point of the frontier becomes the plan. */
  function frontierPicked(click) {
    if (!click || !click.points || !click.points.length || !click.points[0].customdata[0]) return [skip(), skip()];
    return [click.points[0].customdata[0], click.points[0].x];
  }

  Object.assign(window.dash_clientside.atlas, {scenarios, sketched, readScenarios, frontierPicked});
})();
