/** Light or dark: what the reader chose before, else what the system says. */

import type { Store } from "./view-state.js";

const key = "themata-ground";

/** Sets the page's ground for the beginning; true for dark. */
export function startingGround(): boolean {
  const dark =
    (remembered() ?? (window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  apply(dark);
  return dark;
}

/** Lets a button change the ground. */
export function watchGround(button: HTMLElement, store: Store): void {
  const name = (): void => button.setAttribute("aria-label", store.state.dark ? "Light ground" : "Dark ground");
  name();
  button.addEventListener("click", () => {
    const dark = !store.state.dark;
    apply(dark);
    remember(dark ? "dark" : "light");
    store.change({ dark });
    name();
  });
}

function apply(dark: boolean): void {
  document.documentElement.dataset["ground"] = dark ? "dark" : "light";
}

/** Storage is refused to some pages opened from a disk; then nothing is remembered. */
function remembered(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function remember(ground: string): void {
  try {
    localStorage.setItem(key, ground);
  } catch {
    return;
  }
}
