"use strict";
// Light, dark, or as the system says; remembered where the browser allows it.
(() => {
  const button = document.getElementById("theme");
  const names = ["auto", "light", "dark"];
  const remember = (name) => { try { localStorage.setItem("bias-theme", name); } catch { /* not allowed here */ } };
  const recall = () => { try { return localStorage.getItem("bias-theme"); } catch { return null; } };
  let theme = names.includes(recall()) ? recall() : "auto";
  const apply = () => {
    if (theme === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = theme;
    button.textContent = `Colours: ${theme}`;
  };
  button.addEventListener("click", () => {
    theme = names[(names.indexOf(theme) + 1) % names.length];
    remember(theme);
    apply();
  });
  button.hidden = false;
  apply();
  // What is folded on screen is printed.
  const folded = () => document.querySelectorAll("details:not([open])");
  let opened = [];
  addEventListener("beforeprint", () => { opened = [...folded()]; opened.forEach((part) => { part.open = true; }); });
  addEventListener("afterprint", () => { opened.forEach((part) => { part.open = false; }); });
})();
