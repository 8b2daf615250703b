// Saves a form as it is typed: to the house, and on this device until the house has it.

import { announce, text } from "./texts.js";

const PAUSE = 1200;
const AGAIN = 15000;

export function autosave(root) {
  for (const form of root.querySelectorAll("form[data-autosave]")) keep(form);
}

function keep(form) {
  const place = `draft:${form.dataset.autosave}`;
  const note = form.querySelector("[data-saved]");
  let timer = null;
  let last = content(form);

  const say = (words) => {
    if (note) note.textContent = words;
  };

  const save = async () => {
    clearTimeout(timer);
    const now = content(form);
    if (now === last) return;
    store(place, now);
    say(text("saving"));
    const answer = await fetch(form.dataset.autosave, {
      method: "POST",
      headers: { "Content-Type": "application/x-www-form-urlencoded", Accept: "application/json" },
      body: now,
      keepalive: true,
    }).catch(() => null);
    if (answer?.ok) {
      last = now;
      store(place, null);
      say(text("saved", { time: new Date().toLocaleTimeString(document.documentElement.lang, { hour: "2-digit", minute: "2-digit" }) }));
    } else {
      say(text("unsaved"));
      timer = setTimeout(save, AGAIN);
    }
  };

  restore(form, place) && (say(text("kept")), announce(text("kept")), (timer = setTimeout(save, PAUSE)));
  form.addEventListener("input", () => {
    clearTimeout(timer);
    store(place, content(form));
    timer = setTimeout(save, PAUSE);
  });
  document.addEventListener("house:save", save);
  document.addEventListener("visibilitychange", () => document.hidden && save());
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    last = content(form);
  });
}

function content(form) {
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") fields.append(name, value);
  }
  return fields.toString();
}

function store(place, value) {
  try {
    value === null ? localStorage.removeItem(place) : localStorage.setItem(place, value);
  } catch {
    // no room, or storage is off: the house still has what it was sent
  }
}

// Puts back what the house never got; true where something was put back.
function restore(form, place) {
  let kept = null;
  try {
    kept = localStorage.getItem(place);
  } catch {
    return false;
  }
  if (kept === null) return false;
  let changed = false;
  for (const [name, value] of new URLSearchParams(kept)) {
    const field = form.elements.namedItem(name);
    if (!field || field.type === "hidden") continue;
    if (field.type === "checkbox") {
      changed ||= !field.checked;
      field.checked = true;
    } else if (field.value !== value) {
      field.value = value;
      changed = true;
    }
  }
  return changed;
}
