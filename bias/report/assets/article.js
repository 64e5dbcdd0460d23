"use strict";
// Marks that tell why: on hover, focus and tap; Escape closes, arrows walk from mark to mark.
(() => {
  const { kinds, notes, cues, sentences } = JSON.parse(document.getElementById("cues").textContent);
  const tip = document.getElementById("tip");
  const marks = [...document.querySelectorAll("[data-c]")];
  let shown = null, pinned = false, timer = 0;

  const on = (id) => document.getElementById(id)?.checked ?? true;
  const two = (hundredths) => (hundredths / 100).toFixed(2);
  const visible = (mark) => mark.dataset.c.split(" ").map((number) => cues[number])
    .filter((cue) => on(`k${cue[0]}`) && on(cue[4] ? "quoted" : "outlet"));

  const line = (words, name) => {
    const made = document.createElement("p");
    made.textContent = words;
    if (name) made.className = name;
    return made;
  };
  const told = ([kind, note, weight, probability, quoted, place]) => {
    const [letter, label, meaning] = kinds[kind];
    const box = document.createElement("div");
    box.className = "cue";
    box.append(line(`${letter} ${label}`, "kind"));
    if (notes[note]) box.append(line(notes[note]));
    if (meaning) box.append(line(meaning, "soft"));
    const sums = [quoted ? "voice: quoted" : "voice: the outlet’s own", `weight ${two(weight)}`];
    if (place) sums.unshift(["in the headline", "in an insert"][place - 1]);
    const who = place === 1 ? "readers" : "experts";
    if (probability !== null) sums.push(`${who} would mark it here: ${two(probability)}`);
    box.append(line(sums.join(" · "), "soft"));
    return box;
  };

  const place = (mark) => {
    const box = mark.getClientRects()[0], gap = 8;
    const wide = tip.offsetWidth, tall = tip.offsetHeight;
    const below = box.bottom + gap + tall <= innerHeight || box.top < tall + gap;
    const left = Math.max(gap, Math.min(box.left, document.documentElement.clientWidth - wide - gap));
    tip.style.left = `${left + scrollX}px`;
    tip.style.top = `${(below ? box.bottom + gap : box.top - gap - tall) + scrollY}px`;
  };
  const close = () => {
    clearTimeout(timer);
    if (!shown) return;
    shown.classList.remove("open");
    shown.removeAttribute("aria-describedby");
    shown = null;
    pinned = false;
    tip.hidden = true;
  };
  const open = (mark) => {
    clearTimeout(timer);
    if (mark === shown) return;
    close();
    const found = visible(mark);
    if (!found.length) return;
    const sentence = mark.closest(".s");
    tip.replaceChildren(...found.map(told));
    if (sentence) tip.append(line(`Experts would judge its sentence biased: ${two(sentences[+sentence.id.slice(1)])}`, "soft"));
    shown = mark;
    mark.classList.add("open");
    mark.setAttribute("aria-describedby", "tip");
    tip.hidden = false;
    place(mark);
  };

  const refresh = () => {
    close();
    for (const mark of marks) {
      const live = visible(mark).length > 0;
      if (live) { mark.tabIndex = 0; mark.setAttribute("role", "button"); }
      else { mark.removeAttribute("tabindex"); mark.removeAttribute("role"); }
    }
  };
  const walk = (from, step) => {
    const live = marks.filter((mark) => mark.tabIndex === 0 && mark.getClientRects().length);
    live[live.indexOf(from) + step]?.focus();
  };

  for (const mark of marks) {
    mark.addEventListener("pointerenter", (event) => {
      if (event.pointerType === "touch" || pinned) return;
      clearTimeout(timer);
      timer = setTimeout(open, 90, mark);
    });
    mark.addEventListener("pointerleave", () => {
      clearTimeout(timer);
      if (!pinned) timer = setTimeout(close, 250);
    });
    mark.addEventListener("focus", () => open(mark));
    mark.addEventListener("blur", () => { if (!pinned) close(); });
    mark.addEventListener("click", () => { open(mark); pinned = shown === mark; });
    mark.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (step && !event.altKey && !event.ctrlKey && !event.metaKey) { event.preventDefault(); close(); walk(mark, step); }
      if (event.key === "Enter" || event.key === " ") { event.preventDefault(); open(mark); pinned = shown === mark; }
    });
  }
  tip.addEventListener("pointerenter", () => clearTimeout(timer));
  tip.addEventListener("pointerleave", () => { if (!pinned) timer = setTimeout(close, 250); });
  addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });
  addEventListener("pointerdown", (event) => { if (!event.target.closest("[data-c],#tip")) close(); });
  addEventListener("resize", close);

  const boxes = [...document.querySelectorAll(".filters input")];
  const usual = new Map(boxes.map((box) => [box, box.defaultChecked]));
  const set = (choose) => { boxes.forEach((box) => { box.checked = choose(box); }); refresh(); };
  const button = (id, choose) => document.getElementById(id)?.addEventListener("click", () => set(choose));
  button("marks-all", (box) => box.name === "view" ? box.checked : true);
  button("marks-none", (box) => box.name === "kind" ? false : box.checked);
  button("marks-usual", (box) => usual.get(box));
  boxes.forEach((box) => box.addEventListener("change", refresh));
  document.querySelectorAll(".filters .buttons").forEach((row) => { row.hidden = false; });
  // A link to a mark that is switched off switches it on.
  document.querySelectorAll('a[href^="#c"]').forEach((link) => link.addEventListener("click", () => {
    const mark = document.querySelector(link.hash)?.closest("sup").previousElementSibling;
    for (const number of mark?.dataset.c?.split(" ") ?? []) {
      const box = document.getElementById(`k${cues[number][0]}`);
      if (box) box.checked = true;
    }
    refresh();
  }));
  addEventListener("pageshow", refresh);
  refresh();
})();

// The strip: one stop for the keyboard, arrows from bar to bar, words under the pointer.
(() => {
  const strip = document.querySelector("svg.strip");
  if (!strip) return;
  const links = [...strip.querySelectorAll("a")], told = document.getElementById("told");
  const usual = told.textContent;
  const start = (link) => +link.firstChild.getAttribute("x");
  const words = (link) => {
    const text = document.querySelector(link.getAttribute("href"))?.textContent ?? "";
    const short = text.length > 140 ? `${text.slice(0, 139)}…` : text;
    return `${link.getAttribute("aria-label")} — ${short}`;
  };
  const near = (link) => {
    links.forEach((other) => other.classList.toggle("near", other === link));
    told.textContent = link ? words(link) : usual;
  };
  const under = (event) => {
    const box = strip.getBoundingClientRect();
    const x = (event.clientX - box.left) / box.width * strip.viewBox.baseVal.width;
    return links.findLast((link) => start(link) <= x) ?? links[0];
  };
  links.forEach((link, number) => {
    link.setAttribute("tabindex", number ? -1 : 0);
    link.addEventListener("focus", () => { links.forEach((other) => other.setAttribute("tabindex", other === link ? 0 : -1)); near(link); });
    link.addEventListener("blur", () => near(null));
    link.addEventListener("keydown", (event) => {
      const to = { ArrowRight: number + 1, ArrowLeft: number - 1, Home: 0, End: links.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      links[to]?.focus();
    });
  });
  strip.addEventListener("pointermove", (event) => near(under(event)));
  strip.addEventListener("pointerleave", () => near(links.includes(document.activeElement) ? document.activeElement : null));
  strip.addEventListener("click", (event) => {
    if (event.target.closest("a")) return;
    location.hash = under(event).getAttribute("href");
  });
})();
