/** Papers made to break things. */

import fc from "fast-check";
import type { Paper } from "../../src/index.js";

/** Names that collide with what every object has. */
export const prototypeNames: readonly string[] = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf"];

const pieces = fc.oneof(
  fc.constantFrom(
    ...prototypeNames,
    "\ud800",
    "\udc00x",
    "\u0000",
    "\ufeff",
    "a\u0301".repeat(40),
    "\u0301".repeat(50),
    "\u202eright to left",
    "深層学習による",
    "👩‍👩‍👧‍👦",
    "ﬁnite",
    "<b>bold</b>",
    "</script><script>",
    "$\\frac{a}{b}$",
    "\\emph{".repeat(30),
    "a-".repeat(60),
    "((((((((((",
    "RLHF",
    "reinforcement learning from human feedback (RLHF)",
    "e.g., Fig. 3 vs. U.S.",
    "1e999",
    "-0",
    "https://example.org/?q=%ff",
    "doi:10.1000/182",
    "x".repeat(300),
    "=cmd|' /C calc'!A0",
    " ",
    "\n\r\t\u2028",
  ),
  fc.string({ unit: "binary", maxLength: 30 }),
  fc.constantFrom("learning agents explore rewards", "language models reason in steps", "bandits regret bound"),
);

export const hostileText: fc.Arbitrary<string> = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(" "));

const absent = fc.constantFrom(null, undefined);

/** Papers with ids of their own; fields absent, odd or frozen. */
export const hostilePapers: fc.Arbitrary<Paper[]> = fc.uniqueArray(
  fc
    .record(
      {
        id: fc.oneof(fc.constantFrom(...prototypeNames), fc.string({ unit: "binary", minLength: 1, maxLength: 12 })),
        title: hostileText,
        abstract: hostileText,
        date: fc.oneof(absent, fc.constantFrom("2024", "2024-13-45", "", "yesterday", "99999")),
        authors: fc.oneof(absent, fc.array(hostileText, { maxLength: 2 })),
        keywords: fc.oneof(absent, fc.array(hostileText, { maxLength: 3 })),
        venue: fc.oneof(absent, hostileText),
        shelf: fc.anything(),
      },
      { requiredKeys: ["id", "title", "abstract"] },
    )
    .map((paper) => Object.freeze(paper) as Paper),
  { selector: ({ id }) => id, maxLength: 14 },
);
