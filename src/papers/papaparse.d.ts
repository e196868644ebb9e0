declare module "papaparse" {
  /** What one row gave; `cursor` is the offset after it. */
  interface Step {
    readonly data: readonly [readonly string[]];
    readonly errors: readonly { readonly code: string }[];
    readonly meta: { readonly cursor: number };
  }
  interface ParserConfig {
    readonly delimiter: string;
    readonly newline: string;
    readonly quoteChar?: string;
    readonly step: (step: Step) => void;
  }
  class Parser {
    constructor(config: ParserConfig);
    parse(input: string, baseIndex: number, ignoreLastRow: boolean): unknown;
    abort(): void;
  }
  const papa: { readonly Parser: typeof Parser };
  export default papa;
}
