// Drafts are kept as one types, and the page says so; when they cannot be kept it says so loudly.
const pause = 1500;
const again = 10000;

export function autosave(form) {
  const state = { form, changed: false, changes: 0, saving: false, failed: false, timer: 0, leaving: false };
  const later = ms => { clearTimeout(state.timer); state.timer = setTimeout(() => save(state), ms); };
  const touched = event => {
    if (event.target.type === "file" || event.target.closest?.("[data-not-saved]")) return;
    state.changed = true;
    state.changes++;
    later(pause);
  };
  form.addEventListener("input", touched);
  form.addEventListener("change", touched);
  form.addEventListener("submit", event => {
    if (event.defaultPrevented) return;
    state.leaving = true;
    clearTimeout(state.timer);
  });
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden" && state.changed && !state.leaving) save(state, true);
  });
  addEventListener("online", () => { if (state.failed) later(0); });
  addEventListener("pageshow", () => { state.leaving = false; });
  addEventListener("beforeunload", event => {
    if (!state.changed || state.leaving) return;
    event.preventDefault();
    save(state, true);
  });
  state.retry = () => later(again);
}

async function save(state, hiding = false) {
  if (state.saving) return state.retry();
  const { form } = state;
  const upTo = state.changes;
  const body = new FormData(form);
  for (const [name, value] of [...body]) if (value instanceof File || name === "_tai_len") body.delete(name);
  state.saving = true;
  if (!state.failed) say(form, "busy", "Đang lưu nháp…");
  try {
    const answer = await fetch(form.dataset.autosaveUrl, {
      method: "POST", body, keepalive: hiding, headers: { accept: "application/json" }, redirect: "manual",
    });
    if (!answer.ok) throw new Error(reason(answer));
    const kept = (answer.headers.get("content-type") ?? "").includes("json") ? await answer.json() : {};
    fill(form, kept);
    state.failed = false;
    if (state.changes === upTo) state.changed = false;
    say(form, "", `Đã lưu nháp ${kept.at ?? clock(answer)}`);
    form.dispatchEvent(new CustomEvent("motcua:kept", { detail: kept }));
  } catch (error) {
    state.failed = true;
    say(form, "lost", `CHƯA lưu được – ${error instanceof TypeError ? "mất kết nối; đang thử lại, xin đừng đóng trang." : error.message}`);
    state.retry();
  } finally {
    state.saving = false;
    if (!state.failed && state.changed) { clearTimeout(state.timer); state.timer = setTimeout(() => save(state), pause); }
  }
}

function reason(answer) {
  if (answer.type === "opaqueredirect" || answer.status === 401)
    return "phiên đăng nhập đã hết; hãy đăng nhập lại ở một thẻ khác rồi quay về đây.";
  if (answer.status === 403) return "bạn không còn quyền với bản nháp này; hãy chép lại điều cần giữ.";
  if (answer.status === 409) return "người khác vừa sửa bản nháp này; hãy mở lại ở một thẻ khác để xem.";
  if (answer.status === 413) return "nội dung quá dài.";
  return `máy chủ báo lỗi ${answer.status}; đang thử lại, xin đừng đóng trang.`;
}

// The server's clock, on the wall in Vietnam, whatever this machine's clock and zone say.
function clock(answer) {
  const sent = new Date(answer.headers.get("date") ?? Date.now());
  return new Date(sent.getTime() + 7 * 3600000).toISOString().slice(11, 19);
}

function fill(form, kept) {
  for (const [name, value] of Object.entries(kept.set ?? {})) {
    const field = form.elements.namedItem(name);
    if (field && "value" in field) field.value = value;
  }
  if (kept.href) history.replaceState(history.state, "", kept.href);
}

function say(form, css, text) {
  const place = form.querySelector("[data-saved]") ?? document.querySelector("[data-saved]");
  if (!place) return;
  place.classList.remove("busy", "lost");
  if (css) place.classList.add(css);
  place.textContent = text;
}

// Asks before leaving a form that nobody keeps.
export function guard(form) {
  let dirty = false;
  form.addEventListener("input", () => { dirty = true; });
  form.addEventListener("submit", event => { if (!event.defaultPrevented) dirty = false; });
  addEventListener("beforeunload", event => { if (dirty) event.preventDefault(); });
}
