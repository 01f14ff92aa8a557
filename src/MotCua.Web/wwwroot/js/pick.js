// A long list of choices is found by typing: words in any order, with or without tones, or first letters ("stp": Sở Tư pháp).
// The list itself stays in the form and is what is sent.
import { combobox } from "./combobox.js";

const few = 8;
const most = 50;

export function pick(select) {
  if (select.multiple || select.options.length <= few) return;
  const choices = [...select.options].filter(o => o.value !== "" && !o.disabled)
    .map(o => ({ code: o.value, name: o.text.trim(), ...keysOf(o.text) }));
  const input = document.createElement("input");
  input.type = "text";
  input.className = select.className;
  input.placeholder = select.options[0].value === "" ? select.options[0].text : "";
  input.dataset.suggestMin = "0";
  // The label and the sentences beside the field now speak of the text field.
  [input.id, select.id] = [select.id, `${select.id}-muc`];
  for (const name of ["aria-describedby", "aria-invalid", "aria-required", "autofocus"])
    if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
  select.removeAttribute("autofocus");
  select.before(input);
  select.hidden = true;
  combobox(input, text => find(choices, text));

  const chosen = () => select.selectedOptions[0]?.value ? select.selectedOptions[0].text.trim() : "";
  const set = value => {
    if (select.value === value) return;
    select.value = value;
    select.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const settle = () => {
    const text = input.value.trim();
    const found = text === "" ? [] : find(choices, text);
    const exact = found.find(c => c.folded === fold(text));
    if (text === "") set("");
    else if (exact ?? (found.length === 1 && found[0])) set((exact ?? found[0]).code);
    input.value = chosen();
  };
  input.value = chosen();
  input.addEventListener("focus", () => input.select());
  input.addEventListener("motcua:taken", event => set(event.detail.code));
  input.addEventListener("blur", settle);
  select.addEventListener("change", () => { input.value = chosen(); });
  addEventListener("pageshow", () => { input.value = chosen(); });
}

function find(choices, text) {
  const words = fold(text).split(" ").filter(Boolean);
  const letters = words.join("");
  return choices
    .map(choice => ({ choice, rank: rank(choice, words, letters) }))
    .filter(c => c.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map(c => c.choice);
}

function rank(choice, words, letters) {
  if (choice.folded.startsWith(words.join(" "))) return 0;
  if (words.every(w => choice.words.some(c => c.startsWith(w)))) return 1;
  return choice.letters.includes(letters) ? 2 : 3;
}

function keysOf(text) {
  const folded = fold(text);
  const words = folded.split(" ");
  return { folded, words, letters: words.map(w => w[0] ?? "").join("") };
}

function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
