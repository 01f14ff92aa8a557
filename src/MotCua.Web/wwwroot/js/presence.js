// Says every half minute that the dossier is still open here, and shows who else has it open. Without this the opening alone counts.
const EVERY = 30000;

export function presence(form) {
  const others = form.querySelector("[data-presence-others]");
  const every = Number(form.dataset.presenceEvery ?? EVERY);
  let timer = setInterval(sign, every);

  async function sign() {
    try {
      const answer = await fetch(form.action, { method: "POST", body: new FormData(form), headers: { accept: "text/html" } });
      // The sign-in has ended, or the dossier is not for this reader any more: nothing is said from then on.
      if (!answer.ok || answer.redirected) {
        clearInterval(timer);
        others.replaceChildren();
        return;
      }
      const html = await answer.text();
      const page = new DOMParser().parseFromString(html, "text/html");
      // A reader's voice repeats only what has changed.
      if (page.body.textContent.trim() !== others.textContent.trim()) others.replaceChildren(...page.body.childNodes);
    } catch {
      // No line for a moment: the next sign will tell.
    }
  }

  addEventListener("pageshow", event => {
    if (!event.persisted) return;
    clearInterval(timer);
    timer = setInterval(sign, every);
    sign();
  });
}
