/* A page of the atlas on the screen: large, soft to move between views, and followed by the other
   windows while the presenter walks in it. */
(function () {
  "use strict";
  const stage = window.atlasStage;
  const frame = stage.at("frame");
  const LOOK_MS = 250;
  const WIDTH = 1280;
  let asked = "";
  let told = "";

  const inside = () => {
    try {
      const here = frame.contentWindow;
      return here.location.origin === location.origin ? here : null;
    } catch (error) { return null; }
  };

  /** Letters of a page are made for an arm's length: on a screen they are larger. */
  function size() {
    const box = frame.parentElement;
    const zoom = Math.max(1, box.clientWidth / WIDTH);
    frame.style.width = `${box.clientWidth / zoom}px`;
    frame.style.height = `${box.clientHeight / zoom}px`;
    frame.style.transform = `scale(${zoom})`;
  }

  /** Go to a view: within the page where it stands already, so that nothing is loaded anew. */
  function go(view) {
    if (view === asked) return;
    asked = told = view;
    const here = inside();
    if (here && frame.dataset.loaded) {
      here.history.replaceState(null, "", view);
      here.dispatchEvent(new here.PopStateEvent("popstate", {state: null}));
    } else {
      frame.dataset.loaded = "";
      frame.src = view;
    }
  }

  const scrolled = (here) => {
    const all = here.document.documentElement;
    return Math.round(1000 * all.scrollTop / Math.max(1, all.scrollHeight - here.innerHeight));
  };

  function scroll(thousandths) {
    const here = inside();
    if (!here) return;
    const all = here.document.documentElement;
    here.scrollTo({top: (thousandths / 1000) * (all.scrollHeight - here.innerHeight)});
  }

  /** While the presenter walks in the page, tell where: `walked({view, scroll})`. */
  function watch(walks, walked) {
    let last = "";
    setInterval(() => {
      const here = walks() && inside();
      if (!here || !frame.dataset.loaded) return;
      const now = {view: here.location.pathname + here.location.search, scroll: scrolled(here)};
      const text = JSON.stringify(now);
      if (text === last) return;
      last = text;
      asked = told = now.view;
      walked(now);
    }, LOOK_MS);
  }

  frame.addEventListener("load", () => {
    const here = inside();
    if (!here) return;
    frame.dataset.loaded = "true";
    here.document.documentElement.classList.add("on-stage");
    here.addEventListener("keydown", (event) => {
      if (event.key === "Escape") stage.pressed("story");
    });
    if (stage.framed) stage.framed();
  });
  window.addEventListener("resize", size);

  stage.frame = {element: frame, go, scroll, size, watch, isReady: () => {
    const here = inside();
    return Boolean(here && here.document.querySelector('#page[data-ready="true"]'));
  }};
})();
