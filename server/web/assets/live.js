// Moves the bar of a run that is under way. Without it the page says the same when it is loaded again.
"use strict";
addEventListener("load", () => {
  const live = document.querySelector("[data-events]");
  if (!live || !("EventSource" in window)) return;
  const bar = live.querySelector("progress");
  const words = live.querySelector("[data-words]");
  const still = document.querySelector("[data-still]");
  if (still) still.hidden = true;
  let told = 0;
  const source = new EventSource(live.dataset.events);
  source.onmessage = (e) => {
    const x = JSON.parse(e.data);
    bar.value = x.percent;
    // Who listens to the page is told at most every ten seconds.
    if (x.ended || Date.now() - told > 10000) {
      told = Date.now();
      words.textContent = x.words;
    }
    if (x.ended) {
      source.close();
      location.reload();
    }
  };
  source.onerror = () => {
    if (still) still.hidden = false;
  };
});
