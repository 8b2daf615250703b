// Live parts ask again every few seconds, in place; htmx is fetched only where there is one.

import { text } from "./texts.js";
import { copyButtons } from "./copy.js";

export async function live(root) {
  const source = document.querySelector("[data-htmx]")?.dataset.htmx;
  if (!source) return;
  window.htmx ??= undefined;
  await load(source);
  for (const part of root.querySelectorAll("[data-live]")) {
    part.setAttribute("hx-get", part.dataset.live);
    part.setAttribute("hx-trigger", `every ${part.dataset.every || 5}s`);
    part.setAttribute("hx-swap", "innerHTML show:none");
    window.htmx.process(part);
    part.addEventListener("htmx:beforeRequest", (event) => {
      if (document.hidden || part.contains(document.activeElement)) event.preventDefault();
    });
    let opened = [];
    part.addEventListener("htmx:beforeSwap", () => {
      opened = [...part.querySelectorAll("details")].map((each) => each.open);
    });
    part.addEventListener("htmx:afterSwap", () => {
      // What the reader opened stays open: the page moves without jumping.
      part.querySelectorAll("details").forEach((each, place) => { each.open = opened[place] ?? false; });
      copyButtons(part);
    });
    const mark = document.querySelector("[data-live-mark]");
    if (!mark) continue;
    part.addEventListener("htmx:afterRequest", (event) => {
      mark.textContent = event.detail.successful ? "" : text("stale");
    });
  }
}

function load(source) {
  return new Promise((resolve, reject) => {
    const meta = document.createElement("meta");
    meta.name = "htmx-config";
    meta.content = JSON.stringify({ includeIndicatorStyles: false, allowEval: false, allowScriptTags: false, selfRequestsOnly: true, historyEnabled: false });
    document.head.append(meta);
    const script = document.createElement("script");
    script.src = source;
    script.addEventListener("load", resolve);
    script.addEventListener("error", reject);
    document.head.append(script);
  });
}
