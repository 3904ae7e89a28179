// @ts-check
// A quiz: each answer is saved as it is given. While there is no connection answers wait in this browser and are sent when it
// is back; of two answers to a question the one given later counts, whichever window it comes from.

/** @typedef {{ o: number, f: [string, string][] }} Kept */

/** @param {HTMLElement} box */
export default function quiz(box) {
  const form = box.querySelector("form");
  const status = box.querySelector("[data-quiz-status]");
  const second = /** @type {HTMLElement | null} */ (box.querySelector("[data-quiz-second]"));
  const words = box.dataset;
  if (!form || !status) return;
  const prefix = `quiz:${words.attempt}:`;
  /** @type {Map<number, Kept>} */
  const waiting = new Map();
  /** @type {BroadcastChannel | undefined} */
  const others = "BroadcastChannel" in window ? new BroadcastChannel(prefix) : undefined;
  let sending = false;
  let pause = 2000;
  /** @type {number | undefined} */
  let timer;
  let ended = false;

  /** @param {string | undefined} text @param {string} tone */
  const say = (text, tone) => {
    if (status.textContent !== text) status.textContent = text ?? "";
    /** @type {HTMLElement} */ (status).dataset.tone = tone;
  };
  /** @param {number} slot */
  const ordinal = (slot) => /** @type {HTMLInputElement | null} */ (form.querySelector(`input[name="o${slot}"]`));
  /** @param {number} slot */
  const controls = (slot) =>
    /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(`[data-question="${slot}"] [name^="q"]`)]);
  /** @param {number} slot @param {Kept | undefined} kept */
  const store = (slot, kept) => {
    try {
      if (kept) localStorage.setItem(prefix + slot, JSON.stringify(kept));
      else localStorage.removeItem(prefix + slot);
    } catch {
      // No room, or storage is refused: answers still go to the server.
    }
  };

  /** Puts an answer into the fields. @param {number} slot @param {Kept} kept */
  const fill = (slot, kept) => {
    const had = ordinal(slot);
    if (!had) return;
    had.value = String(kept.o);
    for (const one of controls(slot)) {
      const values = kept.f.filter(([name]) => name === one.name).map(([, value]) => value);
      if (one.type === "radio" || one.type === "checkbox") one.checked = values.includes(one.value);
      else one.value = values[0] ?? "";
    }
  };

  /** Notes what stands in the fields of a question. @param {number} slot */
  const note = (slot) => {
    const last = Math.max(Number(ordinal(slot)?.value ?? 0), waiting.get(slot)?.o ?? 0);
    /** @type {[string, string][]} */
    const fields = [];
    for (const one of controls(slot)) {
      const off = (one.type === "radio" || one.type === "checkbox") && !one.checked;
      if (!off && one.value !== "") fields.push([one.name, one.value]);
    }
    const kept = { o: Math.max(last + 1, Date.now()), f: fields };
    waiting.set(slot, kept);
    store(slot, kept);
    count(fields.length > 0);
  };

  /** Says how many questions have an answer. @param {boolean} here whether the one just changed has */
  const count = (here) => {
    const done = box.querySelector("[data-quiz-done]");
    const numbers = box.querySelector(".quiz-numbers");
    numbers?.querySelector("[aria-current]")?.toggleAttribute("data-done", here);
    /** @param {Element} question */
    const answered = (question) =>
      /** @type {HTMLInputElement[]} */ ([...question.querySelectorAll('[name^="q"]')]).some((one) =>
        one.type === "radio" || one.type === "checkbox" ? one.checked : one.value !== "");
    const all = numbers ? [...numbers.querySelectorAll("[data-done]")] : [...form.querySelectorAll("[data-question]")].filter(answered);
    if (done) done.textContent = String(all.length);
  };

  const send = async () => {
    clearTimeout(timer);
    if (sending || !waiting.size) return;
    sending = true;
    const sent = new Map(waiting);
    const body = new URLSearchParams();
    for (const [slot, kept] of sent) {
      body.append(`o${slot}`, String(kept.o));
      for (const [name, value] of kept.f) body.append(name, value);
    }
    say(words.saving, "info");
    try {
      const answer = await fetch(words.save ?? "", {
        method: "POST", body, keepalive: body.toString().length < 60000,
        headers: { Accept: "application/json", "X-Requested-With": "fetch" },
      });
      if (answer.status >= 500) throw new Error();
      if (answer.status !== 200 && answer.status !== 409) {
        say(words.refused, "warning");
        sending = false;
        return;
      }
      taken(await answer.json(), sent);
      pause = 2000;
    } catch {
      say(words.offline, "warning");
      timer = setTimeout(send, pause);
      pause = Math.min(pause * 2, 30000);
      sending = false;
      return;
    }
    sending = false;
    if (waiting.size) send();
    else if (ended) finish();
  };

  /** @param {any} told @param {Map<number, Kept>} sent */
  const taken = (told, sent) => {
    say(words.saved, "success");
    for (const [slot, o] of told.saved) {
      const kept = sent.get(slot);
      const field = ordinal(slot);
      if (field && o > Number(field.value)) field.value = String(o);
      if (waiting.get(slot)?.o === o) {
        waiting.delete(slot);
        store(slot, undefined);
      }
      others?.postMessage({ slot, kept });
    }
    for (const [slot, o, f] of told.newer) {
      waiting.delete(slot);
      store(slot, undefined);
      fill(slot, { o, f });
      say(words.newer, "warning");
    }
    for (const slot of told.late) {
      waiting.delete(slot);
      store(slot, undefined);
      say(words.late, "danger");
    }
    if (typeof told.left === "number") left(told.left);
  };

  // What waited here since the last time; older than what the server has it is worth nothing.
  for (const key of keys(prefix)) {
    const slot = Number(key.slice(prefix.length));
    /** @type {Kept} */
    const kept = JSON.parse(localStorage.getItem(key) ?? "null");
    const field = ordinal(slot);
    if (!kept || (field && kept.o <= Number(field.value))) {
      store(slot, undefined);
      continue;
    }
    waiting.set(slot, kept);
    if (field) {
      const had = field.value;
      fill(slot, kept);
      field.value = had;
    }
  }

  /** @param {Event} event @param {number} after */
  const changed = (event, after) => {
    const question = event.target instanceof Element ? event.target.closest("[data-question]") : null;
    if (!(question instanceof HTMLElement)) return;
    note(Number(question.dataset.question));
    clearTimeout(timer);
    timer = setTimeout(send, after);
  };
  form.addEventListener("input", (event) => changed(event, 800));
  form.addEventListener("change", (event) => changed(event, 0));
  form.addEventListener("submit", (event) => {
    if (!navigator.onLine) {
      event.preventDefault();
      say(words.offline, "warning");
    }
  }, true);
  addEventListener("online", () => {
    pause = 2000;
    if (waiting.size) send();
    else if (ended) finish();
  });
  addEventListener("offline", () => say(words.offline, "warning"));
  document.addEventListener("visibilitychange", () => document.visibilityState === "hidden" && send());

  others?.addEventListener("message", ({ data }) => {
    if (data === "hello") return others.postMessage("here");
    if (data === "here" && second) {
      second.hidden = false;
      second.textContent = words.second ?? "";
    } else if (data.kept && !waiting.has(data.slot) && data.kept.o > Number(ordinal(data.slot)?.value ?? 0)) {
      fill(data.slot, data.kept);
    }
  });
  others?.postMessage("hello");

  // The clock counts what the server said is left; the machine's own clock may be wrong or be changed.
  const shown = /** @type {HTMLElement | null} */ (box.querySelector("[data-quiz-left]"));
  const told = /** @type {HTMLElement | null} */ (box.querySelector("[data-quiz-told]"));
  let deadline = 0;
  /** @param {number} seconds */
  const left = (seconds) => (deadline = performance.now() + seconds * 1000);
  const finish = () => {
    if (!navigator.onLine) return say(words.offline, "warning");
    const over = document.createElement("form");
    over.method = "post";
    over.action = words.finish ?? "";
    document.body.append(over);
    over.submit();
  };
  if (words.left !== undefined && shown && told) {
    left(Number(words.left));
    let before = Number(words.left) + 1;
    shown.hidden = false;
    const tick = () => {
      const now = Math.max(0, Math.ceil((deadline - performance.now()) / 1000));
      const clock = `${Math.floor(now / 60)}:${String(now % 60).padStart(2, "0")}`;
      shown.textContent = (shown.dataset.quizLeft ?? "%").replace("%", clock);
      shown.dataset.tone = now <= 60 ? "danger" : now <= 300 ? "warning" : "";
      if (before > 300 && now <= 300 && now > 60) told.textContent = told.dataset.five ?? "";
      if (before > 60 && now <= 60 && now > 0) told.textContent = told.dataset.one ?? "";
      before = now;
      if (now === 0 && !ended) {
        ended = true;
        told.textContent = told.dataset.over ?? "";
        if (waiting.size) send();
        else finish();
      }
    };
    tick();
    setInterval(tick, 1000);
  }

  box.querySelectorAll("[data-order]").forEach((list) => order(/** @type {HTMLElement} */ (list)));
  if (waiting.size) send();
}

/** What is stored under a prefix; nothing where storage is refused. @param {string} prefix */
function keys(prefix) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}

/** Items of an ordering are moved by buttons and by dragging; the numbers follow. @param {HTMLElement} list */
function order(list) {
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
  list.classList.add("order-ready");
}
