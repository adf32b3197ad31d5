/* Says when a page is drawn: #page carries data-ready="true" once no answer is awaited, the map
   has painted and the chart stands; the plain page of the first paint is then taken away. */
(function () {
  "use strict";
  const SETTLE_MS = 200;
  let awaited = 0;
  let planned = false;
  let settled = 0;
  const fetch = window.fetch;

  window.fetch = function (...call) {
    const url = String(call[0] && call[0].url ? call[0].url : call[0]);
    if (!url.includes("_dash-")) return fetch.apply(this, call);
    awaited += 1;
    look();
    return fetch.apply(this, call).finally(() => {
      awaited -= 1;
      look();
    });
  };

  const drawn = () => [...document.querySelectorAll("#page .province-map")].every((map) => map.dataset.painted === "true" || !map.offsetParent);
  // Where there is nothing to draw, a sentence stands in the place of the chart.
  const stands = (box) => box.querySelector(".js-plotly-plot .trace, .no-chart");
  const charted = () =>
    [...document.querySelectorAll("#page .ranking")].every((box) => stands(box)) &&
    [...document.querySelectorAll("#page .prose")].every((box) => box.querySelector("h2"));

  /** The live page takes the place of the first paint: same words, same places. */
  function swap() {
    const first = document.getElementById("first-paint");
    if (!first) return;
    first.remove();
    document.body.classList.add("live");
  }

  function jump() {
    const id = decodeURIComponent(window.location.hash.slice(1));
    const target = id && document.getElementById(id);
    for (const old of document.querySelectorAll(".pointed")) old.classList.remove("pointed");
    if (!target) return;
    target.classList.add("pointed");
    target.scrollIntoView();
  }

  function judge() {
    planned = false;
    const page = document.getElementById("page");
    if (!page) return;
    if (drawn() && page.childElementCount) swap();
    const waits = settled - performance.now();
    if (waits > 0) setTimeout(look, waits);
    const ready = awaited === 0 && waits <= 0 && drawn() && charted() && page.childElementCount > 0;
    if (ready === (page.dataset.ready === "true")) return;
    page.setAttribute("data-ready", String(ready));
    // What scrolls sideways can be scrolled by keyboard.
    for (const table of document.querySelectorAll("#page .prose table")) {
      if (table.scrollWidth > table.clientWidth) table.tabIndex = 0;
    }
    if (ready && !page.dataset.shown) {
      page.dataset.shown = "true";
      document.title = page.dataset.title;
      jump();
    }
  }

  // Two frames: one for React to draw what came, one for what that asks for in turn.
  function look() {
    const page = document.getElementById("page");
    const busy = awaited > 0 || performance.now() < settled;
    if (busy && page && page.dataset.ready === "true") page.setAttribute("data-ready", "false");
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => requestAnimationFrame(judge));
  }

  /** What a reader does has its effect a moment later: until then the page is not ready. */
  function act() {
    settled = performance.now() + SETTLE_MS;
    look();
  }

  for (const kind of ["click", "change", "input", "keydown"]) document.addEventListener(kind, act, true);
  for (const kind of ["popstate", "_dashprivate_pushstate"]) window.addEventListener(kind, act);
  new MutationObserver(look).observe(document, {subtree: true, childList: true, attributeFilter: ["data-painted"]});
  window.addEventListener("hashchange", jump);
})();
