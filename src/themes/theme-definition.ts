/** A theme as a person defines it, for tagging and for seeding a discovery. */

/** Only `id` and `name` are needed; every word more helps. */
export interface ThemeDefinition {
  /** Unique among the definitions, not empty. */
  readonly id: string;
  readonly name: string;
  /** A sentence or two: when does a paper belong? */
  readonly description?: string;
  readonly keywords?: readonly string[];
  /** Other names, acronyms. */
  readonly aliases?: readonly string[];
  /** Ids of broader themes. */
  readonly parents?: readonly string[];
}
