// Keys lead from one entry to the next, from a record to its words and on to what denies it, and back. Without this file the links do.
"use strict";
(() => {
  const root = document.documentElement;
  root.classList.add("scripted");
  document.querySelectorAll(".with-script").forEach((one) => (one.hidden = false));

  // What can be stepped through on this page: the entries of a list, or the records of an article.
  const article = document.querySelector(".reading article");
  const rows = article ? [...document.querySelectorAll(".record li")] : [];
  const stops = article ? [] : [...document.querySelectorAll("main [data-stop]")];
  const start = (id) => article.querySelector("#" + CSS.escape(id));
  const row = (id) => rows.find((one) => one.dataset.id === id);
  const pieces = (id) => [...article.querySelectorAll("[data-of]")].filter((piece) => piece.dataset.of.split(" ").includes(id));
  const place = "detente " + location.pathname + location.search;
  let chosen = null;

  const shown = () => rows.filter((one) => !one.hidden && start(one.dataset.id));
  function tell() {
    const output = document.querySelector(".steps output");
    if (!output) return;
    const list = shown();
    const at = list.indexOf(chosen);
    output.textContent = (at < 0 ? "–" : at + 1) + " / " + list.length;
  }

  function choose(wanted, scroll, remember) {
    if (chosen) {
      chosen.classList.remove("on");
      pieces(chosen.dataset.id).forEach((piece) => piece.classList.remove("on"));
    }
    chosen = wanted;
    tell();
    if (!wanted) return;
    wanted.classList.add("on");
    const words = pieces(wanted.dataset.id);
    words.forEach((piece) => piece.classList.add("on"));
    if (scroll) {
      wanted.scrollIntoView({ block: "center" });
      if (words.length) words[0].scrollIntoView({ block: "center" });
    }
    if (remember) history[remember + "State"](null, "", "#" + wanted.dataset.id);
  }

  const focus = (one) => one.querySelector("a.go").focus({ preventScroll: true });

  function step(by) {
    if (article) {
      const list = shown();
      const at = list.indexOf(chosen);
      const next = list[at < 0 ? (by > 0 ? 0 : list.length - 1) : Math.max(0, Math.min(list.length - 1, at + by))];
      if (next) {
        choose(next, true, "replace");
        focus(next);
      }
      return;
    }
    const at = stops.indexOf(document.activeElement);
    const next = stops[at < 0 ? (by > 0 ? 0 : stops.length - 1) : Math.max(0, Math.min(stops.length - 1, at + by))];
    if (next) {
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "center" });
    }
  }

  function follow() {
    const link = chosen && (chosen.querySelector("a.denial") || chosen.querySelector("a.to-other"));
    if (!link) return;
    const other = link.classList.contains("away") ? null : row(link.hash.slice(1));
    if (other) {
      choose(other, true, "push");
      focus(other);
    } else link.click();
  }

  const fromAddress = () => {
    const wanted = article && row(location.hash.slice(1));
    if (wanted) {
      choose(wanted, true, null);
      focus(wanted);
    }
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    if (event.key === "j" || event.key === "n") step(1);
    else if (event.key === "k" || event.key === "p") step(-1);
    else if (event.key === "l") follow();
    else if (event.key === "o" && chosen) chosen.querySelector("a.permanent").click();
    else if (event.key === "b") history.back();
    else if (event.key === "/") document.getElementById("quick").focus();
    else if (event.key === "?") location.href = "/about#keys";
    else if (event.key === "Escape" && article) choose(null, false, null);
    else return;
    event.preventDefault();
  });

  if (article) {
    article.addEventListener("click", (event) => {
      const piece = event.target.closest("[data-of]");
      if (!piece) return;
      const ids = piece.dataset.of.split(" ");
      const wanted = row(ids[((chosen ? ids.indexOf(chosen.dataset.id) : -1) + 1) % ids.length]);
      if (wanted) {
        choose(wanted, false, "replace");
        wanted.scrollIntoView({ block: "nearest" });
      }
    });
    // Pointing at words shows their record; pointing at a record shows its words.
    const hover = (event, on) => {
      const piece = event.target.closest("[data-of]");
      const over = piece ? piece.dataset.of.split(" ").map(row) : [event.target.closest(".record li")];
      over.filter(Boolean).forEach((one) => {
        if (one !== chosen) pieces(one.dataset.id).forEach((words) => words.classList.toggle("on", on));
      });
    };
    document.addEventListener("mouseover", (event) => hover(event, true));
    document.addEventListener("mouseout", (event) => hover(event, false));
    document.querySelectorAll("[data-step]").forEach((button) => button.addEventListener("click", () => step(Number(button.dataset.step))));
    const filters = [...document.querySelectorAll("[data-filter]")];
    filters.forEach((filter) =>
      filter.addEventListener("change", () => {
        rows.forEach((one) => {
          one.hidden = filters.some((f) => f.value && one.dataset[f.dataset.filter] !== f.value);
        });
        article.querySelectorAll("[data-of]").forEach((piece) =>
          piece.classList.toggle("dim", piece.dataset.of.split(" ").every((id) => row(id).hidden)));
        if (chosen && chosen.hidden) choose(null, false, null);
        tell();
      }));
    window.addEventListener("hashchange", fromAddress);
    window.addEventListener("popstate", fromAddress);
    tell();
    fromAddress();
    // The browser goes to the address's words when the page is there, and takes the focus along.
    window.addEventListener("load", fromAddress);
  }

  // Coming back to a list, the entry that was opened has the focus again.
  document.querySelector("main").addEventListener("click", (event) => {
    const stop = event.target.closest("[data-stop]");
    if (stop && !article) sessionStorage.setItem(place, stop.getAttribute("href"));
  });
  function comeBack() {
    const left = stops.find((one) => one.getAttribute("href") === sessionStorage.getItem(place));
    if (left) left.focus();
  }
  const arrived = performance.getEntriesByType("navigation")[0];
  if (arrived && arrived.type === "back_forward") comeBack();

  // A page that takes long says so; one that is shown again does not.
  window.addEventListener("beforeunload", () => setTimeout(() => root.classList.add("going"), 150));
  window.addEventListener("pageshow", (event) => {
    root.classList.remove("going");
    if (event.persisted) comeBack();
  });

  document.querySelectorAll("[data-copy]").forEach((button) =>
    button.addEventListener("click", () => navigator.clipboard.writeText(document.querySelector(button.dataset.copy).innerText)));
  document.querySelectorAll("[data-print]").forEach((button) => button.addEventListener("click", () => window.print()));
})();
