/* Saved scenarios: a Dash component that takes a file in and hands one out, and one listener for
   every button `data-act="saved:..."`. Props: dashboard/components/saved_acts.py. */
(function () {
  "use strict";
  const atlas = (window.corridor_atlas = window.corridor_atlas || {});
  const React = window.React;
  const e = React.createElement;
  const {useEffect} = React;
  const ID = "saved-acts";
  const FOCUS_MS = 5000;

  /** Hand a text to the reader as a file. */
  function save(name, text) {
    const address = URL.createObjectURL(new Blob([text], {type: "application/json"}));
    const link = document.createElement("a");
    link.href = address;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  }

  function SavedActs(props) {
    const {id, download, largest_kb: largest, words, setProps} = props;
    useEffect(() => {
      if (download) save(download.name, download.text);
    }, [download]);

    async function take(event) {
      const input = event.target;
      const file = input.files[0];
      if (!file) return;
      const told = {name: file.name, at: Date.now()};
      if (file.size > 1024 * largest) told.size = file.size;
      else told.text = await file.text().catch(() => null);
      input.value = ""; // the same file can be taken again
      setProps({file: told});
    }

    const input = `${id}-file`;
    return e("div", {id, className: "measure saved-file"},
      e("label", {htmlFor: input}, words.open),
      e("input", {id: input, type: "file", accept: ".json,application/json", "aria-describedby": `${id}-hint`, onChange: take}),
      e("p", {id: `${id}-hint`, className: "hint"}, words.hint));
  }
  atlas.SavedActs = SavedActs;

  let pressed = null;
  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest('[data-act^="saved:"]');
    if (!button) return;
    pressed = {act: button.dataset.act, until: performance.now() + FOCUS_MS};
    window.dash_clientside.set_props(ID, {act: {text: button.dataset.act, at: Date.now()}});
  });

  // A list that is drawn anew takes the focused button with it: the same one gets the focus back,
  // or, where there is none any more, what was said about it.
  new MutationObserver(() => {
    if (!pressed) return;
    if (performance.now() > pressed.until) pressed = null;
    else if (document.activeElement === document.body) {
      const again = document.querySelector(`#saved [data-act="${pressed.act}"]`) || document.getElementById("saved-said");
      if (again) again.focus({preventScroll: true});
    }
  }).observe(document, {subtree: true, childList: true});
})();
