/* Says when a page is drawn: #page carries data-ready="true" once no answer is awaited, the map
   has painted and the chart stands; the plain page of the first paint is then taken away. */
(function () {
  "use strict";
  let awaited = 0;
  let planned = false;
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

  const drawn = () => [...document.querySelectorAll("#page .province-map")].every((map) => map.dataset.painted === "true");
  const charted = () =>
    [...document.querySelectorAll("#page .ranking")].every((box) => box.querySelector(".js-plotly-plot .bars")) &&
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
    const ready = awaited === 0 && drawn() && charted() && page.childElementCount > 0;
    if (ready === (page.dataset.ready === "true")) return;
    page.setAttribute("data-ready", String(ready));
    if (ready && !page.dataset.shown) {
      page.dataset.shown = "true";
      document.title = page.dataset.title;
      jump();
    }
  }

  // Two frames: one for React to draw what came, one for what that asks for in turn.
  function look() {
    const page = document.getElementById("page");
    if (awaited > 0 && page && page.dataset.ready === "true") page.setAttribute("data-ready", "false");
    if (planned) return;
    planned = true;
    requestAnimationFrame(() => requestAnimationFrame(judge));
  }

  new MutationObserver(look).observe(document, {subtree: true, childList: true, attributeFilter: ["data-painted"]});
  window.addEventListener("hashchange", jump);
})();
