/* The page of a province: what its address asks for, and the count of how often it was asked. */
(function () {
  "use strict";
  const {same, skip} = window.corridor_atlas.url;

  function province(search, path, was) {
    const next = {path, search: search || ""};
    if (same(next, {path: was.path, search: was.search || ""})) return skip();
    return {...next, turn: {...was.turn, turn: was.turn.turn + 1}};
  }

  Object.assign(window.dash_clientside.atlas, {province});
})();
