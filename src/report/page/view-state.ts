/** What the reader looks at: one plain object, and who wants to know when it changes. */

/** What is open beside the map. */
export type Place =
  | { readonly kind: "themes" }
  | { readonly kind: "theme"; readonly theme: number }
  | { readonly kind: "paper"; readonly paper: number };

/** The state of the page. */
export interface ViewState {
  readonly place: Place;
  readonly query: string;
  /** First and last period shown; the whole range shows papers without a date too. */
  readonly periods: readonly [number, number];
  /** Paper under the pointer or the keyboard's cursor, -1 for none. */
  readonly pointed: number;
  /** Theme under the pointer, -1 for none. */
  readonly hinted: number;
  readonly dark: boolean;
}

/** Holds the state. */
export interface Store {
  readonly state: ViewState;
  /** Changes some of it; nobody is told when nothing changed. */
  change(part: Partial<ViewState>): void;
  /** Is called after each change with the state before it. */
  watch(watcher: (before: ViewState) => void): void;
}

/** A store that begins with this state. */
export function createStore(start: ViewState): Store {
  let state = start;
  const watchers: ((before: ViewState) => void)[] = [];
  return {
    get state() {
      return state;
    },
    change(part) {
      const before = state;
      state = { ...state, ...part };
      const changed = (Object.keys(part) as (keyof ViewState)[]).some((name) => before[name] !== state[name]);
      if (changed) for (const watcher of watchers) watcher(before);
    },
    watch(watcher) {
      watchers.push(watcher);
    },
  };
}
