// The bench of scans: pages are moved, turned and dropped by keys. Each key only sets the fields that the form sends anyway.
const forms = document.querySelectorAll("[data-lay]");

for (const form of forms) {
  form.addEventListener("keydown", pressed);
  form.addEventListener("change", event => show(event.target.closest("[data-page]")));
  for (const page of form.querySelectorAll("[data-page]")) {
    page.dataset.began = page.querySelector("[data-turn]").value;
    show(page);
  }
}

function pressed(event) {
  const page = event.target.closest("[data-page]");
  if (!page || !event.ctrlKey) return;
  const [to, turn] = [page.querySelector("[data-to]"), page.querySelector("[data-turn]")];
  if (event.key === "ArrowUp") to.selectedIndex = Math.max(0, to.selectedIndex - 1);
  else if (event.key === "ArrowDown") to.selectedIndex = Math.min(to.options.length - 1, to.selectedIndex + 1);
  else if (event.key === "ArrowRight") turn.value = String((Number(turn.value) + 1) % 4);
  else if (event.key === "ArrowLeft") turn.value = String((Number(turn.value) + 3) % 4);
  else if (event.key === "Delete") drop(page, to);
  else return;
  event.preventDefault();
  page.dispatchEvent(new Event("change", { bubbles: true }));
}

// Dropped pages come back to where they were.
function drop(page, to) {
  if (to.value) [page.dataset.from, to.value] = [to.value, ""];
  else to.value = page.dataset.from || to.options[1]?.value || "";
}

function show(page) {
  if (!page) return;
  page.classList.toggle("dropped", !page.querySelector("[data-to]").value);
  page.dataset.turned = (Number(page.querySelector("[data-turn]").value) - Number(page.dataset.began) + 4) % 4;
}

// The first field that is not sure has the cursor.
document.querySelector(".fact.ask input:not([type=hidden])")?.focus();
