/* The marks of places: a shape per layer, an emphasis per category, dashed where the position
   is not exact. */
(function () {
  "use strict";
  const atlas = (window.corridor_atlas = window.corridor_atlas || {});
  const PATHS = {
    square: (r) => `M${-r} ${-r}H${r}V${r}H${-r}z`,
    diamond: (r) => `M0 ${-1.3 * r}L${1.3 * r} 0L0 ${1.3 * r}L${-1.3 * r} 0z`,
    triangle: (r) => `M0 ${-1.25 * r}L${1.2 * r} ${0.9 * r}H${-1.2 * r}z`,
    circle: (r) => `M${-r} 0A${r} ${r} 0 1 1 ${r} 0A${r} ${r} 0 1 1 ${-r} 0z`,
  };
  const FILL = {1: 1, 2: 0.55, 3: 0};

  /** Attributes of the path that draws one mark. */
  function mark({shape, color, emphasis, exact, size}) {
    return {
      d: PATHS[shape](size / 2),
      fill: emphasis === 3 || !exact ? "#ffffff" : color,
      fillOpacity: emphasis === 3 || !exact ? 0.9 : FILL[emphasis] < 1 ? 0.6 : 1,
      stroke: emphasis === 3 || !exact ? color : "#ffffff",
      strokeWidth: emphasis === 3 || !exact ? 1.75 : 1.25,
      strokeDasharray: exact ? undefined : "2.5 1.75",
    };
  }

  /** Attributes of the stroke that draws a line of this emphasis: wide and pale under thin. */
  function stroke({color, emphasis}) {
    return {
      1: {stroke: color, strokeWidth: 1.75, strokeOpacity: 0.95},
      2: {stroke: color, strokeWidth: 6, strokeOpacity: 0.28},
      3: {stroke: color, strokeWidth: 1.5, strokeOpacity: 0.9, strokeDasharray: "4 3"},
    }[emphasis];
  }

  atlas.glyphs = {mark, stroke};
})();
