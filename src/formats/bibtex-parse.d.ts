declare module "bibtex-parse" {
  /** A value as it stands: text, a number, the name of a string, or several of them joined by "#". */
  export interface BibtexValue {
    readonly datatype: "quoted" | "braced" | "number" | "identifier" | "concatinate" | "null";
    readonly value: string | readonly BibtexValue[] | null;
  }
  export interface BibtexField extends BibtexValue {
    readonly name: string;
    /** The value as it is written, delimiters and all. */
    readonly raw: string;
  }
  export type BibtexItem =
    | {
        readonly itemtype: "entry";
        readonly type: string;
        readonly key: string | null;
        readonly fields: readonly BibtexField[];
      }
    | ({ readonly itemtype: "string"; readonly name: string } & BibtexValue)
    | { readonly itemtype: "preamble" | "comment" };
  export function parse(text: string, options: { readonly number: "string" }): BibtexItem[];
}
