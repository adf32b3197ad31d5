/* A screen on another computer: its link names the room, which tells it what the windows of the
   presenter's browser hear from each other. */
(function () {
  "use strict";
  const stage = window.atlasStage;
  const AGAIN_MS = 2500;
  const link = new URLSearchParams(location.hash.slice(1));
  const code = link.get("code");
  if (!code || !/^[A-Z0-9]{6}$/.test(code)) return;
  const query = `device=${encodeURIComponent(link.get("device"))}`
    + `&ticket=${encodeURIComponent(link.get("ticket"))}`;
  let shown = "";
  let scene = null;
  let address = "";

  async function heard(room) {
    if (!address) address = (await stage.ask(`/rooms/${code}/address`)).addresses[0];
    const text = JSON.stringify(room.scene);
    if (room.scene && text !== shown) {
      const {view, text: words, shown_by: picture} = room.scene;
      scene = await stage.ask("/workshop/scene", {scene: {view, text: words, picture}});
      shown = text;
    }
    stage.show({mode: "story", scene, question: room.question, pictures: [],
      objections: room.objections.filter((one) => one.passed),
      qr: !scene, room: {code, address, phones: room.phones, ended: room.ended,
        qr: `/rooms/${code}/qr.svg`}});
  }

  function listen() {
    const source = new EventSource(`/rooms/${code}/presenter/stream?${query}`);
    source.addEventListener("room", (event) => {
      heard(JSON.parse(event.data).room).catch(() => {
        source.close();
        setTimeout(listen, AGAIN_MS);
      });
    });
    source.onerror = () => {
      if (source.readyState === EventSource.CLOSED) setTimeout(listen, AGAIN_MS);
    };
  }

  listen();
})();
