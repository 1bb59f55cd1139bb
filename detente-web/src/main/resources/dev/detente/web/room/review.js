// Keys to mark a record: r right, w wrong, c to the corrections. Without this file the buttons do.
"use strict";
(() => {
  const form = document.querySelector("#review form");
  if (!form) return;
  const press = (verdict) => {
    const name = form.elements.reviewer;
    if (!name.value.trim()) {
      name.focus();
      return;
    }
    form.requestSubmit(form.querySelector(`button[value="${verdict}"]`));
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select, textarea")) return;
    if (event.key === "r") press("right");
    else if (event.key === "w") press("wrong");
    else if (event.key === "c") form.querySelector("fieldset input, fieldset select").focus();
    else return;
    event.preventDefault();
  });
})();
