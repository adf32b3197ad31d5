/* Runs in the page before anything else: notes when the map is painted, when the page is ready,
   every layout shift with what moved, and long tasks. benchmarks/page.py reads window.watched. */
(() => {
  "use strict";
  const watched = (window.watched = {moments: {}, shifts: [], tasks: [], fcp: null, lcp: null});

  /** The moment after the frame that shows what is there now. */
  function painted(name) {
    if (name in watched.moments) return;
    watched.moments[name] = null;
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => (watched.moments[name] = performance.now());
      channel.port2.postMessage(0);
    });
  }

  function look() {
    const has = (selector) => document.querySelector(selector) !== null;
    if (has("#first-paint .map-legend")) painted("first_map");
    if (has('.province-map[data-painted="true"]')) {
      painted("drawn");
      if (!has("#first-paint")) painted("live_map");
    }
    if (has('#page[data-ready="true"]')) painted("ready");
  }

  new MutationObserver(look).observe(document, {
    subtree: true, childList: true, attributeFilter: ["data-painted", "data-ready"],
  });

  function named(node) {
    const element = node && (node.nodeType === 1 ? node : node.parentElement);
    if (!element) return "(gone)";
    const name = (one) =>
      one.tagName.toLowerCase() + (one.id ? `#${one.id}` : "") +
      [...one.classList].slice(0, 2).map((part) => `.${part}`).join("");
    const root = element.closest("#first-paint, #page, #react-entry-point");
    return `${root && root !== element ? `#${root.id} ` : ""}${name(element)}`;
  }

  const box = (rect) => [rect.x, rect.y, rect.width, rect.height].map(Math.round);
  const watch = (type, note) =>
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({type, buffered: true});
  watch("paint", (one) => one.name === "first-contentful-paint" && (watched.fcp = one.startTime));
  watch("largest-contentful-paint", (one) => (watched.lcp = {at: one.startTime, what: named(one.element)}));
  watch("longtask", (one) => watched.tasks.push({at: one.startTime, ms: one.duration}));
  watch("layout-shift", (one) => {
    if (one.hadRecentInput) return;
    watched.shifts.push({
      at: one.startTime,
      value: one.value,
      sources: one.sources.map((source) => ({
        what: named(source.node), from: box(source.previousRect), to: box(source.currentRect),
      })),
    });
  });
})();
