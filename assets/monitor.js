/* The page of reintegration: between the URL and its controls, in the browser. Mirrors
   dashboard/monitor/asked.py. Counts exist for a province, a sector or a quarter of return: to
   choose one of them lets the others go. */
(function () {
  "use strict";
  const {put, query, same, skip, triggered} = window.corridor_atlas.url;
  const PLACES = ["province", "sector", "cohort"];
  const EVERYBODY = "all"; // what a control holds where the URL has no such key
  const WHOLE = /^[0-9]{1,3}$/;
  const COHORT = /^(20[0-9]{2}-Q[1-4]|earlier|unknown)$/;

  const known = (key, value, choices) =>
    choices[key].includes(value) || (key === "sector" && value === "unknown") || (key === "cohort" && COHORT.test(value));

  function readMonitor(params, choices) {
    const now = {province: "", sector: "", cohort: "", sex: "all", weights: {}};
    const place = PLACES.find((key) => params.get(key) && known(key, params.get(key), choices));
    if (place) now[place] = params.get(place);
    if (choices.sex.includes(params.get("sex"))) now.sex = params.get("sex");
    for (const [key, first] of Object.entries(choices.weights)) {
      const text = params.get(key) || "";
      if (WHOLE.test(text) && Number(text) <= choices.most && Number(text) !== first) now.weights[key] = Number(text);
    }
    return now;
  }

  function monitor(search, province, sector, cohort, sex, weights, choices) {
    const by = triggered();
    const params = new URLSearchParams(search || "");
    const before = readMonitor(params, choices);
    const of = (value) => (value && value !== EVERYBODY ? value : "");
    const given = {province: of(province), sector: of(sector), cohort: of(cohort)};
    const moved = PLACES.find((key) => by.includes(`monitor-${key}.value`) && given[key] !== before[key]);
    if (moved) {
      for (const key of PLACES) params.delete(key);
      put(params, moved, given[moved], "");
    } else if (by.includes("monitor-sex.value") && sex !== before.sex) put(params, "sex", sex, "all");
    else if (by.includes("monitor-weights.value") && !same(weights, before.weights)) {
      for (const key of Object.keys(choices.weights)) put(params, key, weights[key], undefined);
    }
    const next = query(params, search);
    const now = readMonitor(params, choices);
    const kept = (value, shown) => (same(value, shown) ? skip() : value);
    return [
      next === (search || "") ? skip() : next,
      kept(now.province || EVERYBODY, province),
      kept(now.sector || EVERYBODY, sector),
      kept(now.cohort || EVERYBODY, cohort),
      kept(now.sex, sex),
      kept(now.weights, weights),
    ];
  }

  Object.assign(window.dash_clientside.atlas, {monitor});
})();
