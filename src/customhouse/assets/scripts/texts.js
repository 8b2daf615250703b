// The words that scripts say, in the page's language: the page brings them.

const words = JSON.parse(document.body.dataset.texts || "{}");

export function text(name, values = {}) {
  return Object.entries(values).reduce(
    (said, [key, value]) => said.replace(`{${key}}`, value),
    words[name] || "",
  );
}

let region = null;

// Says something to a screen reader without moving anything on the page.
export function announce(message) {
  if (region === null) {
    region = document.createElement("div");
    region.setAttribute("role", "status");
    region.className = "govuk-visually-hidden";
    document.body.append(region);
  }
  region.textContent = "";
  setTimeout(() => (region.textContent = message), 50);
}
