// @ts-check
// Words beside a form become buttons that put them where the cursor was last.

/** Where the cursor was last, by form. @type {WeakMap<HTMLFormElement, HTMLInputElement | HTMLTextAreaElement>} */
const last = new WeakMap();

/** @param {HTMLElement} list */
export default function inserts(list) {
  const form = document.getElementById(list.dataset.inserts ?? "");
  if (!(form instanceof HTMLFormElement) || list.dataset.ready) return;
  list.dataset.ready = "1";
  form.addEventListener("focusin", (event) => {
    const field = event.target;
    if (field instanceof HTMLTextAreaElement || (field instanceof HTMLInputElement && field.type === "text")) last.set(form, field);
  });
  for (const word of list.querySelectorAll("[data-insert]")) {
    const text = /** @type {HTMLElement} */ (word).dataset.insert ?? "";
    const button = document.createElement("button");
    button.type = "button";
    button.className = "insert";
    button.textContent = text;
    button.setAttribute("aria-label", `${list.dataset.word} ${text}`);
    button.addEventListener("click", () => put(form, text));
    word.replaceWith(button);
  }
}

/** @param {HTMLFormElement} form @param {string} text */
function put(form, text) {
  const field = last.get(form) ?? form.querySelector("textarea[data-main]") ?? form.querySelector("textarea[name=body]") ?? form.querySelector("textarea");
  if (!(field instanceof HTMLTextAreaElement || field instanceof HTMLInputElement)) return;
  field.focus();
  field.setRangeText(text, field.selectionStart ?? field.value.length, field.selectionEnd ?? field.value.length, "end");
  field.dispatchEvent(new Event("input", { bubbles: true }));
}
