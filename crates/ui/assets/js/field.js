// @ts-check
// Small help at fields: showing a password, counting signs, copying a reference.

/** @param {HTMLElement} element */
export default function field(element) {
  if (element instanceof HTMLTextAreaElement) count(element);
  else if (element.dataset.reveal !== undefined) reveal(element);
  else if (element.dataset.copy !== undefined) copy(element);
}

/** @param {HTMLElement} button */
function reveal(button) {
  const input = document.getElementById(button.dataset.reveal ?? "");
  if (!(input instanceof HTMLInputElement)) return;
  button.hidden = false;
  /** @param {boolean} shown */
  const set = (shown) => {
    input.type = shown ? "text" : "password";
    button.textContent = (shown ? button.dataset.hide : button.dataset.show) ?? "";
  };
  button.addEventListener("click", () => set(input.type === "password"));
  input.form?.addEventListener("submit", () => set(false));
}

/** @param {HTMLTextAreaElement} area */
function count(area) {
  const line = document.getElementById(`${area.id}-count`);
  const most = Number(area.dataset.count);
  if (!line || !most) return;
  const spoken = document.createElement("span");
  spoken.className = "visually-hidden";
  spoken.setAttribute("role", "status");
  line.after(spoken);
  // Five digits and more stand in groups, as in the texts of the server.
  const digits = new Intl.NumberFormat(document.documentElement.lang, { useGrouping: "min2" });
  /** @type {number | undefined} */
  let timer;
  const show = () => {
    const left = most - [...area.value].length;
    const text = ((left < 0 ? line.dataset.over : line.dataset.left) ?? "").replace("%", digits.format(Math.abs(left)));
    line.textContent = text;
    line.classList.toggle("count-over", left < 0);
    clearTimeout(timer);
    if (left < most / 10) timer = setTimeout(() => (spoken.textContent = text), 1000);
  };
  area.addEventListener("input", show);
  show();
}

/** @param {HTMLElement} button */
function copy(button) {
  if (!navigator.clipboard) return;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(button.dataset.copy ?? "");
    const said = document.createElement("span");
    said.className = "hint";
    said.setAttribute("role", "status");
    button.after(said);
    said.textContent = button.dataset.copied ?? "";
    setTimeout(() => said.remove(), 2500);
  });
}
