// A text field that suggests: ARIA combobox with a list under it. Without scripts the text itself is sent.
let count = 0;

// `source` answers a text with its items; without it the address in data-suggest-url is asked.
export function combobox(input, source) {
  const box = document.createElement("div");
  box.className = "combo";
  // Moving the field takes the focus from it.
  const focused = document.activeElement === input || input.autofocus;
  input.before(box);
  box.append(input);
  if (focused) input.focus();

  const list = document.createElement("ul");
  list.id = `goi-y-${++count}`;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", labelOf(input));
  list.hidden = true;
  const said = document.createElement("p");
  said.className = "vh";
  said.setAttribute("role", "status");
  box.append(list, said);

  for (const [name, value] of Object.entries({
    role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": list.id, autocomplete: "off",
  })) input.setAttribute(name, value);

  const state = { input, list, said, items: [], at: -1, asked: "", running: null, timer: 0, source };
  input.addEventListener("input", event => {
    clearTimeout(state.timer);
    forget(state);
    if (event.isComposing) return;
    state.timer = setTimeout(() => ask(state), 150);
  });
  input.addEventListener("compositionend", () => { state.timer = setTimeout(() => ask(state), 150); });
  input.addEventListener("keydown", event => press(state, event));
  input.addEventListener("blur", () => setTimeout(() => close(state), 120));
  list.addEventListener("mousedown", event => event.preventDefault());
  list.addEventListener("click", event => {
    const option = event.target.closest("[role=option]");
    if (option) take(state, Number(option.dataset.at));
  });
}

function labelOf(input) {
  const label = input.labels?.[0]?.cloneNode(true);
  label?.querySelectorAll(".opt").forEach(o => o.remove());
  return `Gợi ý: ${label?.textContent.trim() ?? ""}`;
}

// A code that was taken belongs to the text that was taken; another text has none.
function forget(state) {
  const code = codeField(state.input);
  if (code && code.value) {
    code.value = "";
    code.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

function codeField(input) {
  const name = input.dataset.suggestCode;
  return name ? input.form?.elements.namedItem(name) : null;
}

async function ask(state) {
  const text = state.input.value.trim();
  if (text.length < Number(state.input.dataset.suggestMin ?? 2)) return close(state);
  if (text === state.asked && !state.list.hidden) return;
  state.asked = text;
  if (state.source) return show(state, state.source(text));
  state.running?.abort();
  state.running = new AbortController();
  const url = new URL(state.input.dataset.suggestUrl, location.href);
  url.searchParams.set("q", text);
  try {
    const answer = await fetch(url, { signal: state.running.signal, headers: { accept: "application/json" } });
    if (!answer.ok || answer.redirected) throw new Error(String(answer.status));
    show(state, await answer.json());
  } catch (error) {
    if (error.name === "AbortError") return;
    close(state);
    state.said.textContent = "Chưa lấy được gợi ý; vẫn có thể gõ hết rồi gửi.";
  }
}

function show(state, items) {
  if (document.activeElement !== state.input) return;
  state.items = items;
  state.list.replaceChildren(...items.map((item, at) => option(state, item, at)));
  if (items.length === 0) {
    const none = document.createElement("li");
    none.className = "none";
    none.setAttribute("role", "option");
    none.setAttribute("aria-disabled", "true");
    none.setAttribute("aria-selected", "false");
    none.textContent = "Không có gợi ý. Thử ít chữ hơn, hoặc gõ mã.";
    state.list.append(none);
  }
  state.list.hidden = false;
  state.input.setAttribute("aria-expanded", "true");
  state.said.textContent = items.length === 0 ? "Không có gợi ý" : `${items.length} gợi ý, dùng mũi tên để chọn`;
  select(state, items.length > 0 ? 0 : -1);
}

function option(state, item, at) {
  const row = document.createElement("li");
  row.id = `${state.list.id}-${at}`;
  row.dataset.at = at;
  row.setAttribute("role", "option");
  for (const [css, text] of [["code", item.code], ["name", item.name], ["tiny", item.note]]) {
    if (!text) continue;
    const part = document.createElement("span");
    part.className = css;
    part.textContent = text;
    row.append(part, " ");
  }
  return row;
}

function select(state, at) {
  state.at = at;
  [...state.list.querySelectorAll("[data-at]")].forEach((row, n) => row.setAttribute("aria-selected", String(n === at)));
  if (at < 0) return state.input.removeAttribute("aria-activedescendant");
  state.input.setAttribute("aria-activedescendant", `${state.list.id}-${at}`);
  document.getElementById(`${state.list.id}-${at}`)?.scrollIntoView({ block: "nearest" });
}

function press(state, event) {
  if (event.isComposing) return;
  const open = !state.list.hidden;
  const last = state.items.length - 1;
  switch (event.key) {
    case "ArrowDown":
      event.preventDefault();
      if (open) select(state, state.at >= last ? 0 : state.at + 1);
      else { state.asked = ""; ask(state); }
      break;
    case "ArrowUp":
      if (!open) return;
      event.preventDefault();
      select(state, state.at <= 0 ? last : state.at - 1);
      break;
    case "Enter":
      if (!open || state.at < 0 || event.ctrlKey) return;
      event.preventDefault();
      take(state, state.at);
      break;
    case "Escape":
      if (!open) return;
      event.preventDefault();
      event.stopPropagation();
      // An answer that is still under way must not open the list again.
      clearTimeout(state.timer);
      state.running?.abort();
      close(state);
      break;
  }
}

function take(state, at) {
  const item = state.items[at];
  if (!item) return;
  clearTimeout(state.timer);
  state.running?.abort();
  const { input } = state;
  input.value = item.name;
  state.asked = item.name;
  const code = codeField(input);
  if (code) {
    code.value = item.code;
    code.dispatchEvent(new Event("change", { bubbles: true }));
  }
  close(state);
  input.dispatchEvent(new Event("change", { bubbles: true }));
  const go = input.dispatchEvent(new CustomEvent("motcua:taken", { bubbles: true, cancelable: true, detail: item }));
  if (!go) return;
  if (item.href) location.assign(item.href);
  else if ("suggestSubmit" in input.dataset) input.form?.requestSubmit();
}

function close(state) {
  state.list.hidden = true;
  state.input.setAttribute("aria-expanded", "false");
  state.input.removeAttribute("aria-activedescendant");
}
