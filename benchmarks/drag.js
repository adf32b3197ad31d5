/* Times one move of a slider inside the page: from the move to the changed answer in words, to its
   range, and to the page that is ready again. Called by drag.py with the new amount; resolves with
   times in ms since the move, null for what did not come within 20 s. */
([usd]) =>
  new Promise((resolve) => {
    const slider = document.querySelector(".plan-row input[type=range]");
    const words = document.getElementById("scenario-headline");
    const range = document.getElementById("results");
    const page = document.getElementById("page");
    const before = {words: words.textContent, range: range.textContent};
    const result = {answer: null, range: null, whole: null};
    const start = performance.now();
    const since = () => performance.now() - start;

    function end() {
      watcher.disconnect();
      resolve(result);
    }

    function look() {
      if (result.answer === null && words.textContent !== before.words) result.answer = since();
      if (result.range === null && range.textContent !== before.range && !range.matches(".stale")) result.range = since();
      if (result.range !== null && page.dataset.ready === "true") {
        result.whole = since();
        end();
      }
    }

    const watcher = new MutationObserver(look);
    watcher.observe(page, {subtree: true, childList: true, characterData: true, attributes: true});
    setTimeout(end, 20000);
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set.call(slider, usd);
    slider.dispatchEvent(new Event("input", {bubbles: true}));
  })
