// Everything here only adds to pages that work without it.
import { keys } from "./keys.js";
import { combobox } from "./combobox.js";
import { autosave, guard } from "./autosave.js";
import { grid } from "./grid.js";
import { days, dependents, enterNext, onceOnly, uploads } from "./fields.js";
import { pick } from "./pick.js";
import { presence } from "./presence.js";

document.documentElement.classList.add("scripted");

const each = (selector, enhance) => document.querySelectorAll(selector).forEach(enhance);

dependents();
each("input[data-suggest-url]", input => combobox(input));
each("select[data-pick]", pick);
each("form[data-autosave-url]", autosave);
each("form[data-guard]:not([data-autosave-url])", guard);
each("[data-grid]", grid);
each("input[data-day]", days);
each("[data-drop]", uploads);
each("form[data-enter-next]", enterNext);
each("form[method=post]", onceOnly);
each("[data-print]", button => button.addEventListener("click", () => print()));
each("[data-presence]", presence);

// A folded part is open where there is room for it.
const narrow = matchMedia("(max-width: 47.99rem)").matches;
each("details[data-narrow]", part => { part.open = !narrow; });

keys();

// What the act before has brought, or what must be put right, is read out first.
document.querySelector("[data-focus]")?.focus({ preventScroll: false });
