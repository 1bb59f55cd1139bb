// Keys and pointer lead from a record to its words and on to the next. Without this file the links do.
"use strict";
(() => {
  const article = document.querySelector(".reading article");
  if (!article) return;
  const rows = [...document.querySelectorAll(".record li")];
  const start = (id) => article.querySelector("#" + CSS.escape(id));
  const order = rows
    .filter((row) => start(row.dataset.id))
    .sort((a, b) =>
      start(a.dataset.id).compareDocumentPosition(start(b.dataset.id)) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1);
  let chosen = null;

  function pieces(id) {
    return [...article.querySelectorAll("[data-of]")].filter((piece) => piece.dataset.of.split(" ").includes(id));
  }

  function choose(row, scroll) {
    if (chosen) {
      chosen.classList.remove("on");
      pieces(chosen.dataset.id).forEach((piece) => piece.classList.remove("on"));
    }
    chosen = row;
    if (!row) return;
    row.classList.add("on");
    const words = pieces(row.dataset.id);
    words.forEach((piece) => piece.classList.add("on"));
    if (scroll) {
      row.scrollIntoView({ block: "nearest" });
      if (words.length) words[0].scrollIntoView({ block: "center" });
      history.replaceState(null, "", "#" + row.dataset.id);
    }
  }

  function step(by) {
    const at = order.indexOf(chosen);
    const next = order[at < 0 ? (by > 0 ? 0 : order.length - 1) : Math.max(0, Math.min(order.length - 1, at + by))];
    if (next) {
      choose(next, true);
      next.querySelector("a.go").focus({ preventScroll: true });
    }
  }

  const row = (id) => rows.find((one) => one.dataset.id === id);
  const fromAddress = () => {
    const wanted = row(location.hash.slice(1));
    if (wanted) choose(wanted, true);
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    if (event.key === "j" || event.key === "n") step(1);
    else if (event.key === "k" || event.key === "p") step(-1);
    else if (event.key === "l" && chosen) {
      const link = chosen.querySelector(".link a.go");
      if (link) {
        const other = row(link.hash.slice(1));
        if (other) {
          choose(other, true);
          other.querySelector("a.go").focus({ preventScroll: true });
        }
      }
    } else if (event.key === "Escape") choose(null, false);
    else return;
    event.preventDefault();
  });
  article.addEventListener("click", (event) => {
    const piece = event.target.closest("[data-of]");
    if (piece) {
      const ids = piece.dataset.of.split(" ");
      const at = chosen ? ids.indexOf(chosen.dataset.id) : -1;
      const wanted = row(ids[(at + 1) % ids.length]);
      if (wanted) {
        choose(wanted, false);
        wanted.scrollIntoView({ block: "nearest" });
      }
    }
  });
  window.addEventListener("hashchange", fromAddress);
  fromAddress();
})();
