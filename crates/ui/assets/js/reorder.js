// @ts-check
// Things in lists can be dragged by a handle, within a list and between lists of one kind. Buttons do the same without
// scripts and by keyboard; this only adds to them.

/** @param {HTMLElement} root */
export default function reorder(root) {
  if (root.dataset.ready) return;
  root.dataset.ready = "1";
  /** @type {HTMLElement | null} */
  let dragged = null;
  /** Where it was, should it be dropped elsewhere than in a list. @type {[Node | null, Node | null]} */
  let before = [null, null];
  const say = (/** @type {string | undefined} */ text) => {
    const status = root.querySelector("[data-status]");
    if (status) status.textContent = text ?? "";
  };
  /** @param {Element} item */
  const listOf = (item) => /** @type {HTMLElement | null} */ (item.parentElement?.closest("[data-reorder-list]"));

  for (const item of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-reorder-item]"))) {
    const handle = document.createElement("span");
    handle.className = "reorder-handle";
    handle.setAttribute("aria-hidden", "true");
    handle.textContent = "⠿";
    handle.addEventListener("pointerdown", () => (item.draggable = true));
    handle.addEventListener("pointerup", () => (item.draggable = false));
    (item.querySelector(":scope > .structure-head") ?? item).prepend(handle);
    item.addEventListener("dragstart", (event) => {
      if (event.target !== item) return;
      dragged = item;
      before = [item.parentNode, item.nextSibling];
      item.dataset.dragged = "";
      event.dataTransfer?.setData("text/plain", item.dataset.reorderItem ?? "");
    });
    item.addEventListener("dragend", () => {
      item.draggable = false;
      delete item.dataset.dragged;
      if (before[0]) before[0].insertBefore(item, before[1]);
      dragged = null;
    });
  }

  for (const list of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-reorder-list]"))) {
    /** @returns {HTMLElement[]} */
    const own = () => /** @type {HTMLElement[]} */ ([...list.children].filter((c) => c instanceof HTMLElement && c.dataset.reorderItem));
    const takes = () => dragged && listOf(dragged)?.dataset.reorderKind === list.dataset.reorderKind;
    list.addEventListener("dragover", (event) => {
      if (!dragged || !takes()) return;
      event.preventDefault();
      event.stopPropagation();
      const after = own().find((item) => item !== dragged && event.clientY < item.getBoundingClientRect().top + item.offsetHeight / 2);
      list.insertBefore(dragged, after ?? null);
    });
    list.addEventListener("drop", async (event) => {
      if (!dragged || !takes()) return;
      event.preventDefault();
      event.stopPropagation();
      const item = dragged;
      before = [null, null];
      const body = new URLSearchParams({
        [`place-${list.dataset.reorderKind}`]: item.dataset.reorderItem ?? "",
        into: list.dataset.reorderList ?? "",
        at: String(own().indexOf(item)),
      });
      try {
        const answer = await fetch(root.dataset.reorder ?? "", { method: "POST", body, headers: { "X-Requested-With": "fetch" } });
        if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
        say(root.dataset.moved);
      } catch {
        say(root.dataset.failed);
        location.reload();
      }
    });
  }
}
