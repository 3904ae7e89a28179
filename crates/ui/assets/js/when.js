// @ts-check
// Shows a field only while others have one of the values given for each. Fields not shown are not sent.

/** @param {HTMLElement} element */
export default function when(element) {
  const form = element.closest("form");
  const rules = (element.dataset.when ?? "").split("&").map((rule) => {
    const at = rule.indexOf("=");
    return { name: rule.slice(0, at), wanted: rule.slice(at + 1).split("|") };
  });
  if (!form || rules.some((rule) => !rule.name)) return;

  const decide = () => {
    const data = new FormData(form);
    const shown = rules.every(({ name, wanted }) => {
      const values = data.getAll(name).map(String);
      return values.some((value) => wanted.includes(value)) || (!values.length && wanted.includes(""));
    });
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
