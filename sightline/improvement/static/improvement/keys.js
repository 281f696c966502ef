// One key for each thing a person can do with a finding. Every one of them is a link or a button on
// the page: this presses it. The keys can be turned off, and are never taken from a field.
const KEPT = "sightline-keys-off";
const help = document.querySelector("[data-keys]");
const toggle = document.querySelector("[data-keys-switch]");

function off() {
  try {
    return localStorage.getItem(KEPT) === "1";
  } catch {
    return false; // a browser that keeps nothing: the switch holds for this page
  }
}

function keep(on) {
  try {
    if (on) localStorage.removeItem(KEPT);
    else localStorage.setItem(KEPT, "1");
  } catch {
    // as above
  }
}

const typing = (target) =>
  target instanceof Element &&
  target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]") !== null;

function press(event) {
  if (!toggle.checked || event.repeat || event.ctrlKey || event.metaKey || event.altKey) return;
  if (typing(event.target)) return;
  if (event.key === "?") {
    help.open = !help.open;
    if (help.open) help.querySelector("summary").focus();
    event.preventDefault();
    return;
  }
  const pressed = document.querySelector(`[data-key="${CSS.escape(event.key.toLowerCase())}"]`);
  if (!pressed) return;
  event.preventDefault();
  pressed.click();
}

if (help && toggle) {
  help.hidden = false;
  toggle.checked = !off();
  toggle.addEventListener("change", () => keep(toggle.checked));
  document.addEventListener("keydown", press);
}

// After a decision the next finding opens: its heading takes the focus, so that it is read out, and
// the next press of Tab reaches what can be done with it. Going to #main-content takes the focus
// away once the page is there, so this waits for it; whoever has pressed Tab by then is left where
// that took her.
if (location.hash === "#main-content") {
  addEventListener("load", () =>
    requestAnimationFrame(() => {
      const heading = document.querySelector("main h1");
      if (!heading || document.activeElement !== document.body) return;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }),
  );
}
