/** Making elements: text only ever becomes text, never markup. */

type Child = Node | string | undefined | false;

/** Attributes and listeners by name; `class`, `aria-label`, `onclick`; undefined and false are left out. */
export type Properties = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

/** An HTML element with properties and children. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Properties = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  return filled(document.createElement(name), properties, children);
}

/** An SVG element. */
export function shape<K extends keyof SVGElementTagNameMap>(
  name: K,
  properties: Properties = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[K] {
  return filled(document.createElementNS("http://www.w3.org/2000/svg", name), properties, children);
}

/** The element of the page with an id. */
export function byId(id: string): HTMLElement {
  return document.getElementById(id)!;
}

function filled<E extends Element>(made: E, properties: Properties, children: readonly Child[]): E {
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") made.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.filter((child): child is Node | string => child !== undefined && child !== false));
  return made;
}
