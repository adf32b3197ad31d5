/* The scene that the presenter is at. */
(function () {
  "use strict";
  const room = (window.atlasRoom = window.atlasRoom || {});
  const at = (id) => document.getElementById(id);

  function withLang(view, lang) {
    const address = new URL(view, location.origin);
    address.searchParams.set("lang", lang);
    return address.pathname + address.search;
  }

  /** Draw a scene: its sentence, its map with a legend, the link into the atlas. */
  room.scene = function (scene, {words, lang}) {
    const {make} = room;
    const around = at("around");
    const picture = scene && scene.picture;
    at("picture").hidden = !picture;
    if (scene) at("scene-text").textContent = scene.text[lang];
    around.href = withLang((scene && scene.view) || "/", lang);
    if (!picture) return;
    const image = at("picture-image");
    if (image.getAttribute("src") !== picture.src) image.src = picture.src;
    image.alt = picture.title[lang];
    at("picture-title").textContent = picture.title[lang];
    at("picture-evidence").textContent = picture.evidence[lang];
    const entries = picture.legend.map((one) => {
      const shade = make("i", {});
      shade.style.background = one.color;
      return make("li", {}, shade, one[lang]);
    });
    if (picture.uncertain) {
      entries.push(make("li", {}, make("i", {class: "hatched"}), words.uncertain));
    }
    at("legend").replaceChildren(...entries);
  };
})();
