/** Whether a model has grown so far from its fit that the papers should be fitted anew. */

import type { ThemeModel, ThemeSpace } from "../model/theme-model.js";

/** How far the papers added since the fit have left it. */
export interface RefitSignal {
  readonly due: boolean;
  /** Why, in sentences for people; empty when it is not due. */
  readonly reasons: readonly string[];
  /** Papers added since the fit, as a share of the fitted ones. */
  readonly growth: number;
  /** Share of the papers added since the fit that fit no theme and wait. */
  readonly waiting: number;
  /** Share of their terms that the model does not know, beyond what later papers of the same kind would have. */
  readonly unknownTerms: number;
}

const mostGrowth = 1;
const mostWaiting = 0.05;
const mostUnknown = 0.05;
/** Fewer added papers than this say nothing of shares. */
const fewestAdded = 20;

/** Looks at the papers added since the fit. Linear in the model's vectors. */
export function refitSignal({ papers, space }: Pick<ThemeModel, "papers" | "space">): RefitSignal {
  const added = papers.length - space.fitted;
  const growth = added / space.fitted;
  if (added < fewestAdded)
    return { due: growth >= mostGrowth, reasons: grown(growth), growth, waiting: 0, unknownTerms: 0 };
  const waiting = papers.filter((paper) => paper.waiting).length / added;
  const unknownTerms = unknownBeyond(space);
  const reasons = grown(growth);
  if (waiting > mostWaiting) reasons.push(`${percent(waiting)} of the papers added since the fit fit no theme.`);
  if (unknownTerms > mostUnknown) {
    reasons.push(
      `The papers added since the fit have ${percent(unknownTerms)} more unknown terms than the fit led to expect.`,
    );
  }
  return { due: reasons.length > 0, reasons, growth, waiting, unknownTerms };
}

function grown(growth: number): string[] {
  return growth >= mostGrowth ? [`The collection has grown by ${percent(growth)} since the fit.`] : [];
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

/** Mean unknown share of the added papers, less that of fitted papers had the vocabulary been learnt without them. */
function unknownBeyond({ vectors, known, fitted }: ThemeSpace): number {
  const { columns, indptr, indices } = vectors;
  const papers = new Uint32Array(columns);
  for (let p = 0; p < indptr[fitted]!; p += 1) papers[indices[p]!]! += 1;
  let [expected, found] = [0, 0];
  known.forEach((share, i) => {
    const terms = indices.subarray(indptr[i]!, indptr[i + 1]!);
    if (i >= fitted) found += share;
    // A term of two fitted papers would not be in the vocabulary without one of them.
    else if (terms.length > 0)
      expected += (share * terms.filter((column) => papers[column]! > 2).length) / terms.length;
  });
  return expected / fitted - found / (known.length - fitted);
}
