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
    return e("li", {key, className: key === "uncertain" ? "wide" : undefined}, picture, e("span", null, text), count !== undefined && e("span", {className: "count"}, count));
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

  /** Two sides at once: a square of classes, few to many from the lower left corner. */
  function grid(fill) {
    const cell = 24;
    return e(
      "div",
      {className: "legend-grid"},
      e("svg", {width: 3 * cell + 2, height: 3 * cell + 2, "aria-hidden": true},
        fill.classes.map((one, i) =>
          e("g", {key: i, transform: `translate(${1 + cell * (i % 3)} ${1 + cell * (2 - Math.floor(i / 3))})`},
            e("rect", {width: cell, height: cell, fill: one.color, stroke: "#ffffff"}),
            e("text", {x: cell / 2, y: cell / 2, className: "grid-count", style: {fill: dark(one.color) ? "#ffffff" : "var(--ink)"}}, one.count)))),
      e("p", {className: "grid-rows"}, "\u2191 ", fill.grid.rows),
      e("p", {className: "grid-columns"}, "\u2192 ", fill.grid.columns),
      e("p", {className: "grid-note"}, fill.grid.note)
    );
  }

  /** Whether white can be read on a colour better than ink. */
  function dark(color) {
    const [r, g, b] = [1, 3, 5].map((i) => parseInt(color.slice(i, i + 2), 16) / 255);
    return 0.2126 * r ** 2.2 + 0.7152 * g ** 2.2 + 0.0722 * b ** 2.2 < 0.2;
  }

  /** The legend of what is shown. */
  function legend(props, fill) {
    const {words} = props;
    const rows = fill.grid ? [] : fill.classes.map((one, i) =>
      entry(`class-${i}`, swatch(one.color), one.label, one.count)
    );
    if (fill.uncertain) {
      const pale = fill.classes[fill.grid ? 0 : fill.classes.length > 5 ? 2 : 1];
      rows.push(entry("uncertain", swatch(pale.color, true), fill.uncertain.text, fill.uncertain.count));
    }
    if (fill.missing) {
      rows.push(entry("missing", swatch("var(--no-data)", true), words.missing, fill.missing.count));
    }
    return e(
      "div",
      {className: "map-legend", role: "group", "aria-label": words.legend},
      fill.unit && e("p", {className: "legend-head"}, e("span", null, fill.unit), e("span", null, words.provinces)),
      fill.grid && grid(fill),
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
