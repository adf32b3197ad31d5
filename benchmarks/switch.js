/* Times one switch of the layer inside the page: from the click to the changed attribute of a
   province, to the frame that shows it, and to the end of its transition; and counts the frames
   that went by with the old colours. Called by switch.py with
   the value of the radio and the province's code; resolves with times in ms since the click. */
([layer, code]) =>
  new Promise((resolve) => {
    const path = document.querySelector(`.province-map [data-code="${code}"]`);
    const radio = document.querySelector(`#layer input[value="${layer}"]`);
    const before = {fill: path.getAttribute("fill"), value: path.dataset.value};
    const result = {layer, recoloured: false, stale: 0};
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

    /* Frames that begin after the click and before the change show the old colours. */
    function frame() {
      if (result.attribute !== undefined) return;
      result.stale += 1;
      requestAnimationFrame(frame);
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
      requestAnimationFrame(frame);
    }, {capture: true, once: true});
    setTimeout(() => resolve(null), 3000);
    radio.click();
  })
