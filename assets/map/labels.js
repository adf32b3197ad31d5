/* Province names that do not collide: each at its own place if that is free, else beside it,
   else left out until the reader zooms in. Larger provinces go first, the selected one before
   all others. */
(function () {
  "use strict";
  const atlas = (window.corridor_atlas = window.corridor_atlas || {});
  const canvas = document.createElement("canvas").getContext("2d");
  const OFFSETS = [[0, 0], [0, 1], [0, -1], [0.6, 0], [-0.6, 0], [0.6, 1], [-0.6, 1], [0.6, -1], [-0.6, -1]];

  const overlap = (a, b) => a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3];

  /** Width of `text` in `font`, in pixels, as this browser sets it. */
  function width(text, font) {
    canvas.font = font;
    return canvas.measureText(text).width;
  }

  /** Lay out names: [{code, text, x, y}] for those that fit; x, y the middle of the text. */
  function place({provinces, names, camera, frame, font, size, first, taken}) {
    const boxes = taken.slice();
    const placed = [];
    const area = (box) => (box[2] - box[0]) * (box[3] - box[1]);
    const order = provinces
      .slice()
      .sort((a, b) => (b.code === first) - (a.code === first) || area(b.bbox) - area(a.bbox));
    for (const province of order) {
      const text = names[province.code];
      const w = width(text, font) + 4;
      const h = size * 1.25;
      const room = (province.bbox[2] - province.bbox[0]) * camera.k;
      const near = province.code === first || w < room * 1.15 ? OFFSETS : OFFSETS.slice(1);
      if (w > room * 2.6 && province.code !== first) continue;
      for (const [ox, oy] of near) {
        const x = camera.k * province.label[0] + camera.x + ox * w;
        const y = camera.k * province.label[1] + camera.y + oy * h;
        const box = [x - w / 2, y - h / 2, x + w / 2, y + h / 2];
        const inside = box[0] > 2 && box[1] > 2 && box[2] < frame.width - 2 && box[3] < frame.height - 2;
        if (inside && !boxes.some((other) => overlap(box, other))) {
          boxes.push(box);
          placed.push({code: province.code, text, x, y});
          break;
        }
      }
    }
    return placed;
  }

  atlas.labels = {place, width};
})();
