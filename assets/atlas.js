/* Between the URL and the controls, in the browser. The URL is the only state of the view: a
   control writes it, Back and a pasted link read it. Mirrors dashboard/state.py. */
(function () {
  "use strict";
  const FRAME_HEIGHT = 800;
  const skip = () => window.dash_clientside.no_update;
  const triggered = () => window.dash_clientside.callback_context.triggered.map((one) => one.prop_id);
  const same = (a, b) => JSON.stringify(a) === JSON.stringify(b);

  /** The query of `params`; as it was where it says the same, or Back would not get past a link
      that somebody else has spelled. */
  function query(params, search = null) {
    const text = params.toString();
    if (search !== null && text === new URLSearchParams(search || "").toString()) return search || "";
    return text ? `?${text.replace(/%2C/g, ",").replace(/%3A/g, ":")}` : "";
  }

  function put(params, key, value, first) {
    if (value === first || value === null || value === undefined) params.delete(key);
    else params.set(key, value);
  }

  /** Which page in which language: changes only when one of them does. */
  function route(pathname, search, old) {
    const params = new URLSearchParams(search || "");
    const next = {
      path: pathname || "/",
      lang: params.get("lang") || "en",
      digits: params.get("digits") || "latin",
      embed: params.get("embed") === "1",
    };
    return same(next, old) ? skip() : next;
  }

  const either = (value, other, usual) => (value === other ? other : usual);

  /** Language and digits into the URL, everything else in it kept. Dash also calls this when the
      controls are first put on the page; the URL then stays as it was typed. */
  function reader(lang, digits) {
    const params = new URLSearchParams(window.location.search);
    const kind = digits && digits.length ? "khmer" : "latin";
    document.documentElement.lang = lang;
    if (lang === either(params.get("lang"), "km", "en") && kind === either(params.get("digits"), "khmer", "latin")) {
      return skip();
    }
    put(params, "lang", lang, "en");
    put(params, "digits", kind, "latin");
    return query(params);
  }

  /** The part of the view that controls and map show, as the URL has it. */
  function read(params, choices) {
    const layers = choices.layers;
    const named = params.get("layer");
    const layer = Object.hasOwn(layers, named || "") ? named : Object.keys(layers)[0];
    const measures = layers[layer].measures.map((one) => one.value);
    const measure = measures.includes(params.get("measure")) ? params.get("measure") : measures[0];
    const listed = params.get("show") ? params.get("show").split(",") : choices.shown_first;
    const show = [...new Set(listed.filter((key) => choices.overlays.includes(key)))];
    if (choices.overlays.includes(named) && !show.includes(named)) show.push(named);
    const province = choices.provinces.includes(params.get("province")) ? params.get("province") : null;
    return {layer, measure, show, province};
  }

  /** Controls and URL, both ways; also what the map draws, at once, without the server. */
  function view(search, layer, measure, show, event, choices) {
    const by = triggered();
    const params = new URLSearchParams(search || "");
    const before = read(params, choices);
    if (by.includes("layer.value") && layer !== before.layer) {
      put(params, "layer", layer, Object.keys(choices.layers)[0]);
      const measures = choices.layers[layer].measures.map((one) => one.value);
      if (!measures.includes(before.measure)) params.delete("measure");
      else put(params, "measure", before.measure, measures[0]);
    } else if (by.includes("measure.value") && measure !== before.measure) {
      put(params, "measure", measure, choices.layers[before.layer].measures[0].value);
    } else if (by.includes("show.value") && !same(show, before.show)) {
      if (choices.overlays.includes(params.get("layer"))) params.delete("layer");
      put(params, "show", show.join(",") || "none", choices.shown_first.join(",") || "none");
    } else if (by.includes("map.event") && event) {
      put(params, "province", event.province, null);
    }
    const next = query(params, search);
    const now = read(params, choices);
    return [
      next === (search || "") ? skip() : next,
      now.layer === layer ? skip() : now.layer,
      choices.layers[now.layer].measures,
      now.measure === measure ? skip() : now.measure,
      same(now.show, show) ? skip() : now.show,
      now,
    ];
  }

  /** The address `href` with a query that `change` has changed. */
  function addressed(href, change) {
    const url = new URL(href || window.location.href, window.location.href);
    change(url.searchParams);
    return `${url.pathname}${query(url.searchParams)}${url.hash}`;
  }

  /** The view of a frame with everything around it. */
  const wholeLink = (href) => addressed(href, (params) => params.delete("embed"));

  /** The presenter's page, with this view as one more scene of its story. */
  function storyLink(href) {
    const here = new URL(href, window.location.origin);
    const lang = here.searchParams.get("lang") === "km" ? "km" : "en";
    return `/workshop?lang=${lang}&add=${encodeURIComponent(here.pathname + here.search)}`;
  }

  const IN_HTML = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"};
  const escaped = (text) => text.replace(/[&<>"']/g, (one) => IN_HTML[one]);

  /** HTML of a frame with this view. Which saved scenario is open changes nothing in it, and whoever
      has its link could change it: it stays here. */
  function snippet(href, title) {
    const address = addressed(href, (params) => {
      params.delete("saved");
      params.set("embed", "1");
    });
    const source = escaped(window.location.origin + address);
    return `<iframe src="${source}" title="${escaped(title || "")}" width="100%" height="${FRAME_HEIGHT}" loading="lazy" style="border: 0"></iframe>`;
  }

  function chartPicked(click) {
    if (!click || !click.points || !click.points.length) return skip();
    return {type: "select", province: click.points[0].customdata[0], at: Date.now()};
  }

  function chartPointed(hover) {
    return hover && hover.points && hover.points.length ? hover.points[0].customdata[0] : null;
  }

  /** Pointing at a province on the map points at its bar. */
  window.addEventListener("atlas:hover", (event) => {
    const graph = document.querySelector(".ranking .js-plotly-plot");
    if (!graph || !window.Plotly || !graph.data || !graph.data.length || !graph.data[0].customdata) return;
    const index = event.detail === null ? -1 : graph.data[0].customdata.findIndex((one) => one[0] === event.detail);
    // The pointer may have gone straight from the map to a bar: that bar stays pointed at.
    if (index < 0 && !graph.matches(":hover")) window.Plotly.Fx.unhover(graph);
    else if (index >= 0) window.Plotly.Fx.hover(graph, [{curveNumber: 0, pointNumber: index}]);
  });

  window.corridor_atlas = Object.assign(window.corridor_atlas || {}, {url: {put, query, same, skip, triggered}});
  window.dash_clientside = Object.assign({}, window.dash_clientside, {
    atlas: {route, reader, read, view, wholeLink, storyLink, snippet, chartPicked, chartPointed},
  });
})();
