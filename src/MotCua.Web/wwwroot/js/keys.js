// Shortcuts. Telex and VNI turn letters and digits into tones, so only function keys and Ctrl Enter are used.
const allowed = /^(?:(?:Shift |Ctrl )?F(?:1|2|4|8|9)|Ctrl Enter)$/;

const general = [
  ["F1", "Bảng phím tắt này"],
  ["F2", "Ô tìm"],
  ["↑ ↓", "Đổi dòng trong bảng"],
  ["Enter", "Mở dòng; nhận gợi ý"],
  ["Cách", "Chọn dòng"],
  ["Shift ↑ ↓", "Chọn nhiều dòng"],
  ["Esc", "Đóng, bỏ chọn; không làm mất điều đã gõ"],
];

export function keys() {
  document.addEventListener("keydown", event => {
    if (event.isComposing || event.altKey || event.metaKey) return;
    if (event.key === "Escape") return escape(event);
    const name = (event.ctrlKey ? "Ctrl " : "") + (event.shiftKey ? "Shift " : "") + event.key;
    if (!allowed.test(name)) return;
    if (press(name, event.target)) {
      event.preventDefault();
    } else if (name === "F2") {
      event.preventDefault();
      find();
    } else if (name === "F1") {
      event.preventDefault();
      list();
    }
  });
}

// A search field is emptied by Esc in some browsers; what was typed is never lost here.
function escape(event) {
  if (event.target.matches?.("input[type=search]")) event.preventDefault();
}

function scope() {
  return document.querySelector("dialog[open]") ?? document;
}

function press(name, target) {
  const near = name === "Ctrl Enter" ? target.closest?.("form") : null;
  const match = [...(near ?? scope()).querySelectorAll("[data-key]")].find(e => e.dataset.key === name && seen(e));
  if (!match || match.disabled || match.getAttribute("aria-disabled") === "true") return false;
  match.focus();
  match.click();
  return true;
}

function find() {
  const field = [...document.querySelectorAll("[data-find]")].find(seen) ?? document.querySelector(".find input");
  field?.focus();
  field?.select?.();
}

const seen = element => element.getClientRects().length > 0;

// F1: the keys of this page, from the buttons that carry them.
function list() {
  let box = document.getElementById("motcua-keys");
  if (box?.open) return box.close();
  const own = [...document.querySelectorAll("[data-key]")].filter(seen).map(e => [e.dataset.key, words(e)]);
  box?.remove();
  box = document.createElement("dialog");
  box.id = "motcua-keys";
  box.className = "box";
  box.setAttribute("aria-labelledby", "motcua-keys-title");
  const title = document.createElement("h2");
  title.id = "motcua-keys-title";
  title.textContent = "Phím tắt của trang này";
  const pairs = document.createElement("dl");
  for (const [key, text] of [...own, ...general]) {
    const dt = document.createElement("dt");
    for (const one of key.split(" ")) {
      const kbd = document.createElement("kbd");
      kbd.textContent = one;
      dt.append(kbd, " ");
    }
    const dd = document.createElement("dd");
    dd.textContent = text;
    pairs.append(dt, dd);
  }
  const buttons = document.createElement("form");
  buttons.method = "dialog";
  buttons.className = "buttons";
  const close = document.createElement("button");
  close.className = "btn";
  close.textContent = "Đóng";
  buttons.append(close);
  box.append(title, pairs, buttons);
  document.body.append(box);
  const before = document.activeElement;
  box.addEventListener("close", () => { box.remove(); before?.focus?.(); });
  box.showModal();
}

function words(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("kbd").forEach(k => k.remove());
  return copy.textContent.trim().replace(/\s+/g, " ") || element.getAttribute("aria-label") || "";
}
