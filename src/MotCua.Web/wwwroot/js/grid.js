// Tables by keyboard: arrows change the row, Enter opens it (a link does so by itself), Space selects.
export function grid(frame) {
  const table = frame.querySelector("table");
  if (!table) return;
  tabStop(frame);
  if (!table.querySelector("tbody a[href], tbody input[data-row-check]")) return;
  const bulk = document.querySelector("[data-bulk]");
  if (bulk && table.querySelector("[data-row-check]")) selection(table, bulk);
  table.addEventListener("focusin", event => mark(table, event.target.closest("tbody tr")));
  frame.addEventListener("keydown", event => press(table, event));
}

// The frame takes the focus only while there is something to scroll.
function tabStop(frame) {
  const judge = () => {
    if (frame.scrollWidth > frame.clientWidth) frame.tabIndex = 0;
    else if (document.activeElement !== frame) frame.removeAttribute("tabindex");
  };
  new ResizeObserver(judge).observe(frame);
  judge();
}

const rows = table => [...table.tBodies].flatMap(b => [...b.rows]);
const handle = row => row?.querySelector("a[href]") ?? row?.querySelector("input, button");
const box = row => row?.querySelector("input[data-row-check]");

function mark(table, row) {
  rows(table).forEach(r => r.classList.toggle("here", r === row));
}

function press(table, event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.target.matches("select, textarea, input:not([type=checkbox])")) return;
  const all = rows(table);
  const at = all.indexOf(event.target.closest("tbody tr"));
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const next = all[at < 0 ? 0 : at + (event.key === "ArrowDown" ? 1 : -1)];
    if (!next) return;
    event.preventDefault();
    if (event.shiftKey) [all[at], next].forEach(r => set(table, r, true));
    handle(next)?.focus();
  } else if (event.key === " " && at >= 0 && box(all[at]) && !event.target.matches("button, summary, input")) {
    event.preventDefault();
    set(table, all[at], !box(all[at]).checked);
  } else if (event.key === "Escape") {
    all.forEach(r => set(table, r, false));
  }
}

function set(table, row, on) {
  const check = box(row);
  if (!check || check.checked === on || check.disabled) return;
  check.checked = on;
  check.dispatchEvent(new Event("change", { bubbles: true }));
}

function selection(table, bulk) {
  const whole = table.querySelector("[data-check-all]");
  const show = () => {
    const boxes = rows(table).map(box).filter(Boolean);
    const on = boxes.filter(b => b.checked).length;
    rows(table).forEach(r => r.classList.toggle("on", box(r)?.checked ?? false));
    bulk.hidden = on === 0;
    bulk.querySelectorAll("[data-bulk-count]").forEach(e => { e.textContent = String(on); });
    if (whole) {
      whole.checked = on > 0 && on === boxes.length;
      whole.indeterminate = on > 0 && on < boxes.length;
    }
  };
  table.addEventListener("change", event => {
    if (event.target === whole) rows(table).forEach(r => set(table, r, whole.checked));
    show();
  });
  bulk.querySelector("[data-bulk-none]")?.addEventListener("click", () => {
    rows(table).forEach(r => set(table, r, false));
    handle(rows(table)[0])?.focus();
  });
  addEventListener("pageshow", show);
  show();
}
