// @ts-check
// Putting things in order in a quiz.

/** Items of an ordering are moved by buttons, by dragging and by their numbers; the numbers follow. @param {HTMLElement} list */
export default function order(list) {
  /** @param {Element} item */
  const place = (item) => Number(item.querySelector("select")?.value) || list.children.length;
  /** Puts the items where their numbers say: an answer was filled in. */
  const sort = () => {
    const items = [...list.children];
    const sorted = [...items].sort((a, b) => place(a) - place(b));
    if (sorted.some((item, at) => item !== items[at])) list.append(...sorted);
  };
  const renumber = () => {
    [...list.children].forEach((item, at) => {
      const select = item.querySelector("select");
      if (select) select.value = String(at + 1);
    });
    list.querySelector("select")?.dispatchEvent(new Event("change", { bubbles: true }));
  };
  /** @type {HTMLElement | undefined} */
  let dragged;
  for (const item of /** @type {HTMLElement[]} */ ([...list.children])) {
    const name = item.querySelector("label")?.textContent?.trim() ?? "";
    const buttons = document.createElement("span");
    buttons.className = "order-buttons";
    for (const [label, sign, step] of /** @type {[string, string, number][]} */ ([[list.dataset.up, "↑", -1], [list.dataset.down, "↓", 1]])) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "btn btn-secondary btn-small";
      button.textContent = sign;
      button.setAttribute("aria-label", `${label}: ${name}`);
      button.addEventListener("click", () => {
        const other = step < 0 ? item.previousElementSibling : item.nextElementSibling?.nextElementSibling ?? null;
        if (step < 0 && !other) return;
        list.insertBefore(item, other);
        renumber();
        button.focus();
      });
      buttons.append(button);
    }
    item.prepend(buttons);
    item.draggable = true;
    item.addEventListener("dragstart", () => (dragged = item));
    item.addEventListener("dragover", (event) => {
      event.preventDefault();
      if (!dragged || dragged === item) return;
      const after = event.clientY > item.getBoundingClientRect().top + item.offsetHeight / 2;
      list.insertBefore(dragged, after ? item.nextElementSibling : item);
    });
    item.addEventListener("dragend", () => {
      if (dragged) renumber();
      dragged = undefined;
    });
  }
  list.addEventListener("change", (event) => {
    const select = event.target;
    // A person chose a number: the item goes there. What the script changes itself is in order already.
    if (!event.isTrusted || !(select instanceof HTMLSelectElement)) return;
    const item = select.closest("li");
    const others = [...list.children].filter((other) => other !== item);
    if (!item || !select.value) return;
    list.insertBefore(item, others[Number(select.value) - 1] ?? null);
    renumber();
    select.focus();
  });
  list.addEventListener("filled", sort);
  sort();
  list.classList.add("order-ready");
}
