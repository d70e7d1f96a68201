// A screen at a counter: it goes back to the first page when nobody has touched it for a while, forgets what was typed,
// and says the addresses of other hosts instead of leading there.
"use strict";
(() => {
  const IDLE = 90; // seconds without a touch
  const WARNING = 20; // of these, so many are counted down in words
  const bar = document.querySelector(".kiosk-bar");
  const said = bar.querySelector("[role=status]");
  const start = bar.querySelector("a");
  const isStart = new URL(start.href).pathname === location.pathname && !location.search;
  let left = IDLE;

  const forget = () => {
    try {
      localStorage.clear();
      sessionStorage.clear();
    } catch { /* a browser that keeps nothing */ }
  };

  const touched = () => {
    if (left <= WARNING) said.textContent = "";
    left = IDLE;
  };

  const tick = () => {
    left -= 1;
    if (left === WARNING && !isUntouched()) said.textContent = bar.dataset.warning.replace("{n}", WARNING);
    if (left > 0) return;
    left = IDLE;
    if (isUntouched()) return;
    forget();
    location.replace(start.href);
  };

  // The first page as it is opened: nothing to go back to.
  const isUntouched = () => isStart && scrollY === 0 && [...document.querySelectorAll("input")].every(({ value }) => !value);

  for (const kind of ["pointerdown", "pointermove", "keydown", "wheel", "touchstart", "scroll"]) {
    addEventListener(kind, touched, { passive: true });
  }
  bar.querySelector("button").addEventListener("click", () => history.back());
  start.addEventListener("click", forget);
  document.addEventListener("click", (event) => {
    const link = event.target.closest?.("a[href]");
    if (!link || !/^(https?|mailto|tel):/.test(link.href)) return;
    event.preventDefault();
    said.textContent = bar.dataset.elsewhere.replace("{address}", link.href.replace(/^(mailto|tel):/, ""));
  });
  setInterval(tick, 1000);
})();
