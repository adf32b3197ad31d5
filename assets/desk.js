/* The data desk: sends a file with what is said of it, shows how far it is, and what came back.
   The file stays in the browser and goes with every question; the server keeps nothing.
   HTML of the form: dashboard/components/desk_form.py. */
(function () {
  "use strict";
  let asking = null; // the request that is awaited
  let meant = {}; // province codes by what a cell holds, for the file that is chosen

  const desk = () => document.querySelector("#page .desk");
  const part = (name) => desk().querySelector(name);
  const form = () => part(".desk-form");
  const said = () => JSON.parse(form().dataset.said);
  const told = (key, fields = {}) =>
    JSON.parse(form().dataset.told)[key].replace(/\{(\w+)\}/g, (_, name) => fields[name]);

  function say(text) {
    part(".desk-said").textContent = text;
  }

  /** While an answer is awaited: a bar, a way to cancel, and no second question. */
  function busy(on) {
    const bar = part("progress");
    bar.hidden = !on;
    bar.value = 0;
    part("[data-desk=cancel]").hidden = !on;
    for (const button of desk().querySelectorAll("[data-desk=check], [data-desk=accept], [data-desk=mean]")) button.disabled = on;
    form().setAttribute("aria-busy", String(on));
  }

  /** Why something may not be done, as the server says it. */
  function refusal(text) {
    try {
      return JSON.parse(text).problem || told("refused");
    } catch {
      return told("refused");
    }
  }

  function clear() {
    part(".desk-found").innerHTML = "";
    say("");
  }

  /** One line of JSON, then the file. */
  function body(file, more) {
    const fields = new FormData(form());
    const head = {...more, meant, name: file.name, size: file.size, lang: said().lang, digits: said().digits};
    for (const key of ["kind", "title", "publisher", "date", "url"]) head[key] = fields.get(key);
    return new Blob([JSON.stringify(head) + "\n", file], {type: "application/octet-stream"});
  }

  async function ask(path, more, done) {
    const file = form().elements.file.files[0];
    if (!file) {
      say(told("choose"));
      form().elements.file.focus();
      return;
    }
    if (file.size > said().largest) {
      clear();
      say(told("large"));
      return;
    }
    if (asking || !form().reportValidity()) return;
    try {
      await file.slice(0, 1).arrayBuffer(); // a file that has changed since can no longer be read
    } catch {
      say(told("changed"));
      return;
    }
    const request = new XMLHttpRequest();
    asking = request;
    busy(true);
    say(told("sending", {percent: 0}));
    request.upload.onprogress = (event) => {
      const percent = event.total ? Math.floor((100 * event.loaded) / event.total) : 0;
      part("progress").value = percent;
      say(percent < 100 ? told("sending", {percent}) : told("working"));
    };
    request.onloadend = () => {
      asking = null;
      if (!desk()) return;
      busy(false);
      if (request.status === 200) done(JSON.parse(request.responseText));
      else if (request.status === 413) say(told("large"));
      else if (request.status === 401 || request.status === 403) say(refusal(request.responseText));
      else if (request.status) say(told("refused"));
    };
    request.onerror = () => say(told("lost"));
    request.onabort = () => say(told("cancelled"));
    request.open("POST", path);
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(body(file, more));
  }

  function check() {
    clear();
    ask(said().check, {}, (answer) => {
      if (answer.problem) {
        say(answer.problem);
        return;
      }
      const found = part(".desk-found");
      found.innerHTML = answer.html;
      found.dataset.version = answer.version;
      say(told("checked"));
      found.focus({preventScroll: true});
      found.scrollIntoView({block: "start"});
    });
  }

  function accept() {
    const found = part(".desk-found");
    const who = found.querySelector("[name=who]");
    if (!who.reportValidity()) return;
    const more = {
      who: who.value,
      note: found.querySelector("[name=note]").value,
      expected: Number(found.dataset.version),
    };
    ask(said().accept, more, answered);
  }

  /** A new version holds: the page is drawn anew from it. */
  function answered(answer) {
    say(answer.problem || told("accepted", {number: answer.accepted}));
    if (answer.accepted !== undefined) anew();
  }

  function anew() {
    const kept = new URLSearchParams(window.location.search);
    for (const key of ["version", "from", "to"]) kept.delete(key);
    const query = kept.toString();
    window.history.replaceState({}, "", `/data${query ? `?${query}` : ""}#data-now`);
    window.location.reload();
  }

  async function restore(box) {
    if (!box.reportValidity()) return;
    const fields = Object.fromEntries(new FormData(box));
    const note = box.querySelector(".desk-said");
    const button = box.querySelector("button");
    const asked = {...fields, number: Number(fields.number), expected: Number(box.dataset.newest)};
    button.disabled = true;
    let answer = {problem: told("lost")};
    try {
      const response = await fetch(box.dataset.path, {
        method: "POST",
        headers: {"Content-Type": "application/json"},
        body: JSON.stringify({...asked, lang: said().lang, digits: said().digits}),
      });
      answer = response.ok ? await response.json() : {problem: refusal(await response.text())};
    } catch {
      // It is told as a lost connection.
    }
    button.disabled = false;
    note.textContent = answer.problem || told("accepted", {number: answer.accepted});
    if (answer.accepted !== undefined) anew();
  }

  /** What the cell of a button means, wherever it stands in the file. */
  function mean(button) {
    meant[button.dataset.cell] = button.dataset.code;
    check();
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest && event.target.closest("button[data-desk]");
    if (!button || !desk()) return;
    const act = button.dataset.desk;
    if (act === "check") check();
    else if (act === "accept") accept();
    else if (act === "mean") mean(button);
    else if (act === "cancel" && asking) asking.abort();
    else if (act === "restore") restore(button.closest("form"));
  });

  document.addEventListener("change", (event) => {
    if (!event.target.closest || !event.target.closest(".desk-form")) return;
    if (event.target.name === "kind") {
      for (const one of form().querySelectorAll("[data-kind]")) one.hidden = one.dataset.kind !== event.target.value;
    }
    if (event.target.name === "file") meant = {};
    clear();
  });

  document.addEventListener("submit", (event) => {
    if (!event.target.matches(".desk-form, .desk-restore")) return;
    event.preventDefault();
    if (event.target.matches(".desk-form")) check();
    else restore(event.target);
  });
})();
