import { inPieces } from "./pieces.js";

// Parts of a form that depend on an answer: data-shows-when="Name=value,other".
export function dependents() {
  const parts = [...document.querySelectorAll("[data-shows-when]")].map(part => {
    const [name, values] = part.dataset.showsWhen.split("=");
    return { part, name, values: (values ?? "").split(",") };
  });
  if (parts.length === 0) return;
  const show = () => {
    for (const { part, name, values } of parts) {
      const form = part.closest("form") ?? document;
      const given = answers(form, name);
      const wrong = part.querySelector("[aria-invalid=true]") !== null || part.matches(".bad");
      part.hidden = !wrong && !values.some(v => given.includes(v));
    }
  };
  document.addEventListener("change", show);
  addEventListener("pageshow", show);
  show();
}

function answers(form, name) {
  return [...form.querySelectorAll(`[name="${CSS.escape(name)}"]`)]
    .filter(e => e.type !== "hidden" || !form.querySelector(`[type=checkbox][name="${CSS.escape(name)}"]`))
    .filter(e => (e.type === "radio" || e.type === "checkbox" ? e.checked : true))
    .map(e => e.value);
}

// 22112026, 22-11-2026 and 2026-11-22 become 22/11/2026 when one goes on.
export function days(input) {
  input.addEventListener("change", () => {
    const text = input.value.trim();
    const parts = /^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})$/.exec(text) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(text);
    const wire = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    if (parts) input.value = `${parts[1].padStart(2, "0")}/${parts[2].padStart(2, "0")}/${parts[3]}`;
    else if (wire) input.value = `${wire[3]}/${wire[2]}/${wire[1]}`;
  });
}

// Files can be dropped on the picker, and are named with their size; one that is too large is said at once.
export function uploads(zone) {
  const input = zone.querySelector("input[type=file]");
  const list = zone.querySelector("[data-drop-files]");
  const error = zone.querySelector("[data-drop-error]");
  if (!input) return;
  for (const name of ["dragenter", "dragover"])
    zone.addEventListener(name, event => { event.preventDefault(); zone.classList.add("over"); });
  for (const name of ["dragleave", "drop"]) zone.addEventListener(name, () => zone.classList.remove("over"));
  zone.addEventListener("drop", event => {
    event.preventDefault();
    const given = new DataTransfer();
    const kept = input.multiple ? [...input.files] : [];
    const fresh = [...event.dataTransfer.files];
    for (const file of [...kept, ...(input.multiple ? fresh : fresh.slice(0, 1))]) given.items.add(file);
    input.files = given.files;
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
  input.addEventListener("change", () => {
    const most = Number(input.dataset.maxBytes ?? Infinity);
    const tooBig = [...input.files].filter(f => f.size > most);
    list?.replaceChildren(...[...input.files].map(f => line(f, f.size > most)));
    const names = tooBig.map(f => f.name).join(", ");
    if (error) error.textContent = names && `${names}: lớn hơn ${size(most)}; hãy quét lại nhẹ hơn hoặc tách tệp.`;
    if (tooBig.length > 0) input.setAttribute("aria-invalid", "true");
    else input.removeAttribute("aria-invalid");
    if (tooBig.length === 0 && zone.dataset.drop === "pieces") inPieces(zone, input);
  });
}

function line(file, tooBig) {
  const row = document.createElement("li");
  if (tooBig) row.className = "too-big";
  const name = document.createElement("span");
  name.textContent = file.name;
  const much = document.createElement("span");
  much.className = "tiny";
  much.textContent = size(file.size);
  row.append(name, much);
  return row;
}

function size(bytes) {
  const [amount, unit] = bytes >= 1048576 ? [bytes / 1048576, "MB"] : [bytes / 1024, "KB"];
  return `${amount.toFixed(amount < 10 ? 1 : 0).replace(".", ",")} ${unit}`;
}

// A second press of a button that has been pressed does nothing until the answer is there.
export function onceOnly(form) {
  let sent = false;
  form.addEventListener("submit", event => {
    if (event.defaultPrevented) return;
    if (sent) return event.preventDefault();
    sent = true;
    form.setAttribute("aria-busy", "true");
    setTimeout(() => { sent = false; form.removeAttribute("aria-busy"); }, 8000);
  });
  addEventListener("pageshow", () => { sent = false; form.removeAttribute("aria-busy"); });
}

// Card and barcode readers end with Enter: it goes on to the next field instead of sending a long form half filled.
export function enterNext(form) {
  form.addEventListener("keydown", event => {
    if (event.key !== "Enter" || event.defaultPrevented || event.isComposing || event.ctrlKey) return;
    if (!event.target.matches("input:not([type=submit]):not([type=button]):not([type=file])")) return;
    event.preventDefault();
    const stops = [...form.querySelectorAll("input, select, textarea, button")]
      .filter(e => e.type !== "hidden" && !e.disabled && e.getClientRects().length > 0);
    stops[stops.indexOf(event.target) + 1]?.focus();
  });
}
