/* Loads a registry: sends the file with what is said of it, shows how far it is, and what came
   back, a line of JSON at a time. The file stays in the browser and goes with every question; the
   server forgets it. HTML of the form: dashboard/components/registry_form.py. */
(function () {
  "use strict";
  let asking = null; // the request that is awaited
  let checked = {}; // what came with the last check

  const room = () => document.querySelector("#page .registry");
  const part = (name) => room().querySelector(name);
  const form = () => part(".registry-form");
  const said = () => JSON.parse(form().dataset.said);
  const told = (key, fields = {}) =>
    (JSON.parse(form().dataset.told)[key] || "").replace(/\{(\w+)\}/g, (_, name) => fields[name]);

  function say(text) {
    part(".desk-said").textContent = text;
  }

  function busy(on) {
    const bar = part("progress");
    bar.hidden = !on;
    bar.value = 0;
    part("[data-registry=cancel]").hidden = !on;
    for (const button of room().querySelectorAll("[data-registry]:not([data-registry=cancel])")) button.disabled = on;
    form().setAttribute("aria-busy", String(on));
  }

  function columns() {
    const found = {};
    for (const one of room().querySelectorAll(".registry-fields select")) {
      if (one.value) found[one.name.slice("field-".length)] = one.value;
    }
    return found;
  }

  /** The steps of the work, as they come: the last line is the answer. */
  function follow(text) {
    const lines = text.split("\n").slice(0, -1);
    const last = lines.length ? JSON.parse(lines[lines.length - 1]) : null;
    if (last && last.step) {
      part("progress").value = 100 * last.done;
      say(told(last.step));
    }
    return last;
  }

  async function ask(path, more, done) {
    const file = form().elements.file.files[0];
    if (!file) {
      say(told("choose"));
      form().elements.file.focus();
      return;
    }
    if (file.size > said().largest) {
      say(told("large"));
      return;
    }
    if (asking) return;
    try {
      await file.slice(0, 1).arrayBuffer(); // a file that has changed since can no longer be read
    } catch {
      say(told("changed"));
      return;
    }
    const head = {...more, name: file.name, lang: said().lang, digits: said().digits};
    const request = new XMLHttpRequest();
    asking = request;
    busy(true);
    say(told("sending", {percent: 0}));
    request.upload.onprogress = (event) => {
      const percent = event.total ? Math.floor((100 * event.loaded) / event.total) : 0;
      part("progress").value = percent;
      say(told("sending", {percent}));
    };
    request.onprogress = () => {
      if (room() && request.status === 200) follow(request.responseText);
    };
    request.onloadend = () => {
      asking = null;
      if (!room()) return;
      busy(false);
      if (request.status === 413) say(told("large"));
      else if (request.status === 200) {
        const answer = follow(request.responseText);
        if (!answer || answer.step) say(told("lost"));
        else if (answer.problem) say(answer.problem);
        else {
          say(told("done"));
          done(answer);
        }
      } else if (request.status) say(refusal(request.responseText));
    };
    request.onerror = () => say(told("lost"));
    request.onabort = () => say(told("cancelled"));
    request.open("POST", path);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(new Blob([JSON.stringify(head) + "\n", file], {type: "application/octet-stream"}));
  }

  /** Why the server does not take it, in its own words where it has some. */
  function refusal(text) {
    try {
      return JSON.parse(text).problem || told("refused");
    } catch {
      return told("refused");
    }
  }

  function put(name, html) {
    const box = part(name);
    box.innerHTML = html;
    box.focus({preventScroll: true});
    box.scrollIntoView({block: "start"});
  }

  function clear() {
    part(".registry-map").innerHTML = "";
    part(".registry-found").innerHTML = "";
    say("");
  }

  function look() {
    clear();
    ask(said().look, {}, (answer) => put(answer.mapping ? ".registry-map" : ".registry-found", answer.html));
  }

  function check() {
    part(".registry-found").innerHTML = "";
    ask(said().check, {columns: columns()}, (answer) => {
      checked = answer;
      put(".registry-found", answer.html);
    });
  }

  function accept() {
    const fields = part(".registry-accept");
    if (!fields.reportValidity()) return;
    const more = {
      ...Object.fromEntries(new FormData(fields)),
      columns: columns(),
      expected: checked.expected,
      hash: checked.hash,
      synthetic: checked.synthetic,
    };
    ask(said().accept, more, (answer) => {
      if (answer.html) {
        put(".registry-found", answer.html);
        return;
      }
      say(told("accepted", {number: answer.accepted}));
      window.history.replaceState({}, "", `${window.location.pathname}${window.location.search}`);
      window.location.reload();
    });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("button[data-registry]");
    if (!button || !room()) return;
    const act = button.dataset.registry;
    if (act === "look") look();
    else if (act === "check") check();
    else if (act === "accept") accept();
    else if (act === "cancel" && asking) asking.abort();
  });

  document.addEventListener("change", (event) => {
    if (!event.target.closest || !event.target.closest(".registry")) return;
    if (event.target.name === "file") clear();
    if (event.target.name === "saved") {
      const kept = JSON.parse(event.target.closest(".registry-saved").dataset.saved)[event.target.value];
      for (const one of room().querySelectorAll(".registry-fields select")) {
        one.value = kept[one.name.slice("field-".length)] || "";
      }
    }
    if (event.target.closest(".registry-map")) part(".registry-found").innerHTML = "";
  });

  document.addEventListener("submit", (event) => {
    if (!event.target.matches(".registry-form, .registry-accept")) return;
    event.preventDefault();
    if (event.target.matches(".registry-form")) look();
    else accept();
  });
})();
