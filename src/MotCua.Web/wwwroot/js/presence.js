// Says every half minute that the dossier is still open here, and shows who else has it open. Without this the opening alone counts.
const EVERY = 30000;

export function presence(place) {
  const others = place.querySelector("[data-presence-others]");
  const every = Number(place.dataset.presenceEvery ?? EVERY);
  let timer = setInterval(sign, every);

  async function sign() {
    try {
      const body = new FormData();
      body.set(place.dataset.tokenName, place.dataset.token);
      const answer = await fetch(place.dataset.presence, { method: "POST", body, headers: { accept: "text/html" } });
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
