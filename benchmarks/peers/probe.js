/* Runs in the page of every tool before anything else: notes when all provinces are on screen,
   long tasks, and how long a switch of the layer takes. Shapes are looked for in each frame, in
   shadow trees too, since one tool draws in them. `peerProvinces` and
   `peerEarly` are set before this runs. */
(() => {
  "use strict";
  const PROVINCES = 25;
  const PHNOM_PENH = 11;
  const peer = (window.peer = {seen: null, painted: null, tasks: [], switched: null});

  function shapes(root) {
    const here = root.querySelectorAll(window.peerProvinces);
    if (here.length) return here;
    for (const element of root.querySelectorAll("*")) {
      const inside = element.shadowRoot ? shapes(element.shadowRoot) : [];
      if (inside.length) return inside;
    }
    return [];
  }

  /** Call with the moment after the frame that shows what is there now. */
  function onceShown(note) {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => note(performance.now());
      channel.port2.postMessage(0);
    });
  }

  function lookEarly() {
    if (peer.painted) return;
    if (document.querySelectorAll(window.peerEarly).length < PROVINCES) {
      requestAnimationFrame(lookEarly);
    } else {
      onceShown((now) => (peer.seen = now));
    }
  }

  function look() {
    if (shapes(document).length < PROVINCES) return requestAnimationFrame(look);
    onceShown((now) => (peer.painted = now));
  }

  function colour() {
    const shape = shapes(document)[PHNOM_PENH];
    return shape ? `${shape.getAttribute("fill")} ${shape.style.fill} ${shape.dataset.value}` : "";
  }

  /** From the next click on: when Phnom Penh has another colour. */
  peer.arm = () => {
    peer.switched = null;
    document.addEventListener("click", (event) => {
      const before = colour();
      const start = event.timeStamp;
      const watch = () => {
        const now = colour();
        if (!now || now === before) return requestAnimationFrame(watch);
        onceShown((at) => (peer.switched = at - start));
      };
      watch();
    }, {capture: true, once: true});
  };

  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({type, buffered: true});
  watch("longtask", (one) => peer.tasks.push({at: one.startTime, ms: one.duration}));
  requestAnimationFrame(look);
  if (window.peerEarly) requestAnimationFrame(lookEarly);
})();
