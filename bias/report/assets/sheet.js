// Marks are kept in the browser, where it allows that, and saved as a table.
(() => {
  const bar = document.getElementById("bar");
  const { columns, between, sheet } = JSON.parse(bar.dataset.sheet);
  const key = `bias-sheet-${sheet}`;
  const coder = document.getElementById("coder");
  const all = (query, within = document) => [...within.querySelectorAll(query)];
  const sentences = all(".s"), roles = all("select[data-item]"), wholes = all(".whole");
  const textOf = (sentence) => sentence.querySelector(".t").textContent;
  const wordsOf = (sentence) => all(".w", sentence);

  // Marked words that stand beside each other are one phrase, with what stands between them.
  const phrases = (sentence) => {
    const found = [];
    let phrase = "", gap = "";
    for (const node of sentence.querySelector(".t").childNodes) {
      const marked = node.nodeType === Node.ELEMENT_NODE && node.classList.contains("marked");
      const plain = node.nodeType === Node.ELEMENT_NODE && !marked;
      if (marked) { phrase += (phrase ? gap : "") + node.textContent; gap = ""; }
      else if (plain) { if (phrase) found.push(phrase); phrase = gap = ""; }
      else gap += node.textContent;
    }
    return phrase ? [...found, phrase] : found;
  };
  const chosen = (whole) => whole.querySelector("input[type=radio]:checked")?.value ?? "";
  const isRead = (whole) => whole.querySelector(".read").checked;
  const wholeOf = (node) => node.closest("section").querySelector(".whole");

  const state = () => ({
    coder: coder.value,
    roles: Object.fromEntries(roles.map((one) => [one.dataset.item, one.value])),
    sentences: Object.fromEntries(sentences.map((one) => [one.dataset.item, {
      biased: one.querySelector("input").checked,
      marked: wordsOf(one).flatMap((word, place) => (word.classList.contains("marked") ? [place] : [])),
    }])),
    wholes: Object.fromEntries(wholes.map((one) => [one.dataset.item, {
      label: chosen(one), note: one.querySelector(".note").value, read: isRead(one),
    }])),
  });
  const show = () => {
    for (const one of sentences) one.classList.toggle("biased", one.querySelector("input").checked);
    const read = wholes.filter(isRead).length;
    document.getElementById("done").textContent = `${read} of ${wholes.length} read`;
  };
  const keep = () => {
    show();
    try { localStorage.setItem(key, JSON.stringify(state())); } catch { /* not allowed here */ }
  };
  const recall = () => {
    let kept = null;
    try { kept = JSON.parse(localStorage.getItem(key)); } catch { /* not allowed here */ }
    if (!kept) return;
    coder.value = kept.coder ?? "";
    for (const one of roles) one.value = kept.roles?.[one.dataset.item] ?? "";
    for (const one of sentences) {
      const was = kept.sentences?.[one.dataset.item] ?? {};
      one.querySelector("input").checked = Boolean(was.biased);
      wordsOf(one).forEach((word, place) => word.classList.toggle("marked", (was.marked ?? []).includes(place)));
    }
    for (const one of wholes) {
      const was = kept.wholes?.[one.dataset.item] ?? {};
      for (const radio of all("input[type=radio]", one)) radio.checked = radio.value === was.label;
      one.querySelector(".note").value = was.note ?? "";
      one.querySelector(".read").checked = Boolean(was.read);
    }
  };

  // What is not marked in an article that is not read to the end has no label.
  const rows = () => [
    ...wholes.map((one) => ({ item: one.dataset.item, kind: one.dataset.kind, text: one.dataset.text,
      label: chosen(one), note: one.querySelector(".note").value })),
    ...roles.map((one) => ({ item: one.dataset.item, kind: one.dataset.kind, text: one.dataset.text,
      label: one.value || (isRead(wholeOf(one)) ? "body" : "") })),
    ...sentences.map((one) => {
      const words = phrases(one);
      const biased = one.querySelector("input").checked;
      return { item: one.dataset.item, kind: one.dataset.kind, text: textOf(one), words: words.join(between),
        label: biased ? "biased" : isRead(wholeOf(one)) ? "plain" : "" };
    }),
  ];
  const cell = (text) => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
  const table = () => [columns, ...rows().map((row) => columns.map((name) => (name === "coder" ? coder.value : row[name] ?? "")))]
    .map((row) => `${row.map(cell).join(",")}\n`).join("");

  document.getElementById("save").addEventListener("click", () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([table()], { type: "text/csv" }));
    link.download = `marks-${coder.value.trim().replace(/[^\p{L}\p{N}]+/gu, "-") || "of-nobody"}.csv`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  });
  document.addEventListener("click", (event) => {
    const word = event.target.closest(".w");
    if (word) { word.classList.toggle("marked"); keep(); }
  });
  document.addEventListener("keydown", (event) => {
    const text = event.target.closest?.(".t");
    if (!text) return;
    const words = all(".w", text);
    const at = words.findIndex((word) => word.classList.contains("at"));
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step && words.length) {
      words[at]?.classList.remove("at");
      words[at < 0 ? (step > 0 ? 0 : words.length - 1) : (at + step + words.length) % words.length].classList.add("at");
      event.preventDefault();
    } else if (event.key === "Enter" && at >= 0) {
      words[at].classList.toggle("marked");
      keep();
      event.preventDefault();
    }
  });
  document.addEventListener("focusout", (event) => {
    for (const word of all(".w.at", event.target)) word.classList.remove("at");
  });
  document.addEventListener("input", keep);
  recall();
  show();
})();
