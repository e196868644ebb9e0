/** Stable ids made of labels. */

const longest = 80;

/** The label in lower case, accents and marks dropped, runs of anything else than letters and digits as "-"; whole words. */
function slug(label: string): string {
  const plain = label
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  const joined = plain.replace(/[^\p{L}\p{N}]+/gu, "-");
  const trimmed = joined.replace(/^-|-$/g, "");
  const whole = trimmed.length > longest ? trimmed.slice(0, longest + 1).replace(/-[^-]*$/, "") : trimmed;
  return whole.slice(0, longest) || "theme";
}

/** Slugs of labels, told apart by "-2", "-3", ... from each other and from those taken. */
export function uniqueIds(labels: readonly string[], taken: Iterable<string> = []): string[] {
  const used = new Set(taken);
  return labels.map((label) => {
    const base = slug(label);
    let id = base;
    for (let n = 2; used.has(id); n += 1) id = `${base}-${n}`;
    used.add(id);
    return id;
  });
}
