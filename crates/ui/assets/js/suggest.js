// @ts-check
// A combobox with a list box of suggestions (ARIA 1.2); the server renders the options.

let number = 0;

/** @param {HTMLInputElement} input */
export default function suggest(input) {
  const wrap = document.createElement("span");
  wrap.className = "suggest";
  input.replaceWith(wrap);
  const list = document.createElement("ul");
  list.className = "suggest-list";
  list.id = `suggest-${++number}`;
  list.hidden = true;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", input.dataset.listLabel ?? "");
  const status = document.createElement("span");
  status.className = "visually-hidden";
  status.setAttribute("role", "status");
  wrap.append(input, list, status);
  input.autocomplete = "off";
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-controls", list.id);
  input.setAttribute("aria-expanded", "false");

  let active = -1;
  /** @type {number | undefined} */
  let timer;
  /** @type {AbortController | undefined} */
  let current;
  const options = () => /** @type {HTMLElement[]} */ ([...list.children]);

  const close = () => {
    current?.abort();
    clearTimeout(timer);
    list.hidden = true;
    active = -1;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };

  /** @param {number} index */
  const mark = (index) => {
    active = index;
    options().forEach((option, at) => option.setAttribute("aria-selected", String(at === index)));
    const option = options()[index];
    if (option) {
      input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else input.removeAttribute("aria-activedescendant");
  };

  /** @param {HTMLElement} option */
  const choose = (option) => {
    if (option.dataset.href) {
      location.assign(option.dataset.href);
      return;
    }
    input.value = option.dataset.value ?? "";
    close();
    input.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const ask = async () => {
    current?.abort();
    const text = input.value.trim();
    if (text.length < 2) return close();
    current = new AbortController();
    const url = new URL(input.dataset.suggest ?? "", location.href);
    url.searchParams.set("q", text);
    try {
      const answer = await fetch(url, { signal: current.signal, headers: { "X-Requested-With": "fetch" } });
      if (!answer.ok || answer.redirected) return close();
      list.innerHTML = await answer.text();
    } catch {
      return;
    }
    options().forEach((option, at) => (option.id = `${list.id}-${at}`));
    const shown = options().length > 0 && document.activeElement === input;
    list.hidden = !shown;
    input.setAttribute("aria-expanded", String(shown));
    status.textContent = (input.dataset.found ?? "").replace("%", String(options().length));
    mark(-1);
  };

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, 180);
  });
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const count = options().length;
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
      event.preventDefault();
      if (list.hidden) {
        list.hidden = false;
        input.setAttribute("aria-expanded", "true");
      }
      const step = event.key === "ArrowDown" ? 1 : -1;
      mark(active < 0 ? (step > 0 ? 0 : count - 1) : (active + step + count) % count);
    } else if (event.key === "Enter" && !list.hidden && active >= 0) {
      event.preventDefault();
      choose(options()[active]);
    } else if (event.key === "Escape" && !list.hidden) {
      event.preventDefault();
      close();
    }
  });
  list.addEventListener("mousedown", (event) => event.preventDefault());
  list.addEventListener("click", (event) => {
    const option = /** @type {Element} */ (event.target).closest("[role=option]");
    if (option instanceof HTMLElement) choose(option);
  });
  input.addEventListener("blur", close);
}
