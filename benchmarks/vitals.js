/* Notes every event that took long enough to be told of, by interaction: vitals.py reads
   window.interactions after it has used the page as a reader would. */
(() => {
  "use strict";
  const interactions = (window.interactions = {});
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) {
      if (!one.interactionId) continue;
      const known = interactions[one.interactionId];
      if (known && known.ms >= one.duration) continue;
      const target = one.target && one.target.closest("[id]");
      interactions[one.interactionId] = {ms: one.duration, what: `${one.name} ${target ? target.id : ""}`};
    }
  }).observe({type: "event", durationThreshold: 16, buffered: true});
})();
