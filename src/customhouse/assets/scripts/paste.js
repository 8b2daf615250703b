// Rows copied in a spreadsheet and pasted into a cell fill the cells below and beside it.

import { announce, text } from "./texts.js";
import { addRow } from "./rows.js";

export function pasteRows(root) {
  for (const holder of root.querySelectorAll("[data-paste]")) {
    holder.addEventListener("paste", (event) => {
      const cells = read(event.clipboardData.getData("text/plain"));
      if (cells.length < 2 && (cells[0]?.length ?? 0) < 2) return; // one value: as usual
      event.preventDefault();
      fill(holder, event.target, cells);
      announce(text("pasted", { count: cells.length }));
    });
  }
}

// A small reader of tab-separated text; quoted cells may hold tabs and new lines.
export function read(pasted) {
  const rows = [[""]];
  let quoted = false;
  for (let at = 0; at < pasted.length; at += 1) {
    const letter = pasted[at];
    const row = rows[rows.length - 1];
    if (quoted) {
      if (letter === '"' && pasted[at + 1] === '"') row[row.length - 1] += pasted[(at += 1)];
      else if (letter === '"') quoted = false;
      else row[row.length - 1] += letter;
    } else if (letter === '"' && row[row.length - 1] === "") quoted = true;
    else if (letter === "\t") row.push("");
    else if (letter === "\n") rows.push([""]);
    else if (letter !== "\r") row[row.length - 1] += letter;
  }
  return rows.filter((row) => row.some((cell) => cell.trim() !== ""));
}

function fill(holder, start, cells) {
  const fieldsOf = (row) => [...row.querySelectorAll("input:not([type=hidden]), select")];
  const rowsOf = () => [...holder.children];
  const first = rowsOf().findIndex((row) => row.contains(start));
  const across = fieldsOf(rowsOf()[first]).indexOf(start);
  cells.forEach((cellsOfRow, down) => {
    const row = rowsOf()[first + down] ?? addRow(holder);
    const fields = fieldsOf(row).slice(across);
    cellsOfRow.forEach((value, place) => {
      const field = fields[place];
      if (field) {
        field.value = value.trim();
        field.dispatchEvent(new Event("input", { bubbles: true }));
      }
    });
  });
}
