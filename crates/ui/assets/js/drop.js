// @ts-check
// A place to drop files, with the list of those chosen. The native input stays and holds them.

/** @param {HTMLElement} zone */
export default function drop(zone) {
  const input = zone.querySelector("input");
  const list = zone.querySelector("ul");
  if (!input || !list) return;
  zone.classList.add("drop-ready");
  /** @type {File[]} */
  let files = [];

  /** @param {Iterable<File>} chosen */
  const set = (chosen) => {
    files = [...chosen].slice(0, input.multiple ? undefined : 1);
    const transfer = new DataTransfer();
    files.forEach((file) => transfer.items.add(file));
    input.files = transfer.files;
    list.hidden = !files.length;
    list.replaceChildren(
      ...files.map((file, at) => {
        const item = document.createElement("li");
        const name = document.createElement("span");
        const kilobytes = Math.max(1, Math.round(file.size / 1000));
        name.textContent = `${file.name} (${kilobytes.toLocaleString(document.documentElement.lang)} kB)`;
        const remove = document.createElement("button");
        remove.type = "button";
        remove.className = "btn btn-quiet btn-small";
        remove.textContent = zone.dataset.remove ?? "";
        remove.setAttribute("aria-label", `${zone.dataset.remove}: ${file.name}`);
        remove.addEventListener("click", () => {
          set(files.filter((_, index) => index !== at));
          input.focus();
        });
        item.append(name, remove);
        return item;
      }),
    );
  };

  input.addEventListener("change", () => set(input.multiple ? [...files, ...(input.files ?? [])] : (input.files ?? [])));
  zone.addEventListener("dragover", (event) => {
    event.preventDefault();
    zone.classList.add("drop-over");
  });
  zone.addEventListener("dragleave", () => zone.classList.remove("drop-over"));
  zone.addEventListener("drop", (event) => {
    event.preventDefault();
    zone.classList.remove("drop-over");
    if (!input.disabled) set([...(input.multiple ? files : []), ...(event.dataTransfer?.files ?? [])]);
  });
}
