/* A part of a page as one component, and links inside the atlas without loading it anew. */
(function () {
  "use strict";
  const atlas = (window.corridor_atlas = window.corridor_atlas || {});

  /** Finished HTML from the server, which escapes every text. */
  atlas.Block = function Block(props) {
    return window.React.createElement(props.tag, {
      id: props.id,
      className: props.className || undefined,
      ...props.attributes,
      dangerouslySetInnerHTML: {__html: props.html},
    });
  };

  /** Go to another address of the atlas as Dash's own links do. */
  function go(href) {
    window.history.pushState({}, "", href);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    if (!href.includes("#")) window.scrollTo(0, 0);
  }

  /** The address of a link; of the key in `data-keep` it takes the value of today's address. */
  function target(link) {
    const key = link.dataset.keep;
    const kept = key && new URLSearchParams(window.location.search).get(key);
    const href = link.getAttribute("href");
    return kept ? `${href}&${key}=${encodeURIComponent(kept).replace(/%3A/g, ":")}` : href;
  }

  document.addEventListener("click", (event) => {
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
    const link = event.target.closest && event.target.closest("a[data-inside]");
    if (link && plain) {
      event.preventDefault();
      go(target(link));
      return;
    }
    const act = event.target.closest && event.target.closest("[data-act=close-province]");
    if (act) {
      const map = document.querySelector("#page .province-map");
      window.dash_clientside.set_props(map.id, {event: {type: "select", province: null, at: Date.now()}});
    }
  });
})();
