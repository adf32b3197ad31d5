/* Where the map stands in its frame: fit, zoom and pan. Pure functions; units are CSS pixels
   on the screen and map units in the geometry. A camera is {k, x, y}: screen = k * map + (x, y). */
(function () {
  "use strict";
  const atlas = (window.corridor_atlas = window.corridor_atlas || {});
  const MAX_ZOOM = 8;

  /** The camera that shows `box` [left, top, right, bottom] whole, centred in `frame`. */
  function fit(frame, box, padding) {
    const k = Math.min(
      (frame.width - padding.left - padding.right) / (box[2] - box[0]),
      (frame.height - padding.top - padding.bottom) / (box[3] - box[1])
    );
    const midX = (frame.width + padding.left - padding.right) / 2;
    const midY = (frame.height + padding.top - padding.bottom) / 2;
    return {k, x: midX - (k * (box[0] + box[2])) / 2, y: midY - (k * (box[1] + box[3])) / 2};
  }

  /** Keep the zoom within bounds and some of the country in sight. */
  function clamp(camera, home, frame, box) {
    const k = Math.min(Math.max(camera.k, home.k), home.k * MAX_ZOOM);
    if (k <= home.k * 1.001) return home;
    const keep = 0.25;
    const within = (value, low, high) => Math.min(Math.max(value, low), high);
    return {
      k,
      x: within(camera.x, frame.width * keep - k * box[2], frame.width * (1 - keep) - k * box[0]),
      y: within(camera.y, frame.height * keep - k * box[3], frame.height * (1 - keep) - k * box[1]),
    };
  }

  /** Zoom by `factor` so that the map stays put under the screen point `at`. */
  function zoom(camera, factor, at) {
    return {
      k: camera.k * factor,
      x: at.x - (at.x - camera.x) * factor,
      y: at.y - (at.y - camera.y) * factor,
    };
  }

  /** The box that holds all provinces. */
  function bounds(provinces) {
    const boxes = provinces.map((province) => province.bbox);
    return [0, 1, 2, 3].map((i) =>
      (i < 2 ? Math.min : Math.max)(...boxes.map((box) => box[i]))
    );
  }

  /** From a province, the nearest one in the direction of an arrow key; null where none is. */
  function towards(provinces, code, key) {
    const [dx, dy] = {ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1]}[key];
    const from = provinces.find((province) => province.code === code).label;
    let best = null;
    let least = Infinity;
    for (const province of provinces) {
      const x = province.label[0] - from[0];
      const y = province.label[1] - from[1];
      const along = x * dx + y * dy;
      const cost = Math.hypot(x, y) + 2 * Math.abs(x * dy + y * dx);
      if (province.code !== code && along > 0 && cost < least) {
        best = province.code;
        least = cost;
      }
    }
    return best;
  }

  atlas.camera = {fit, clamp, zoom, bounds, towards};
})();
