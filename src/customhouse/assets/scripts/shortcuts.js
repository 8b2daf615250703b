// Keys on an officer's file: each action shows its key; typing in a field never sets one off.

export function shortcuts(root) {
  const byKey = new Map();
  for (const target of root.querySelectorAll("[data-key]")) byKey.set(target.dataset.key, target);
  const isOff = document.documentElement.dataset.keys === "off";
  if (isOff) return;
  root.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const target = byKey.get(event.key);
    if (!target) return;
    event.preventDefault();
    if (target instanceof HTMLDetailsElement) {
      target.open = true;
      (target.querySelector("input:not([type=hidden]), textarea, select, button") ?? target).focus();
    } else {
      target.focus();
      target.click();
    }
  });
}
