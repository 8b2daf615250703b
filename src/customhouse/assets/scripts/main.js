// What every page runs: govuk-frontend's components, then our own, each only where it is wanted.

import {
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  PasswordInput,
  Radios,
  SkipLink,
  createAll,
} from "../govuk-frontend.min.js";
import { copyButtons } from "./copy.js";
import { keepSession } from "./session.js";

document.body.classList.add("js-enabled", "govuk-frontend-supported");

for (const Component of [
  Button,
  CharacterCount,
  Checkboxes,
  ErrorSummary,
  PasswordInput,
  Radios,
  SkipLink,
]) {
  createAll(Component);
}

copyButtons(document);
keepSession();

const wanted = (selector) => document.querySelector(selector) !== null;

if (wanted("form[data-autosave]")) {
  import("./autosave.js").then((module) => module.autosave(document));
}
if (wanted("[data-paste]")) {
  import("./paste.js").then((module) => module.pasteRows(document));
}
if (wanted("[data-key]")) {
  import("./shortcuts.js").then((module) => module.shortcuts(document));
}
if (wanted("[data-live]")) {
  import("./live.js").then((module) => module.live(document));
}
if (wanted("[data-add-row]")) {
  import("./rows.js").then((module) => module.rows(document));
}
if (wanted("[data-passkey]")) {
  import("./passkey.js").then((module) => module.passkeys(document));
}
if (wanted("[data-print]")) {
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
}
