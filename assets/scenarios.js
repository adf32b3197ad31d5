/* The page of scenarios: between the URL, the plan and the other controls, in the browser. Mirrors
   dashboard/scenarios/asked.py. */
(function () {
  "use strict";
  const {put, query, same, skip, triggered} = window.corridor_atlas.url;
  const one = (params, key, allowed) => (allowed.includes(params.get(key)) ? params.get(key) : allowed[0]);
  const WHOLE = /^[0-9]{1,6}$/;
  const SAVED = /^[2-9a-hjkmnp-z]{16}\.[1-9][0-9]{0,8}$/; // dashboard/scenarios/saved_key.py
  const AMOUNT = /^[0-9]{1,6}(\.[0-9]{1,4})?$/;

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

  function readScenarios(params, offered) {
    const budget = params.get("budget") || "";
    const listed = (params.get("scenarios") || "").split(",").filter((key) => key && key !== "none");
    return {
      plan: cleanPlan(params.get("plan"), offered),
      budget: WHOLE.test(budget) && Number(budget) <= offered.most_budget ? Number(budget) : offered.first_budget,
      future: one(params, "future", offered.futures),
      year: one(params, "year", offered.years),
      basis: one(params, "basis", offered.bases),
      goal: one(params, "goal", offered.goals),
      border: one(params, "border", offered.borders),
      compared: [...new Set(listed)].slice(0, 4).filter((key) => offered.scenarios.includes(key) || SAVED.test(key)),
      province: offered.provinces.includes(params.get("province")) ? params.get("province") : null,
    };
  }

  function scenarios(search, plan, budget, future, year, basis, goal, border, compared, event, offered, was, turn) {
    const by = triggered();
    const params = new URLSearchParams(search || "");
    const before = readScenarios(params, offered);
    const of = (id, prop) => by.includes(`${id}.${prop}`);
    if (of("plan-editor", "value") && (plan || "") !== before.plan) put(params, "plan", plan || null, null);
    else if (of("plan-editor", "budget") && budget !== before.budget) put(params, "budget", budget, offered.first_budget);
    else if (of("future", "value") && future !== before.future) put(params, "future", future, offered.futures[0]);
    else if (of("year", "value") && year !== before.year) put(params, "year", year, offered.years[0]);
    else if (of("scenario-basis", "value") && basis !== before.basis) put(params, "basis", basis, offered.bases[0]);
    else if (of("goal", "value") && goal !== before.goal) put(params, "goal", goal, offered.goals[0]);
    else if (of("border-share", "value") && border !== before.border) put(params, "border", border, offered.borders[0]);
    else if (of("compared", "value") && !same(compared, before.compared)) put(params, "scenarios", compared.slice(0, 4).join(","), "");
    else if (of("map-plan", "event") && event) put(params, "province", event.province, null);
    const next = query(params);
    const now = readScenarios(params, offered);
    // Which saved scenario is open changes no number: nothing but its own section follows it.
    params.delete("saved");
    const asked = query(params);
    const set = (value, shown) => (same(value, shown) ? skip() : value);
    return [
      next === (search || "") ? skip() : next,
      set(now.plan, plan || ""),
      set(now.budget, budget),
      now.province,
      set(now.future, future),
      set(now.year, year),
      set(now.basis, basis),
      set(now.goal, goal),
      set(now.border, border),
      set(now.compared, compared),
      {layer: "scenario", measure: "plan", show: ["corridors"], province: now.province},
      asked === was ? skip() : asked,
      asked === was ? skip() : {...turn, turn: turn.turn + 1},
    ];
  }

  /** A point of the frontier becomes the plan. */
  function frontierPicked(click) {
    if (!click || !click.points || !click.points.length || !click.points[0].customdata[0]) return [skip(), skip()];
    return [click.points[0].customdata[0], click.points[0].x];
  }

  Object.assign(window.dash_clientside.atlas, {scenarios, readScenarios, frontierPicked});
})();
