/* The map: a Dash component in plain JavaScript. It paints provinces, lines, places and names
   from data that is already in the page, so that a change of layer needs no answer from the
   server. Props are described in dashboard/components/province_map.py. */
(function () {
  "use strict";
  const atlas = (window.corridor_atlas = window.corridor_atlas || {});
  const React = window.React;
  const e = React.createElement;
  const {useCallback, useEffect, useMemo, useRef, useState} = React;
  const STEP = 1.6;

  function padding(frame, below) {
    // Room for the legend on the right, over Viet Nam, where the frame is wide enough for one.
    return below || frame.width < 560
      ? {left: 6, right: 6, top: 8, bottom: 8}
      : {left: 12, right: Math.max(12, Math.min(120, frame.width - frame.height * 1.16)), top: 12, bottom: 12};
  }

  function point(event, element) {
    const box = element.getBoundingClientRect();
    return {x: event.clientX - box.left, y: event.clientY - box.top};
  }

  function ProvinceMap(given) {
    const view = atlas.hooks.useView(given);
    const props = {...given, view};
    const {geometry, names, fills, overlays, words, highlight, setProps} = props;
    const fill = fills[view.layer][view.measure];
    const holder = useRef(null);
    const svg = useRef(null);
    const frame = atlas.hooks.useFrame(holder);
    const fonts = atlas.hooks.useFonts(props.lang);
    const [moved, setMoved] = useState(null);
    const [hover, setHover] = useState(null);
    const [focused, setFocused] = useState(null);
    const pointers = useRef(new Map());
    const dragged = useRef(false);
    const uid = useMemo(() => `map-${Math.random().toString(36).slice(2, 8)}`, []);
    const box = useMemo(() => atlas.camera.bounds(geometry.provinces), [geometry]);
    const coast = useMemo(() => geometry.provinces.map((province) => province.path).join(""), [geometry]);
    const home = useMemo(() => frame && atlas.camera.fit(frame, box, padding(frame, props.legend_below)), [frame, box]);
    const camera = moved && home ? atlas.camera.clamp(moved, home, frame, box) : home;
    const zoomed = Boolean(camera && home && camera.k > home.k * 1.001);
    const current = useRef(null);
    current.current = camera;

    const share = atlas.hooks.useLinked(props.linked, {home, frame, uid}, setMoved);
    const move = useCallback((change) => {
      const next = change(current.current);
      setMoved(next);
      share(next);
    }, [share]);
    const whole = useCallback(() => {
      setMoved(null);
      share(null);
    }, [share]);
    const zoom = useCallback(
      (factor, at) => move((old) => atlas.camera.zoom(old, factor, at || {x: frame.width / 2, y: frame.height / 2})),
      [frame]
    );
    const select = useCallback(
      (code, route = null) => setProps({event: {type: "select", province: code, route, at: Date.now()}}),
      [setProps]
    );

    useEffect(() => {
      if (frame && !props.painted) setProps({painted: true});
    }, [frame]);

    useEffect(() => {
      window.dispatchEvent(new CustomEvent("atlas:hover", {detail: hover && hover.code ? hover.code : null}));
    }, [hover && hover.code]);

    // React listens passively to wheels; only a listener of our own may keep the page in place.
    useEffect(() => {
      const element = svg.current;
      if (!element) return undefined;
      const wheel = (event) => {
        if (!event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        zoom(Math.exp(-event.deltaY / 300), point(event, element));
      };
      element.addEventListener("wheel", wheel, {passive: false});
      return () => element.removeEventListener("wheel", wheel);
    }, [frame, zoom]);

    function down(event) {
      pointers.current.set(event.pointerId, point(event, svg.current));
      dragged.current = false;
    }

    function drag(event) {
      const before = pointers.current.get(event.pointerId);
      if (!before) return;
      const now = point(event, svg.current);
      const others = [...pointers.current.entries()].filter(([id]) => id !== event.pointerId);
      const far = Math.hypot(now.x - before.x, now.y - before.y);
      if (others.length === 0 && (!zoomed || (!dragged.current && far < 5))) return;
      dragged.current = true;
      setHover(null);
      if (!svg.current.hasPointerCapture(event.pointerId)) svg.current.setPointerCapture(event.pointerId);
      if (others.length === 1) {
        const other = others[0][1];
        const factor = Math.hypot(now.x - other.x, now.y - other.y) / Math.max(1, Math.hypot(before.x - other.x, before.y - other.y));
        move((old) => atlas.camera.zoom(old, factor, {x: (now.x + other.x) / 2, y: (now.y + other.y) / 2}));
      } else {
        move((old) => ({k: old.k, x: old.x + now.x - before.x, y: old.y + now.y - before.y}));
      }
      pointers.current.set(event.pointerId, now);
    }

    function up(event) {
      pointers.current.delete(event.pointerId);
    }

    function click(code) {
      if (dragged.current) return;
      select(code === view.province ? null : code);
    }

    function keys(event, code) {
      if (event.key.startsWith("Arrow")) {
        const next = atlas.camera.towards(geometry.provinces, code, event.key);
        if (next) {
          setFocused(next);
          svg.current.querySelector(`[data-code="${next}"]`).focus();
        }
      } else if (event.key === "Enter" || event.key === " ") select(code === view.province ? null : code);
      else if (event.key === "Escape") select(null);
      else if (event.key === "+" || event.key === "=") zoom(STEP);
      else if (event.key === "-") zoom(1 / STEP);
      else if (event.key === "0") whole();
      else return;
      event.preventDefault();
    }

    function over(event, code) {
      if (event.pointerType === "touch" || dragged.current) return;
      setHover({code, ...point(event, svg.current)});
    }

    function focus(code) {
      setFocused(code);
      if (!frame || !svg.current.querySelector(`[data-code="${code}"]`).matches(":focus-visible")) return;
      const label = geometry.provinces.find((province) => province.code === code).label;
      setHover({code, x: camera.k * label[0] + camera.x, y: camera.k * label[1] + camera.y});
    }

    const tab = focused || view.province || geometry.provinces[0].code;
    const marks = view.show.map((key) => overlays[key]).filter(Boolean);
    const screen = (at) => ({x: camera.k * at[0] + camera.x, y: camera.k * at[1] + camera.y});
    const latin = frame ? (frame.width < 560 ? 11 : frame.width > 1000 ? 15 : 13) : 13;
    const size = props.lang === "km" ? latin + 1 : latin;
    const font = `600 ${size}px ${getComputedStyle(document.documentElement).fontFamily}`;
    const placed = useMemo(() => {
      if (!frame) return [];
      return atlas.labels.place({
        provinces: geometry.provinces, names, camera, frame, font, size, first: view.province, taken: [],
      });
    }, [frame, camera, names, view.province, fonts, size]);

    function provinces() {
      return geometry.provinces.map((province) => {
        const figure = fill.values[province.code];
        return e("path", {
          key: province.code,
          d: province.path,
          className: "province",
          "data-code": province.code,
          "data-value": figure ? figure.value : "",
          fill: figure ? fill.classes[figure.class].color : "var(--no-data)",
          vectorEffect: "non-scaling-stroke",
          role: "button",
          tabIndex: province.code === tab ? 0 : -1,
          "aria-pressed": province.code === view.province,
          "aria-label": atlas.told.spoken(props, fill, province.code),
          onClick: () => click(province.code),
          onKeyDown: (event) => keys(event, province.code),
          onPointerMove: (event) => over(event, province.code),
          onPointerLeave: () => setHover(null),
          onFocus: () => focus(province.code),
          onBlur: () => setHover(null),
        });
      });
    }

    function hatches() {
      return geometry.provinces
        .filter((province) => {
          const figure = fill.values[province.code];
          return !figure || figure.uncertain;
        })
        .map((province) => e("path", {key: province.code, d: province.path, className: "hatch", fill: `url(#${uid}-hatch)`}));
    }

    function outline(code, className) {
      const province = geometry.provinces.find((one) => one.code === code);
      return province && e("path", {d: province.path, className, vectorEffect: "non-scaling-stroke"});
    }

    function lines() {
      return marks
        .filter((overlay) => overlay.kind === "lines")
        .flatMap((overlay) =>
          overlay.items.map((item) =>
            e("path", {
              key: item.id,
              d: item.path,
              className: picks(item) ? "route picked-by" : "route",
              "data-route": item.id,
              fill: "none",
              vectorEffect: "non-scaling-stroke",
              ...(item.filled
                ? {fill: overlay.color, fillOpacity: 0.82, stroke: "#ffffff", strokeWidth: 0.8, className: "flow"}
                : atlas.glyphs.stroke({color: overlay.color, emphasis: overlay.categories[item.category].emphasis})),
              ...pointed(item),
            })
          )
        );
    }

    const picks = (item) => view.route !== undefined && !item.filled;

    function pointed(item) {
      const told = {
        onPointerMove: (event) => setHover({item, ...point(event, svg.current)}),
        onPointerLeave: () => setHover(null),
      };
      if (!picks(item)) return told;
      return {...told, onClick: () => dragged.current || select(null, item.id === view.route ? null : item.id)};
    }

    /** Where lines can be picked: a broad edge to hit, and the outline of the one that is. */
    function picked() {
      const items = marks.filter((overlay) => overlay.kind === "lines").flatMap((overlay) => overlay.items).filter(picks);
      const route = (item, more) => e("path", {key: item.id, d: item.path, fill: "none", vectorEffect: "non-scaling-stroke", ...more});
      return [
        ...items.filter((item) => item.id === view.route).map((item) => route(item, {key: "picked", className: "route-picked"})),
        ...items.map((item) => route(item, {className: "route-edge", ...pointed(item)})),
      ];
    }

    function places() {
      const size = frame.width < 560 ? 8 : 10;
      return marks
        .filter((overlay) => overlay.kind === "points")
        .flatMap((overlay) =>
          overlay.items.map((item) => {
            const at = screen(item.at);
            return e("path", {
              key: item.id,
              className: "place",
              transform: `translate(${at.x + item.shift[0] * size} ${at.y + item.shift[1] * size})`,
              ...atlas.glyphs.mark({
                shape: overlay.shape, color: overlay.color, exact: item.exact, size,
                emphasis: overlay.categories[item.category].emphasis,
              }),
              onPointerMove: (event) => setHover({item, ...point(event, svg.current)}),
              onPointerLeave: () => setHover(null),
              onClick: () => select(item.province),
            });
          })
        );
    }

    function scaleBar() {
      const target = frame.width < 560 ? 60 : 100;
      const km = [500, 200, 100, 50, 20, 10].find((length) => (length / geometry.km_per_unit) * camera.k <= target * 1.4) || 5;
      const length = (km / geometry.km_per_unit) * camera.k;
      return e("g", {className: "scale-bar", transform: `translate(12 ${frame.height - 30})`, "aria-hidden": true},
        e("path", {d: `M0 -4V0H${length}V-4`, fill: "none"}),
        e("text", {x: length / 2, y: -8}, words.km[km]));
    }

    function drawing() {
      const transform = `translate(${camera.x} ${camera.y}) scale(${camera.k})`;
      return e(
        "svg",
        {
          ref: svg,
          width: frame.width,
          height: frame.height,
          role: "group",
          "aria-label": `${fill.title}. ${words.instructions}`,
          className: zoomed ? "drawing zoomed" : "drawing",
          onPointerDown: down,
          onPointerMove: drag,
          onPointerUp: up,
          onPointerCancel: up,
          onDoubleClick: (event) => zoom(STEP, point(event, svg.current)),
        },
        e("defs", null,
          e("pattern", {id: `${uid}-hatch`, width: 7, height: 7, patternUnits: "userSpaceOnUse", patternTransform: `scale(${1 / camera.k}) rotate(45)`},
            e("path", {d: "M0 0V7", stroke: "var(--hatch)", strokeWidth: 1.6, strokeOpacity: 0.75}))),
        e("g", {transform},
          geometry.neighbours.map((country) => e("path", {key: country.code, d: country.path, className: "neighbour"})),
          e("path", {d: coast, className: "coast", vectorEffect: "non-scaling-stroke"}),
          provinces(),
          hatches(),
          e("path", {d: geometry.lake, className: "lake"}),
          picked(),
          lines(),
          highlight && highlight !== view.province && outline(highlight, "outline hovered"),
          hover && hover.code && hover.code !== view.province && outline(hover.code, "outline hovered"),
          view.province && outline(view.province, "outline selected")),
        geometry.neighbours.map((country) => {
          const at = screen(country.label);
          // A country whose name would stand behind the legend is named at the edge above it.
          const behind = !props.legend_below && frame.width >= 560 && at.x > frame.width - 290 && at.y > frame.height - 250;
          const x = behind ? frame.width - 46 : Math.min(Math.max(at.x, 44), frame.width - 44);
          const y = behind ? frame.height - 262 : Math.min(Math.max(at.y, 16), frame.height - 16);
          if (!behind && Math.hypot(x - at.x, y - at.y) > 60) return null;
          return e("text", {key: country.code, className: "country-name", x, y, fontSize: size, "aria-hidden": true}, words.countries[country.code]);
        }),
        places(),
        placed.map((label) =>
          e("text", {
            key: label.code, x: label.x, y: label.y, fontSize: size, "aria-hidden": true,
            className: label.code === view.province ? "province-name selected" : "province-name",
          }, label.text)),
        scaleBar()
      );
    }

    const button = (key, text, act, disabled) =>
      e("button", {key, type: "button", onClick: act, disabled, "aria-label": words[key], title: words[key]}, text);
    return e(
      "figure",
      {id: props.id, className: props.legend_below ? "province-map legend-below" : "province-map", "data-layer": view.layer, "data-measure": view.measure, "data-painted": frame ? "true" : "false"},
      atlas.legend.caption(fill),
      e("div", {className: "map-frame", onPointerLeave: () => setHover(null)},
        e("div", {className: "map-stage", ref: holder}, frame && drawing()),
        frame && e("div", {className: "map-zoom"},
          button("zoom_in", "+", () => zoom(STEP)),
          button("zoom_out", "\u2212", () => zoom(1 / STEP), !zoomed),
          zoomed && e("button", {type: "button", className: "home", onClick: whole}, words.zoom_home)),
        frame && atlas.told.card(props, fill, hover, frame),
        e("p", {className: "map-credit"}, words.credit),
        atlas.legend.legend(props, fill)),
      atlas.legend.marks(props),
      e("p", {className: "visually-hidden", role: "status"}, view.province ? atlas.told.spoken(props, fill, view.province) : "")
    );
  }

  atlas.ProvinceMap = ProvinceMap;
})();
