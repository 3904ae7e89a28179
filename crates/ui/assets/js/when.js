// @ts-check
// Shows a field only while another has one of the given values. Fields not shown are not sent.

/** @param {HTMLElement} element */
export default function when(element) {
  const form = element.closest("form");
  const rule = element.dataset.when ?? "";
  const at = rule.indexOf("=");
  const name = rule.slice(0, at);
  const wanted = rule.slice(at + 1).split("|");
  if (!form || at < 1) return;

  const decide = () => {
    const values = new FormData(form).getAll(name).map(String);
    const shown = values.some((value) => wanted.includes(value)) || (!values.length && wanted.includes(""));
    element.hidden = !shown;
    const fields = element.matches("fieldset") ? [element] : element.querySelectorAll("input, select, textarea");
    fields.forEach((field) => {
      const control = /** @type {HTMLInputElement} */ (field);
      if (!shown && !control.disabled) {
        control.disabled = true;
        control.dataset.whenOff = "1";
      } else if (shown && control.dataset.whenOff) {
        control.disabled = false;
        delete control.dataset.whenOff;
      }
    });
  };
  form.addEventListener("change", decide);
  decide();
}
