// @ts-check
// Keeps unsent text of a form in this tab, so that a lost session loses nothing.

/** @param {Element} field @returns {field is HTMLInputElement | HTMLTextAreaElement} */
const kept = (field) =>
  field instanceof HTMLTextAreaElement ||
  (field instanceof HTMLInputElement && ["text", "email", "tel", "number", "date"].includes(field.type));

/** @param {HTMLFormElement} form */
export default function keep(form) {
  const key = `keep:${form.dataset.keep}`;
  const fields = () => [...form.elements].filter(kept).filter((field) => field.name && field.autocomplete !== "one-time-code");
  /** @type {Record<string, string>} */
  const stored = JSON.parse(sessionStorage.getItem(key) ?? "{}");
  let restored = false;
  for (const field of fields()) {
    const text = stored[field.name];
    if (text && text !== field.value && field.value === field.defaultValue && !field.readOnly) {
      field.value = text;
      field.dispatchEvent(new Event("input", { bubbles: true }));
      restored = true;
    }
  }
  const status = /** @type {HTMLElement | null} */ (form.querySelector("[data-status]"));
  if (restored && status) status.textContent = status.dataset.restored ?? "";

  form.addEventListener("input", () => {
    const changed = fields().filter((field) => field.value !== field.defaultValue);
    try {
      if (changed.length) sessionStorage.setItem(key, JSON.stringify(Object.fromEntries(changed.map((f) => [f.name, f.value]))));
      else sessionStorage.removeItem(key);
    } catch {
      // No room, or storage is refused: the form works as without scripts.
    }
  });
  form.addEventListener("submit", () => sessionStorage.setItem(key.replace("keep:", "sent:"), "1"));
}
