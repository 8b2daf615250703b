// Buttons that copy a reference; they appear only where copying works.

import { announce } from "./texts.js";

export function copyButtons(root) {
  if (!navigator.clipboard) return;
  for (const button of root.querySelectorAll("button[data-copy]")) {
    const label = button.firstChild;
    const before = label.textContent;
    button.hidden = false;
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(button.dataset.copy);
      } catch {
        return; // the text itself stands beside the button, to be marked by hand
      }
      label.textContent = button.dataset.copied;
      announce(button.dataset.copied);
      setTimeout(() => (label.textContent = before), 2000);
    });
  }
}
