// Large files go up in pieces before their form: a line that breaks goes on where it stopped, also after the page was opened anew.
// Without this the form sends them whole.
export const pieceFrom = 1 << 20;
const piece = 2 << 20;
const waits = [1, 2, 5, 10, 20];
const store = "motcua.tai-len";

// Sends the large files of a picker, names them in the form, and keeps the form back until they are there.
export function inPieces(zone, input) {
  const form = input.form;
  const large = [...input.files].filter(f => f.size >= pieceFrom);
  if (!form || large.length === 0 || !globalThis.crypto?.subtle) return;
  const sending = (async () => {
    for (const file of large) {
      const id = await sendShown(file, zone, form);
      const named = Object.assign(document.createElement("input"), { type: "hidden", name: "_tai_len", value: `${input.name}|${id}` });
      zone.querySelectorAll("input[name=_tai_len]").forEach(old => { if (!input.multiple) old.remove(); });
      zone.append(named);
      drop(input, file);
    }
  })();
  hold(form, sending, zone);
}

function drop(input, file) {
  const left = new DataTransfer();
  for (const other of input.files) if (other !== file) left.items.add(other);
  input.files = left.files;
  input.required = false;
}

// A button pressed meanwhile is pressed again when everything is there.
function hold(form, sending, zone) {
  const wait = event => {
    event.preventDefault();
    event.stopImmediatePropagation();
    const button = event.submitter;
    say(zone, "busy", "Biểu mẫu sẽ được gửi ngay khi tệp gửi xong; xin đừng đóng trang.");
    sending.then(() => form.requestSubmit(button ?? undefined), () => {});
  };
  form.addEventListener("submit", wait, { capture: true });
  sending.then(() => form.removeEventListener("submit", wait, { capture: true }), error => {
    form.removeEventListener("submit", wait, { capture: true });
    say(zone, "lost", error.sentence ?? "CHƯA gửi được tệp; tệp sẽ được gửi cùng biểu mẫu khi bấm nút gửi.");
  });
}

// Sends one file and shows how far it is.
export async function sendShown(file, zone, form) {
  const bar = Object.assign(document.createElement("progress"), { max: 100, value: 0 });
  bar.setAttribute("aria-label", `Đang gửi ${file.name}`);
  (zone.querySelector("[data-pieces]") ?? zone.querySelector("[data-drop-files]") ?? zone).after(bar);
  let told = -1;
  const show = (sent, state) => {
    const share = Math.floor(sent / file.size * 100);
    bar.value = share;
    if (state === "lost") say(zone, "lost", `CHƯA gửi xong ${file.name} (${share} %) – mất kết nối; sẽ gửi tiếp từ chỗ này, xin đừng đóng trang.`);
    else if (Math.floor(share / 10) !== told || state === "again") {
      told = Math.floor(share / 10);
      say(zone, "busy", `Đang gửi ${file.name}: ${share} %`);
    }
  };
  try {
    const id = await send(file, form.elements.namedItem("__RequestVerificationToken").value, show);
    say(zone, "", `Đã gửi ${file.name}; tệp được lưu khi gửi biểu mẫu.`);
    return id;
  } finally {
    bar.remove();
  }
}

function say(zone, css, text) {
  const place = zone.querySelector("[data-pieces]");
  if (!place) return;
  place.classList.remove("busy", "lost");
  if (css) place.classList.add(css);
  place.textContent = text;
}

async function send(file, token, show) {
  const key = `${file.name}|${file.size}|${file.lastModified}`;
  let [id, sent] = await begun(key);
  for (let failures = 0; ;) {
    try {
      id ??= await begin(file, token, key);
      show(sent, failures > 0 ? "again" : "");
      if (sent >= file.size) return forget(key, id);
      sent = await append(id, file.slice(sent, sent + piece), sent, token);
      failures = 0;
    } catch (error) {
      if (error.final) throw error;
      if (error.gone) [id, sent] = [null, 0];
      show(sent, "lost");
      await pause(waits[Math.min(failures++, waits.length - 1)]);
      const where = id && await offset(id).catch(() => undefined);
      if (where === null) [id, sent] = [null, 0];
      else if (where !== undefined) sent = where;
    }
  }
}

async function begin(file, token, key) {
  const answer = await fetch("/api/tai-len", {
    method: "POST", headers: { "Upload-Length": file.size, "Upload-Name": encodeURIComponent(file.name.slice(-200)), RequestVerificationToken: token },
  });
  if (answer.status !== 201) throw await refused(answer);
  const { id } = await answer.json();
  remember(key, id);
  return id;
}

async function append(id, part, at, token) {
  const bytes = await part.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes));
  const answer = await fetch(`/api/tai-len/${id}`, {
    method: "PATCH", body: bytes, headers: {
      "Content-Type": "application/offset+octet-stream", "Upload-Offset": at, RequestVerificationToken: token,
      "Upload-Checksum": `sha256 ${btoa(String.fromCharCode(...digest))}`,
    },
  });
  if (answer.status === 204 || answer.status === 409) return Number(answer.headers.get("Upload-Offset"));
  if (answer.status === 404) throw Object.assign(new Error("gone"), { gone: true });
  throw await refused(answer);
}

// How much is there; null where the file is gone.
async function offset(id) {
  const answer = await fetch(`/api/tai-len/${id}`, { method: "HEAD" });
  if (answer.status === 404) return null;
  if (!answer.ok) throw new Error(String(answer.status));
  return Number(answer.headers.get("Upload-Offset"));
}

async function refused(answer) {
  const final = [400, 403, 413, 507].includes(answer.status) || answer.redirected || answer.status === 401;
  const { sentence } = await answer.json().catch(() => ({}));
  return Object.assign(new Error(String(answer.status)), { final, sentence });
}

// Remembered as long as this window is open, and no longer: the browser may be shared.
async function begun(key) {
  const id = JSON.parse(sessionStorage.getItem(store) ?? "{}")[key];
  const there = id ? await offset(id).catch(() => null) : null;
  return there === null ? [null, 0] : [id, there];
}

function remember(key, id) {
  const all = JSON.parse(sessionStorage.getItem(store) ?? "{}");
  sessionStorage.setItem(store, JSON.stringify({ ...all, [key]: id }));
}

function forget(key, id) {
  const { [key]: _, ...others } = JSON.parse(sessionStorage.getItem(store) ?? "{}");
  sessionStorage.setItem(store, JSON.stringify(others));
  return id;
}

function pause(seconds) {
  return new Promise(resolve => {
    const timer = setTimeout(done, seconds * 1000);
    function done() {
      clearTimeout(timer);
      removeEventListener("online", done);
      resolve();
    }
    addEventListener("online", done);
  });
}
