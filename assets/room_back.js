/* Who came from a room to look around finds the way back to it on every page, with one tap. */
(function () {
  "use strict";
  const KEY = "corridor-atlas-back";
  const TAB = "corridor-atlas-room:";

  /** Where the phone came from: kept in the session, or by the tab where that is forbidden. */
  function origin() {
    try {
      const kept = sessionStorage.getItem(KEY);
      if (kept) return JSON.parse(kept);
    } catch (error) { /* forbidden: then the tab may know */ }
    if (!window.name.startsWith(TAB)) return null;
    try {
      const kept = JSON.parse(window.name.slice(TAB.length));
      return kept.back ? {code: kept.code, words: kept.back} : null;
    } catch (error) { return null; }
  }

  const back = origin();
  if (!back || !/^[A-Z0-9]{6}$/.test(back.code)) return;
  const link = document.createElement("a");
  link.className = "room-back";
  const lang = back.lang === "km" || back.lang === "en" ? `?lang=${back.lang}` : "";
  link.href = `/join/${back.code}${lang}`;
  link.textContent = String(back.words).slice(0, 60);
  const box = document.createElement("nav");
  box.className = "room-back-box";
  box.setAttribute("aria-label", link.textContent);
  box.append(link);
  document.body.append(box);
})();
