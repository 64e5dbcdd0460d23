"use strict";
// Tables that sort by any column; what cannot be compared stays at the end either way.
(() => {
  const value = (row, column) => {
    const cell = row.cells[column];
    return cell.dataset.v ?? cell.textContent.trim();
  };
  const sort = (table, head, column) => {
    const numbers = head.classList.contains("n");
    const first = numbers ? "descending" : "ascending";
    const second = numbers ? "ascending" : "descending";
    const order = head.getAttribute("aria-sort") === first ? second : first;
    const sign = order === "ascending" ? 1 : -1;
    const compare = (a, b) => numbers ? a - b : a.localeCompare(b, undefined, { sensitivity: "base", numeric: true });
    const rows = [...table.tBodies[0].rows].map((row) => [numbers ? parseFloat(value(row, column)) : value(row, column), row]);
    const empty = ([key]) => key === "" || Number.isNaN(key);
    rows.sort((a, b) => (empty(a) - empty(b)) || (empty(a) ? 0 : sign * compare(a[0], b[0])));
    table.tBodies[0].append(...rows.map(([, row]) => row));
    for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", order);
  };
  for (const table of document.querySelectorAll("table.sortable")) {
    [...table.tHead.rows[0].cells].forEach((head, column) => {
      if (!head.textContent.trim() || head.classList.contains("place")) return;
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.addEventListener("click", () => sort(table, head, column));
      head.replaceChildren(button);
    });
  }
})();

// Search over headline, outlet, date and name; a choice of group and band.
(() => {
  const tools = document.querySelector(".tools"), table = document.querySelector("table.articles");
  if (!tools || !table) return;
  const [find, group, band, status] = ["find", "group", "band", "found"].map((id) => document.getElementById(id));
  const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const rows = [...table.tBodies[0].rows].map((row) => ({
    row, text: plain(row.textContent), group: row.dataset.g, band: row.dataset.b,
  }));
  const nothing = document.getElementById("nothing");
  const refresh = () => {
    const words = plain(find.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const one of rows) {
      const fits = words.every((word) => one.text.includes(word))
        && (!group.value || one.group === group.value) && (!band.value || one.band === band.value);
      one.row.hidden = !fits;
      count += fits;
    }
    status.textContent = `${count.toLocaleString("en")} of ${rows.length.toLocaleString("en")} articles`;
    nothing.hidden = count > 0;
  };
  [find, group, band].forEach((tool) => tool.addEventListener("input", refresh));
  tools.hidden = false;
  refresh();
})();
