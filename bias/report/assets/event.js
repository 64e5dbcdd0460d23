"use strict";
// Point at a sentence, or reach its number: what tells the same in the other accounts lights up.
(() => {
  const by = new Map();
  document.querySelectorAll("[data-f]").forEach((part) => {
    const list = by.get(part.dataset.f) || [];
    list.push(part);
    by.set(part.dataset.f, list);
  });
  let kept = null;
  let lit = null;
  const light = (fact) => {
    if (fact === lit) return;
    (by.get(lit) || []).forEach((part) => part.classList.remove("lit"));
    (by.get(fact) || []).forEach((part) => part.classList.add("lit"));
    lit = fact;
  };
  const of = (target) => target instanceof Element ? target.closest("[data-f]")?.dataset.f ?? null : null;
  document.addEventListener("pointerover", (event) => light(of(event.target) ?? kept));
  document.addEventListener("focusin", (event) => light(of(event.target) ?? kept));
  document.addEventListener("click", (event) => {
    const fact = of(event.target);
    kept = fact === kept ? null : fact;
    light(kept);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") { kept = null; light(null); }
  });
})();
