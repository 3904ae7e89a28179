// @ts-check
// Sends the form after a change and shows the answer beside it. An older answer never replaces a newer one.

/** @param {HTMLFormElement} form */
export default function preview(form) {
  const target = document.getElementById(form.dataset.previewTarget ?? "");
  if (!target) return;
  /** @type {number | undefined} */
  let timer;
  /** @type {AbortController | undefined} */
  let current;

  const show = async () => {
    current?.abort();
    current = new AbortController();
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === "string") body.append(name, value);
    target.setAttribute("aria-busy", "true");
    try {
      const answer = await fetch(form.dataset.preview ?? "", {
        method: "POST", body, signal: current.signal, headers: { "X-Requested-With": "fetch" },
      });
      if (answer.ok && !answer.redirected) {
        target.innerHTML = await answer.text();
        target.dispatchEvent(new CustomEvent("ui:added", { bubbles: true }));
      }
      target.removeAttribute("aria-busy");
    } catch {
      // Replaced by a newer one, or the network is away: the last picture stays.
    }
  };

  form.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(show, 400);
  });
}
