// @ts-check
// Turns the folded question into a dialog.

/** @param {HTMLElement} details */
export default function confirm(details) {
  const summary = details.querySelector("summary");
  const box = details.querySelector(".confirm-box");
  if (!summary || !box || typeof HTMLDialogElement !== "function") return;
  const dialog = document.createElement("dialog");
  dialog.className = "confirm-dialog";
  dialog.setAttribute("aria-labelledby", box.getAttribute("aria-labelledby") ?? "");
  dialog.append(box);
  details.after(dialog);
  summary.setAttribute("aria-haspopup", "dialog");
  summary.addEventListener("click", (event) => {
    event.preventDefault();
    dialog.showModal();
  });
  dialog.addEventListener("click", (event) => {
    const target = /** @type {Element} */ (event.target);
    if (target === dialog || target.closest("[data-close]")) dialog.close();
  });
  dialog.addEventListener("close", () => summary.focus());
}
