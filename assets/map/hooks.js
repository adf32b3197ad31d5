/* What the map follows: the size of its frame, the fonts it measures names in, and the view. */
(function () {
  "use strict";
  const atlas = (window.corridor_atlas = window.corridor_atlas || {});
  const {useCallback, useEffect, useLayoutEffect, useRef, useState} = window.React;

  /** Width and height of an element, kept up to date. */
  function useFrame(ref) {
    const [frame, setFrame] = useState(null);
    useLayoutEffect(() => {
      const read = () => {
        const {width, height} = ref.current.getBoundingClientRect();
        if (width && height) setFrame((old) => (old && old.width === width && old.height === height ? old : {width, height}));
      };
      read();
      const observer = new ResizeObserver(read);
      observer.observe(ref.current);
      return () => observer.disconnect();
    }, []);
    return frame;
  }

  /** Changes when the web fonts are in, so that names are measured as they are drawn. */
  function useFonts(lang) {
    const [loaded, setLoaded] = useState("");
    useEffect(() => {
      document.fonts.ready.then(() => setLoaded(lang));
    }, [lang]);
    return loaded;
  }

  /** The view to draw: what Dash says, or what the reader has just picked, a frame ahead of Dash. */
  function useView(props) {
    const {view, fills, controls} = props;
    const [ahead, setAhead] = useState(null);
    useEffect(() => {
      if (!controls) return undefined;
      const picked = (event) => {
        const {target} = event;
        const next = {...view};
        if (target.closest(`#${controls.layer}`)) next.layer = target.value;
        else if (target.id === controls.measure) next.measure = target.value;
        else return;
        const measures = Object.keys(fills[next.layer] || {});
        if (!measures.length) return;
        if (!measures.includes(next.measure)) next.measure = measures[0];
        window.ReactDOM.flushSync(() => setAhead({of: view, view: next}));
      };
      document.addEventListener("change", picked);
      return () => document.removeEventListener("change", picked);
    }, [view, fills, controls]);
    return ahead && ahead.of === view ? ahead.view : view;
  }

  /** Maps of one group are zoomed and panned together: gives a function that tells the others. */
  function useLinked(group, {home, frame, uid}, setMoved) {
    const own = useRef({});
    own.current = {home, frame};
    useEffect(() => {
      if (!group) return undefined;
      const follow = (event) => {
        const {home, frame} = own.current;
        if (event.detail.group !== group || event.detail.from === uid || !home) return;
        const {at} = event.detail;
        if (!at) return setMoved(null);
        const k = home.k * at.zoom;
        return setMoved({k, x: frame.width / 2 - k * at.x, y: frame.height / 2 - k * at.y});
      };
      window.addEventListener("atlas:camera", follow);
      return () => window.removeEventListener("atlas:camera", follow);
    }, [group, uid]);
    return useCallback((camera) => {
      const {home, frame} = own.current;
      if (!group || !home) return;
      // Told as zoom and the map point in the middle: frames need not be of one size.
      const at = camera && {zoom: camera.k / home.k, x: (frame.width / 2 - camera.x) / camera.k, y: (frame.height / 2 - camera.y) / camera.k};
      window.dispatchEvent(new CustomEvent("atlas:camera", {detail: {group, from: uid, at}}));
    }, [group, uid]);
  }

  atlas.hooks = {useFrame, useFonts, useView, useLinked};
})();
