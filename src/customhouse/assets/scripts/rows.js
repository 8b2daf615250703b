// Adds and takes away rows of a form where the page offers it; without this, buttons do it by sending.

export function rows(root) {
  for (const button of root.querySelectorAll("[data-add-row]")) {
    button.addEventListener("click", (event) => {
      event.preventDefault();
      const added = addRow(document.getElementById(button.dataset.addRow));
      added.querySelector("input, select, textarea")?.focus();
    });
  }
}

export function addRow(holder) {
  const total = holder.closest("form").elements.namedItem(holder.dataset.total);
  const number = Number(total.value);
  const template = document.getElementById(holder.dataset.template);
  const made = document.createElement("tbody");
  made.innerHTML = template.innerHTML.replaceAll("__prefix__", String(number)).replaceAll("__number__", String(number + 1));
  const row = made.firstElementChild;
  holder.append(row);
  total.value = String(number + 1);
  return row;
}
