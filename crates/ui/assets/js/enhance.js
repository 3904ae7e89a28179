// @ts-check
// What scripts add to pages that work without them. Loads a module only where an element asks for it.

/** @type {[string, () => Promise<{ default: (element: any) => void }>][]} */
const parts = [
  ["form[data-keep]", () => import("./keep.js")],
  ["form[data-autosave]", () => import("./autosave.js")],
  ["form[data-preview]", () => import("./preview.js")],
  ["[data-when]", () => import("./when.js")],
  ["input[data-suggest]", () => import("./suggest.js")],
  ["[data-drop]", () => import("./drop.js")],
  ["[data-reveal], [data-count], [data-copy]", () => import("./field.js")],
  ["[data-inserts]", () => import("./insert.js")],
  ["[data-reorder]", () => import("./reorder.js")],
  ["[data-quiz]", () => import("./quiz.js")],
  ["[data-quiz] [data-order]", () => import("./order.js")],
  ["[data-confirm]", () => import("./confirm.js")],
];

/** @param {ParentNode} scope */
function enhance(scope) {
  for (const [selector, load] of parts) {
    const found = scope.querySelectorAll(selector);
    if (found.length) load().then((part) => found.forEach((element) => part.default(element)));
  }
}

/** Buttons of a form, wherever they stand. @param {HTMLFormElement} form */
const buttons = (form) =>
  /** @type {HTMLButtonElement[]} */ ([...form.elements].filter((e) => e instanceof HTMLButtonElement && e.type === "submit"));

/** @param {HTMLFormElement} form */
function release(form) {
  form.removeAttribute("aria-busy");
  for (const button of buttons(form)) {
    button.removeAttribute("aria-busy");
    if (button.dataset.held) {
      button.disabled = false;
      delete button.dataset.held;
    }
  }
}

// A form is sent once, however often the button is pressed.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || !("once" in form.dataset) || event.defaultPrevented) return;
  if (form.getAttribute("aria-busy")) return event.preventDefault();
  form.setAttribute("aria-busy", "true");
  event.submitter?.setAttribute("aria-busy", "true");
  setTimeout(() => {
    for (const button of buttons(form)) {
      if (!button.disabled) {
        button.disabled = true;
        button.dataset.held = "1";
      }
    }
  });
  setTimeout(() => release(form), 15000);
});
addEventListener("pageshow", () => document.querySelectorAll("form[aria-busy]").forEach((form) => release(/** @type {any} */ (form))));

// Menus close on Escape and when something else is pressed.
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const open = document.querySelector("details[data-menu][open]");
  if (open instanceof HTMLDetailsElement) {
    open.open = false;
    open.querySelector("summary")?.focus();
  }
});
document.addEventListener("click", (event) => {
  const target = /** @type {Element} */ (event.target);
  document.querySelectorAll("details[data-menu][open]").forEach((menu) => {
    if (!menu.contains(target)) /** @type {HTMLDetailsElement} */ (menu).open = false;
  });
  if (target.closest("[data-print]")) print();
});
document.addEventListener("change", (event) => {
  const field = event.target;
  if (field instanceof Element && "autoSubmit" in /** @type {HTMLElement} */ (field).dataset) {
    /** @type {HTMLInputElement} */ (field).form?.requestSubmit();
  }
});

// Modules that put new HTML into the page tell so.
document.addEventListener("ui:added", (event) => enhance(/** @type {Element} */ (event.target)));

// Kept texts whose form was sent are forgotten, unless the session was lost or something failed.
const failed = document.body.dataset.area === "bare" || document.querySelector(".fault, .error-summary");
for (const key of Object.keys(sessionStorage).filter((key) => key.startsWith("sent:"))) {
  sessionStorage.removeItem(key);
  if (!failed) sessionStorage.removeItem(key.replace("sent:", "keep:"));
}

document.documentElement.classList.add("js");
enhance(document);
/** @type {HTMLElement | null} */ (document.querySelector("[data-focus]"))?.focus();
