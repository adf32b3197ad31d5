/* Times one switch of the layer inside the page: from the click to the changed attribute of a
   province, to the frame that shows it, and to the end of its transition. Called by switch.py with
   the value of the radio and the province's code; resolves with times in ms since the click. */
([layer, code]) =>
  new Promise((resolve) => {
    const path = document.querySelector(`.province-map [data-code="${code}"]`);
    const radio = document.querySelector(`#layer input[value="${layer}"]`);
    const before = {fill: path.getAttribute("fill"), value: path.dataset.value};
    const result = {layer, recoloured: false};
    let start = 0;

    function changed() {
      watcher.disconnect();
      result.attribute = performance.now() - start;
      result.recoloured = path.getAttribute("fill") !== before.fill;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = shown;
        channel.port2.postMessage(0);
      });
    }

    async function shown() {
      result.frame = performance.now() - start;
      await Promise.allSettled(path.getAnimations().map((one) => one.finished));
      result.settled = performance.now() - start;
      resolve(result);
    }

    const watcher = new MutationObserver(changed);
    watcher.observe(path, {attributeFilter: ["fill", "data-value"]});
    document.addEventListener("click", (event) => {
      start = event.timeStamp || performance.now();
      result.queued = performance.now() - start;
    }, {capture: true, once: true});
    setTimeout(() => resolve(null), 3000);
    radio.click();
  })
