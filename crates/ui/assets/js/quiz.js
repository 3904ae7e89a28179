// @ts-check
// A quiz: each answer is saved as it is given. While there is no connection answers wait in this browser and are sent when it
// is back; of two answers to a question the one given later counts, whichever window it comes from. A button pressed meanwhile
// is told beside it and goes on when all has been sent. What comes after the end is kept by the server for the trainer.

/** @typedef {{ o: number, f: [string, string][] }} Kept */

/** By how much this device's clock is behind the server's, beyond what a page takes to come. */
let behind = 0;
const now = () => Date.now() + behind;

/** @param {HTMLElement} box */
export default function quiz(box) {
  const off = Number(box.dataset.now) - Date.now();
  // A page out of the history tells an old time.
  const old = performance.getEntriesByType("navigation")[0]?.toJSON().type === "back_forward";
  behind = !old && Math.abs(off) > 10000 ? off : 0;
  const form = box.querySelector("form");
  const status = part(box, "status");
  const second = part(box, "second");
  const beside = part(box, "beside");
  const words = box.dataset;
  if (words.leftOver !== undefined) return leftOver(box);
  if (form && words.handIn !== undefined) return handIn(box, form);
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
  /** What is on its way to the server. @type {AbortController | undefined} */
  let flight;
  let stored = true;
  /** What was pressed and waits for the answers to be sent: goes on. @type {(() => void) | undefined} */
  let pressed;
  let through = false;

  /** @param {string | undefined} text @param {string} tone */
  const say = (text, tone) => {
    if (status.textContent !== text) status.textContent = text ?? "";
    status.dataset.tone = tone;
  };
  /** @param {number} slot */
  const ordinal = (slot) => /** @type {HTMLInputElement | null} */ (form.querySelector(`input[name="o${slot}"]`));
  /** @param {number} slot */
  const controls = (slot) =>
    /** @type {HTMLInputElement[]} */ ([...form.querySelectorAll(`[data-question="${slot}"] [name^="q"]`)]);
  /** @param {number} slot @param {Kept} kept */
  const store = (slot, kept) => {
    try {
      localStorage.setItem(prefix + slot, JSON.stringify(kept));
    } catch {
      // No room, or storage is refused: answers still go to the server while the page is open.
      stored = false;
    }
  };
  /** Says at the buttons what becomes of the answers. @param {string | undefined} text */
  const tell = (text) => {
    if (beside && beside.textContent !== (text ?? "")) beside.textContent = text ?? "";
  };
  const waits = () => {
    say(words.offline, "warning");
    if (pressed) tell(!stored ? words.unstored : ended ? words.over : words.pressed);
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
    controls(slot)[0]?.closest("[data-order]")?.dispatchEvent(new Event("filled"));
  };

  /** Notes what stands in the fields of a question. @param {number} slot */
  const note = (slot) => {
    const last = Math.max(Number(ordinal(slot)?.value ?? 0), waiting.get(slot)?.o ?? 0);
    /** @type {[string, string][]} */
    const fields = [];
    for (const one of controls(slot)) {
      if (given(one)) fields.push([one.name, one.value]);
    }
    const kept = { o: Math.max(last + 1, now()), f: fields };
    waiting.set(slot, kept);
    store(slot, kept);
    count(fields.length > 0);
  };

  /** Says how many questions have an answer. @param {boolean} here whether the one just changed has */
  const count = (here) => {
    const done = part(box, "done");
    const numbers = box.querySelector(".quiz-numbers");
    numbers?.querySelector("[aria-current]")?.toggleAttribute("data-done", here);
    const all = numbers ? [...numbers.querySelectorAll("[data-done]")] : [...form.querySelectorAll("[data-question]")].filter((one) =>
      controls(Number(one.getAttribute("data-question"))).some(given));
    if (done) done.textContent = String(all.length);
  };

  const send = async () => {
    clearTimeout(timer);
    if (sending || !(waiting.size || pressed)) return;
    sending = true;
    const sent = new Map(waiting);
    const body = parcel(sent);
    const mine = (flight = new AbortController());
    const limit = setTimeout(() => mine.abort(), ended ? 5000 : 20000);
    say(words.saving, "info");
    try {
      const answer = await fetch(words.save ?? "", {
        method: "POST", body, keepalive: body.toString().length < 60000, signal: mine.signal,
        headers: { Accept: "application/json", "X-Requested-With": "fetch" },
      });
      if (answer.status >= 500) throw new Error();
      const out = signedOut(box, answer);
      if (!named(answer)) {
        if (!out) say(words.refused, "warning");
        sending = false;
        tell("");
        // The page that answers the button says why.
        return goOn();
      }
      taken(await answer.json(), sent);
      pause = 2000;
    } catch {
      waits();
      timer = setTimeout(send, pause);
      // After the end there are only seconds in which answers are still taken.
      pause = Math.min(pause * 2, ended ? 3000 : 30000);
      sending = false;
      return;
    } finally {
      clearTimeout(limit);
    }
    sending = false;
    if (waiting.size) send();
    else if (ended) finish();
    else goOn();
  };

  /** Does what was pressed, now that nothing waits. */
  const goOn = () => {
    const go = pressed;
    pressed = undefined;
    go?.();
  };

  /** @param {any} told @param {Map<number, Kept>} sent */
  const taken = (told, sent) => {
    say(words.saved, "success");
    tell("");
    settled(told, prefix, sent);
    for (const [slot, o] of told.saved) {
      const kept = sent.get(slot);
      const field = ordinal(slot);
      if (field && o > Number(field.value)) field.value = String(o);
      if (waiting.get(slot)?.o === o) waiting.delete(slot);
      others?.postMessage({ slot, kept });
    }
    for (const [slot, o, f] of told.newer) {
      // Changed here once more meanwhile: that is later still.
      if (waiting.get(slot)?.o !== sent.get(slot)?.o) continue;
      waiting.delete(slot);
      fill(slot, { o, f });
      say(words.newer, "warning");
      // Look at it before going on.
      pressed = undefined;
      tell(words.newer);
    }
    for (const slot of told.late) {
      waiting.delete(slot);
      say(words.late, "warning");
    }
    for (const slot of told.closed) {
      waiting.delete(slot);
      say(words.closed, "danger");
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
      forget(key, kept?.o ?? 0);
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
    if (!(question instanceof HTMLElement) || ended) return;
    // Whoever goes on answering presses again.
    if (pressed) tell(stored ? words.kept : words.unstored);
    pressed = undefined;
    note(Number(question.dataset.question));
    clearTimeout(timer);
    timer = setTimeout(send, after);
  };
  form.addEventListener("input", (event) => changed(event, 800));
  form.addEventListener("change", (event) => changed(event, 0));
  /** Goes on when all answers have been sent; with none waiting the server is asked whether it is there. @param {() => void} go */
  const press = (go) => {
    pressed = go;
    send();
  };
  form.addEventListener("submit", (event) => {
    if (through) return void (through = false);
    event.preventDefault();
    const by = event.submitter;
    press(() => {
      through = true;
      form.requestSubmit(by);
    });
  }, true);
  box.querySelector(".quiz-numbers")?.addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || navigator.onLine) return;
    event.preventDefault();
    press(() => location.assign(link.href));
  });
  addEventListener("online", () => {
    pause = ended ? 1000 : 2000;
    if (waiting.size || pressed) send();
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
  const shown = part(box, "left");
  const told = part(box, "told");
  let deadline = 0;
  /** @param {number} seconds */
  const left = (seconds) => (deadline = performance.now() + seconds * 1000);
  let handed = false;
  const finish = () => {
    if (handed) return;
    handed = true;
    const over = document.createElement("form");
    over.method = "post";
    over.action = words.finish ?? "";
    document.body.append(over);
    // The server counts the time; a second later it is over there too.
    setTimeout(() => over.submit(), 1000);
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
        // What is answered after the end would not count.
        for (const one of form.querySelectorAll("[data-question] :is(input:not([type=hidden]), select, textarea, button)")) {
          /** @type {HTMLInputElement} */ (one).disabled = true;
        }
        pause = 1000;
        const hung = flight;
        setTimeout(() => hung?.abort(), 5000);
        press(finish);
      }
    };
    tick();
    setInterval(tick, 1000);
  }

  if (waiting.size) send();
}

/** Handing in: what waits in this browser goes first. @param {HTMLElement} box @param {HTMLFormElement} form */
function handIn(box, form) {
  const words = box.dataset;
  const beside = part(box, "beside");
  const prefix = `quiz:${words.attempt}:`;
  let wanted = false;
  let sending = false;
  let pause = 2000;
  /** @type {number | undefined} */
  let timer;
  /** @param {string} to @param {URLSearchParams} body @param {RequestRedirect} redirect */
  const post = async (to, body, redirect) => {
    const answer = await fetch(to, { method: "POST", body, redirect, headers: { Accept: "application/json" }, signal: patience() });
    if (answer.status >= 500) throw new Error();
    return answer;
  };
  const send = async () => {
    clearTimeout(timer);
    if (sending || !wanted) return;
    sending = true;
    try {
      const waiting = leftIn(prefix);
      if (waiting.size) {
        const answer = await post(words.save ?? "", parcel(waiting), "follow");
        if (signedOut(box, answer)) return void (sending = wanted = false);
        if (named(answer)) settled(await answer.json(), prefix, waiting);
      }
      const done = await post(form.action, new URLSearchParams(), "manual");
      wanted = false;
      if (done.type === "opaqueredirect") location.assign(words.result ?? "");
      else form.submit();
    } catch {
      if (beside) beside.textContent = words.pressed ?? "";
      timer = setTimeout(send, pause);
      // The time may end meanwhile.
      pause = Math.min(pause * 2, 5000);
    }
    sending = false;
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    wanted = true;
    send();
  }, true);
  addEventListener("online", () => {
    pause = 2000;
    send();
  });
}

/** After the end: what is left in this browser is sent, so that a trainer can decide. @param {HTMLElement} box */
function leftOver(box) {
  const words = box.dataset;
  const beside = part(box, "beside");
  const prefix = `quiz:${words.attempt}:`;
  const order = (words.order ?? "").split(",").map(Number);
  let sending = false;
  let pause = 2000;
  /** @type {number | undefined} */
  let timer;
  /** @param {string | undefined} text */
  const tell = (text) => {
    if (beside) beside.textContent = text ?? "";
  };
  const send = async () => {
    clearTimeout(timer);
    const waiting = leftIn(prefix);
    if (sending || !waiting.size) return;
    sending = true;
    tell(words.saving);
    try {
      const answer = await fetch(words.save ?? "", {
        method: "POST", body: parcel(waiting), headers: { Accept: "application/json" }, signal: patience(),
      });
      if (answer.status >= 500) throw new Error();
      if (signedOut(box, answer)) return tell("");
      const told = named(answer) ? await answer.json() : { saved: [], newer: [], late: [], closed: [...waiting.keys()] };
      if (named(answer)) settled(told, prefix, waiting);
      // The result says what becomes of them.
      if (told.late.length) return location.assign(words.result ?? "");
      const numbers = told.closed.map((/** @type {number} */ slot) => order.indexOf(slot) + 1);
      numbers.sort((/** @type {number} */ a, /** @type {number} */ b) => a - b);
      tell(numbers.length ? (words.closed ?? "").replace("%", numbers.join(", ")) : "");
    } catch {
      tell(words.offline);
      timer = setTimeout(send, pause);
      pause = Math.min(pause * 2, 30000);
    }
    sending = false;
  };
  addEventListener("online", () => {
    pause = 2000;
    send();
  });
  send();
}

/** @param {HTMLElement} box @param {string} name @returns {HTMLElement | null} */
const part = (box, name) => box.querySelector(`[data-quiz-${name}]`);

/** Answers as the server takes them, with what this device's clock says. @param {Map<number, Kept>} waiting */
function parcel(waiting) {
  const body = new URLSearchParams();
  for (const [slot, kept] of waiting) {
    body.append(`o${slot}`, String(kept.o));
    for (const [name, value] of kept.f) body.append(name, value);
  }
  body.append("now", String(now()));
  return body;
}

/** Whether something was chosen or typed. @param {HTMLInputElement} one */
const given = (one) => (one.type === "radio" || one.type === "checkbox" ? one.checked : one.value !== "");

/** Whether the server says of each answer what became of it. @param {Response} answer */
const named = ({ status }) => status === 200 || status === 409;

/** Forgets the answers that the server names, no others. @param {any} told @param {string} prefix @param {Map<number, Kept>} sent */
function settled(told, prefix, sent) {
  for (const [slot] of [...told.saved, ...told.newer, ...[...told.late, ...told.closed].map((slot) => [slot])]) {
    forget(prefix + slot, sent.get(slot)?.o ?? 0);
  }
}

/** Forgets what is stored, unless another window has stored something later. @param {string} key @param {number} o */
function forget(key, o) {
  try {
    if (JSON.parse(localStorage.getItem(key) ?? "null")?.o <= o) localStorage.removeItem(key);
  } catch {
    // Nothing is stored.
  }
}

/** Asks to sign in when the server does not know whose the attempt is. @param {HTMLElement} box @param {Response} answer */
function signedOut(box, { status }) {
  const ask = part(box, "sign-in");
  const out = [401, 403, 404].includes(status);
  if (ask) ask.hidden = !out;
  return out;
}

/** Answers of an attempt that are left in this browser. @param {string} prefix @returns {Map<number, Kept>} */
function leftIn(prefix) {
  const found = new Map();
  for (const key of keys(prefix)) {
    const kept = JSON.parse(localStorage.getItem(key) ?? "null");
    if (kept) found.set(Number(key.slice(prefix.length)), kept);
  }
  return found;
}

/** How long an answer of the server is waited for. */
function patience() {
  return "timeout" in AbortSignal ? AbortSignal.timeout(20000) : undefined;
}

/** What is stored under a prefix; nothing where storage is refused. @param {string} prefix */
function keys(prefix) {
  try {
    return Object.keys(localStorage).filter((key) => key.startsWith(prefix));
  } catch {
    return [];
  }
}
