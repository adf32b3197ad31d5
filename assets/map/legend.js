/* Words around the map: the caption above it, the legend of the filled layer on it, and the
   marks that are drawn below it. */
(function () {
  "use strict";
  const atlas = (window.corridor_atlas = window.corridor_atlas || {});
  const e = (...parts) => window.React.createElement(...parts);

  function swatch(color, hatch) {
    return e(
      "svg",
      {className: "swatch", width: 22, height: 14, "aria-hidden": true},
      e("rect", {width: 22, height: 14, fill: color}),
      hatch && e("path", {d: "M-2 14L12 0M4 16L20 0M12 16L26 2", stroke: "var(--hatch)", strokeWidth: 1.2})
    );
  }

  function sign(overlay, category, exact) {
    const shown = overlay.categories[category];
    const child =
      overlay.kind === "lines"
        ? e("path", {d: "M1 7H21", fill: "none", ...atlas.glyphs.stroke({color: overlay.color, emphasis: shown.emphasis})})
        : e("g", {transform: "translate(11 7)"}, e("path", atlas.glyphs.mark({
            shape: overlay.shape, color: overlay.color, emphasis: shown.emphasis, exact, size: 10,
          })));
    return e("svg", {className: "swatch", width: 22, height: 14, "aria-hidden": true}, child);
  }

  function entry(key, picture, text, count) {
    return e("li", {key}, picture, e("span", null, text), count !== undefined && e("span", {className: "count"}, count));
  }

  /** The filled layer's title, unit, status and date. */
  function caption(fill) {
    return e(
      "div",
      {className: "map-caption"},
      e("p", {className: "map-title"}, fill.title, e("span", {className: "map-unit"}, fill.unit)),
      e("p", {className: "map-evidence"}, fill.evidence)
    );
  }

  /** The legend of what is shown. */
  function legend(props, fill) {
    const {words} = props;
    const rows = fill.classes.map((one, i) =>
      entry(`class-${i}`, swatch(one.color), one.label, one.count)
    );
    if (fill.uncertain) {
      rows.push(entry("uncertain", swatch(fill.classes[1].color, true), words.uncertain, fill.uncertain.count));
    }
    if (fill.missing) {
      rows.push(entry("missing", swatch("var(--no-data)", true), words.missing, fill.missing.count));
    }
    return e(
      "div",
      {className: "map-legend", role: "group", "aria-label": words.legend},
      e("p", {className: "legend-head"}, e("span", null, fill.unit), e("span", null, words.provinces)),
      e("ul", null, rows)
    );
  }

  /** What the marks and lines mean, with their counts; nothing where none is drawn. */
  function marks(props) {
    const {overlays, view, words} = props;
    const rows = [];
    let inexact = null;
    for (const key of view.show) {
      const overlay = overlays[key];
      if (!overlay) continue;
      for (const category of Object.keys(overlay.categories)) {
        const items = overlay.items.filter((item) => item.category === category);
        if (!items.length) continue;
        rows.push(entry(`${key}-${category}`, sign(overlay, category, true), overlay.categories[category].title, overlay.categories[category].count));
        if (overlay.kind === "points" && items.some((item) => !item.exact)) inexact = inexact || [overlay, category];
      }
    }
    if (inexact) rows.push(entry("inexact", sign(...inexact, false), words.inexact));
    return rows.length > 0 && e("ul", {className: "map-marks", "aria-label": words.legend}, rows);
  }

  atlas.legend = {caption, legend, marks};
})();
