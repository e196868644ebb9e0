/** LaTeX commands that stand for a character. */

import { GREEK_LETTERS, pairsOf } from "./html-entities.js";

const SYMBOLS =
  "varepsilon ε vartheta θ varphi φ " +
  "ss ß o ø O Ø ae æ AE Æ oe œ OE Œ aa å AA Å l ł L Ł i ı j ȷ dh ð DH Ð th þ TH Þ " +
  "times × cdot · pm ± leq ≤ le ≤ geq ≥ ge ≥ neq ≠ ne ≠ approx ≈ sim ~ simeq ≃ equiv ≡ propto ∝ infty ∞ to → rightarrow → leftarrow ← leftrightarrow ↔ Rightarrow ⇒ mapsto ↦ " +
  "in ∈ subset ⊂ subseteq ⊆ cup ∪ cap ∩ setminus \\ emptyset ∅ forall ∀ exists ∃ neg ¬ wedge ∧ vee ∨ oplus ⊕ otimes ⊗ circ ∘ ast * star ⋆ dagger † nabla ∇ partial ∂ sum ∑ prod ∏ int ∫ sqrt √ " +
  "ell ℓ hbar ℏ ll ≪ gg ≫ langle ⟨ rangle ⟩ prime ′ degree ° perp ⊥ parallel ∥ mid | vert | lvert | rvert | Vert ‖ " +
  "ldots … dots … cdots … copyright © S § P ¶ pounds £ euro € " +
  "lbrace { rbrace } backslash \\";

/** Commands that are set as they are written. */
const OPERATORS = "log exp min max arg sin cos tan lim sup inf Pr det dim LaTeX TeX";

/** The character of each command, by the command's name. */
export const LATEX_SYMBOLS: ReadonlyMap<string, string> = new Map([
  ...GREEK_LETTERS,
  ...pairsOf(SYMBOLS),
  ...OPERATORS.split(" ").map((name): [string, string] => [name, name]),
]);

/** The combining mark of each accent command. */
export const LATEX_ACCENTS: ReadonlyMap<string, string> = new Map(
  pairsOf(
    "` \u0300 ' \u0301 ^ \u0302 ~ \u0303 = \u0304 u \u0306 . \u0307 \" \u0308 r \u030a H \u030b v \u030c d \u0323 c \u0327 k \u0328 b \u0331",
  ),
);

/** Commands whose argument says nothing to a reader. */
export const SILENT_COMMANDS: ReadonlySet<string> = new Set(
  "cite citep citet ref eqref label footnote vspace hspace".split(" "),
);
