declare module "natural/lib/natural/stemmers/porter_stemmer.js" {
  export type Step = "step1a" | "step1b" | "step1c" | "step2" | "step3" | "step4" | "step5a" | "step5b";
  const porter: { readonly [S in Step | "stem"]: (word: string) => string };
  export default porter;
}
