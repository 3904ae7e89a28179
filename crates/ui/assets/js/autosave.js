// @ts-check
// Saves a draft 1.5 s after the last change. The server answers 2xx, perhaps with a new version in X-Version.

const PAUSE = 1500;

/** @param {HTMLFormElement} form */
export default function autosave(form) {
  const status = /** @type {HTMLElement | null} */ (form.querySelector("[data-status]"));
  /** @type {number | undefined} */
  let timer;
  let saving = false;
  let again = false;

  /** @param {"saving" | "saved" | "failed"} word */
  const say = (word) => {
    if (status) status.textContent = status.dataset[word] ?? "";
  };

  const save = async () => {
    clearTimeout(timer);
    timer = undefined;
    if (saving) {
      again = true;
      return;
    }
    saving = true;
    say("saving");
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    try {
      const answer = await fetch(form.dataset.autosave ?? "", {
        method: "POST", body, keepalive: true, headers: { Accept: "application/json", "X-Requested-With": "fetch" },
      });
      const version = answer.headers.get("X-Version");
      const field = form.elements.namedItem("version");
      if (version && field instanceof HTMLInputElement) field.value = version;
      say(answer.ok && !answer.redirected ? "saved" : "failed");
    } catch {
      say("failed");
    }
    saving = false;
    if (again) {
      again = false;
      save();
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  form.addEventListener("submit", () => {
    clearTimeout(timer);
    timer = undefined;
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && timer !== undefined) save();
  });
}
