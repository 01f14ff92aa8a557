import { pieceFrom, sendShown } from "./pieces.js";

// The counter's reception. The form works without any of this: here it only gets quicker.
const form = document.querySelector("[data-reception]");
const side = document.querySelector("[data-aside]");

if (form) {
  form.addEventListener("motcua:kept", follow);
  form.addEventListener("change", changed);
  form.addEventListener("click", clicked);
  form.addEventListener("input", event => { if (event.target.closest("[data-fee]")) sums(); });
  form.querySelector("[data-all-pass]")?.addEventListener("click", allPass);
}

function changed(event) {
  const { target } = event;
  if (target.matches("[data-card]") && target.value.includes("|")) card();
  else if (target.matches("[data-refresh]")) form.requestSubmit(form.querySelector("[name=do][value=refresh]"));
  else if (target.matches("[data-attach] input[type=file]")) attach(target);
  else if (target.name?.endsWith(".kind")) identity(target);
  else if (target.name?.endsWith(".passes")) checked(target.closest("tr"));
}

// What follows from the form is worked out by the server from what it has kept.
async function follow() {
  if (!side || side.contains(document.activeElement)) return;
  try {
    const answer = await fetch(form.dataset.asideUrl, { headers: { accept: "text/html" } });
    if (!answer.ok || answer.redirected) return;
    side.innerHTML = await answer.text();
    for (const part of side.querySelectorAll("template[data-for]")) document.getElementById(part.dataset.for)?.replaceChildren(part.content);
  } catch {
    // The saving itself says that the connection is lost.
  }
}

// A card reader typed the whole QR into the number: the server takes it apart.
async function card() {
  try {
    const answer = await fetch(form.dataset.autosaveUrl, { method: "POST", body: typed(), headers: { accept: "application/json" }, redirect: "manual" });
    if (!answer.ok) return;
    const { set = {} } = await answer.json();
    for (const [name, value] of Object.entries(set)) {
      const field = form.elements.namedItem(name);
      if (field && "value" in field) field.value = value;
    }
    form.dispatchEvent(new Event("change", { bubbles: true }));
    follow();
  } catch {
    // The field keeps what was scanned, and the next save takes it apart.
  }
}

function typed() {
  const body = new FormData(form);
  for (const [name, value] of [...body]) if (value instanceof File || name === "_tai_len") body.delete(name);
  return body;
}

// Files go up as soon as they are chosen; the list of the component comes back.
async function attach(input) {
  const place = input.closest("[data-attach]");
  if (input.files.length === 0 || input.getAttribute("aria-invalid") === "true") return;
  const body = new FormData();
  body.append("__RequestVerificationToken", form.elements.namedItem("__RequestVerificationToken").value);
  place.setAttribute("aria-busy", "true");
  try {
    for (const file of input.files)
      if (file.size < pieceFrom) body.append(input.name, file);
      else body.append("_tai_len", `${input.name}|${await sendShown(file, place, form)}`);
    const url = `${form.dataset.attachUrl}&component=${encodeURIComponent(place.dataset.attach)}`;
    const answer = await fetch(url, { method: "POST", body, headers: { accept: "text/html" }, redirect: "manual" });
    if (!answer.ok) throw new Error(String(answer.status));
    const fresh = document.createElement("template");
    fresh.innerHTML = await answer.text();
    const list = fresh.content.firstElementChild;
    place.replaceWith(list);
    const { uploads } = await import("./fields.js");
    uploads(list);
    list.querySelector("input[type=file]").focus({ preventScroll: true });
    follow();
  } catch (error) {
    place.removeAttribute("aria-busy");
    const say = place.querySelector("[data-drop-error]");
    say.textContent = error.sentence ?? (error.message === "413"
      ? "Các tệp vừa chọn quá lớn cho một lần gửi; hãy gửi từng tệp."
      : "CHƯA gửi được tệp, có thể mất kết nối; tệp sẽ được gửi cùng biểu mẫu khi bấm nút ở dưới.");
  }
}

// What was told of a component no longer holds once it has been checked anew.
function checked(row) {
  row?.querySelector(".segment")?.removeAttribute("aria-invalid");
  row?.querySelectorAll(".checked > .err").forEach(e => e.remove());
}

// Only a person chooses the kind of paper.
function identity(kind) {
  const select = form.elements.namedItem(kind.name.replace(/\.kind$/, ".identity"));
  if (kind.value === "Person" || !select || select.value !== "None") return;
  select.value = "CitizenNumber";
  select.dispatchEvent(new Event("change", { bubbles: true }));
}

function allPass(event) {
  event.preventDefault();
  let changes = 0;
  for (const row of form.querySelectorAll("tr[data-paper]")) {
    const check = value => row.querySelector(`input[type=radio][value="${value}"]`);
    const files = row.querySelectorAll(".files a").length > 0;
    if (check("no").checked || check("yes").checked || !(row.dataset.required === "yes" || files)) continue;
    check("yes").checked = true;
    changes++;
  }
  if (changes > 0) form.querySelector("tr[data-paper] input[value=yes]").dispatchEvent(new Event("change", { bubbles: true }));
}

// The other two answers fold out and take the focus.
function clicked(event) {
  const opener = event.target.closest("[data-opens]");
  const part = opener && document.getElementById(opener.dataset.opens);
  if (!part) return;
  event.preventDefault();
  part.open = true;
  part.scrollIntoView({ block: "center" });
  part.querySelector("textarea, input:not([type=hidden]), select")?.focus({ preventScroll: true });
}

function sums() {
  let total = 0;
  for (const row of form.querySelectorAll("tr[data-fee]")) {
    const count = Number(row.querySelector("input").value.trim());
    const sum = Number.isInteger(count) && count >= 0 ? Number(row.dataset.fee) * count : 0;
    row.querySelector("[data-fee-sum]").textContent = dong(sum);
    total += sum;
  }
  const place = form.querySelector("[data-fee-total]");
  if (place) place.textContent = dong(total);
}

const dong = amount => String(amount).replace(/\B(?=(\d{3})+$)/g, ".");
