// Signing in with a passkey, and adding one; the buttons appear only where the browser can.

const able =
  window.PublicKeyCredential &&
  PublicKeyCredential.parseRequestOptionsFromJSON &&
  PublicKeyCredential.parseCreationOptionsFromJSON;

export function passkeys(root) {
  if (!able) return;
  for (const button of root.querySelectorAll("button[data-passkey]")) {
    button.hidden = false;
    button.addEventListener("click", async (event) => {
      event.preventDefault();
      const form = button.form;
      try {
        const credential = await kinds[button.dataset.passkey](button, form);
        form.elements.namedItem("credential").value = JSON.stringify(credential.toJSON());
        HTMLFormElement.prototype.submit.call(form);
      } catch {
        const fault = document.getElementById(button.dataset.fault);
        if (fault) fault.hidden = false;
      }
    });
  }
}

const kinds = {
  async "sign-in"(button, form) {
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    const { request_options: options } = await answer.json();
    return ask(options);
  },
  confirm(button) {
    return ask(JSON.parse(button.dataset.options).request_options);
  },
  add(button, form) {
    const { creation_options: options } = JSON.parse(button.dataset.options);
    const alone = form.elements.namedItem("passwordless")?.checked ?? false;
    options.publicKey.authenticatorSelection = {
      ...options.publicKey.authenticatorSelection,
      residentKey: alone ? "required" : "discouraged",
      requireResidentKey: alone,
      ...(alone ? { userVerification: "required" } : {}),
    };
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options.publicKey);
    return navigator.credentials.create({ publicKey });
  },
};

function ask(options) {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options.publicKey);
  return navigator.credentials.get({ publicKey });
}
