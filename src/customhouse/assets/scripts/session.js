// A session ends with a warning, never with a loss: autosave runs before, and staying takes a key.

import { announce, text } from "./texts.js";

const WARN_BEFORE = 5 * 60;

export function keepSession() {
  const { sessionSeconds, sessionKeep } = document.body.dataset;
  if (!sessionSeconds) return;
  let left = Number(sessionSeconds);
  let ends = Date.now() + left * 1000;
  let dialog = null;

  const tick = () => {
    left = Math.round((ends - Date.now()) / 1000);
    if (left <= 0) {
      clearInterval(timer);
      end();
    } else if (left <= WARN_BEFORE) {
      warn();
    }
  };

  const warn = () => {
    dialog ??= build();
    dialog.querySelector("p").textContent = text("endingIn", { minutes: Math.ceil(left / 60) });
    if (dialog.open) return;
    document.dispatchEvent(new CustomEvent("house:save"));
    dialog.showModal();
  };

  const build = () => {
    const made = document.createElement("dialog");
    made.className = "ending";
    made.setAttribute("aria-labelledby", "ending-title");
    const title = document.createElement("h2");
    title.id = "ending-title";
    title.textContent = text("ending");
    const button = document.createElement("button");
    button.className = "govuk-button";
    button.textContent = text("stay");
    button.addEventListener("click", stay);
    made.append(title, document.createElement("p"), button);
    document.body.append(made);
    return made;
  };

  const stay = async () => {
    const answer = await fetch(sessionKeep, {
      method: "POST",
      headers: { "X-CSRFToken": document.querySelector("[name=csrfmiddlewaretoken]")?.value ?? "" },
    }).catch(() => null);
    if (!answer?.ok) return;
    ends = Date.now() + Number(await answer.text()) * 1000;
    dialog.close();
  };

  const end = () => {
    dialog ??= build();
    dialog.querySelector("p").textContent = text("ended");
    dialog.querySelector("button")?.remove();
    announce(text("ended"));
    if (!dialog.open) dialog.showModal();
  };

  const timer = setInterval(tick, 5000);
  tick();
}
