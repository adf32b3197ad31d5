/* The audience's screen, and the small one on the presenter's page. */
(function () {
  "use strict";
  const stage = window.atlasStage;
  const {at, page, words} = stage;
  const isPreview = new URLSearchParams(location.search).get("part") === "preview";
  let state = null;
  stage.walks = isPreview;
  document.documentElement.classList.toggle("preview", isPreview);

  const post = stage.channel((message) => {
    if (message.state) { state = message.state; stage.show(state); }
    if ("pointer" in message) stage.pointer(message.pointer);
    if (message.asks_sizes) hello();
  });

  function hello() {
    post({hello: isPreview ? "preview" : "screen",
      width: window.innerWidth, height: window.innerHeight});
  }

  stage.pressed = (act) => post({act});
  stage.framed = () => { if (state) stage.show(state); };
  stage.frame.watch(() => isPreview && state && state.mode === "drill",
    (walked) => post({walked}));

  document.addEventListener("keydown", (event) => {
    const act = stage.key(event);
    if (!act || event.target.closest("button")) return;
    event.preventDefault();
    if (act === "full") full(); else post({act});
  });

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen().catch(() => {});
  }

  at("full").addEventListener("click", full);
  at("full").hidden = isPreview;
  document.addEventListener("fullscreenchange", () => {
    at("full").hidden = Boolean(document.fullscreenElement);
  });
  window.addEventListener("resize", () => { hello(); if (state) stage.show(state); });
  /* The page in the frame says by itself when it is ready; it is asked until it is. */
  setInterval(() => {
    const frame = stage.frame.element;
    if (!frame.hidden && frame.classList.contains("waits") && state) stage.show(state);
  }, 300);
  window.addEventListener("pagehide", () => { if (!isPreview) post({bye: true}); });
  document.fonts.ready.then(() => { if (state) stage.show(state); });
  at("sentence").textContent = words.waiting;
  page.dataset.ready = "true";
  hello();
})();
