import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assignThemes,
  clusteringScores,
  deserialize,
  discoverThemes,
  type Paper,
  papersBetween,
  serialize,
  sweepThemes,
  type ThemeModel,
  updateThemes,
} from "../../src/index.js";
import { codeOf, demonstration, paperOf } from "../fixtures.js";

const model = discoverThemes(demonstration, { k: 10 });
const gold = [...new Set(demonstration.map(({ themes: [first] }) => first!))];

describe("discoverThemes(papers, { k })", () => {
  it("finds the ten themes of the demonstration corpus far better than chance", () => {
    const first = model.assignments.map(({ themes }) => themes[0]!.themeId);
    expect(
      clusteringScores(
        first,
        demonstration.map((paper) => paper.themes[0]!),
      ).nmi,
    ).toBeGreaterThan(0.5);
  });

  it("gives exactly k themes, for every k", () => {
    for (const k of [1, 2, 7, 25]) expect(discoverThemes(demonstration, { k }).themes.length).toBe(k);
  });

  it("lists every paper once, under its first theme, in the order given", () => {
    expect(model.assignments.map(({ paperId }) => paperId)).toEqual(demonstration.map((paper) => paper.id));
    const listed = model.themes.flatMap((theme) => theme.paperIds);
    expect([...listed].sort()).toEqual(demonstration.map((paper) => paper.id).sort());
    for (const { paperId, themes } of model.assignments) {
      expect(model.themes.find(({ id }) => id === themes[0]!.themeId)!.paperIds).toContain(paperId);
    }
  });

  it("gives falling scores that add up to at most one", () => {
    for (const { themes } of model.assignments) {
      const scores = themes.map(({ score }) => score);
      expect([...scores].sort((a, b) => b - a)).toEqual(scores);
      expect(scores.reduce((sum, score) => sum + score, 0)).toBeLessThanOrEqual(1 + 1e-12);
    }
  });

  it("names themes with distinct labels and ids, phrases whose weights fall from 1, and sentences of their papers", () => {
    expect(new Set(model.themes.map(({ label }) => label.toLowerCase())).size).toBe(10);
    expect(new Set(model.themes.map(({ id }) => id)).size).toBe(10);
    for (const theme of model.themes) {
      expect(theme.phrases.length).toBeGreaterThan(2);
      expect(theme.phrases[0]!.weight).toBe(1);
      expect(theme.words.length).toBe(10);
      for (const { paperId, sentence } of theme.representatives) {
        expect(theme.paperIds).toContain(paperId);
        expect(demonstration.find(({ id }) => id === paperId)!.abstract).toContain(sentence);
      }
      expect(theme.nearest.every(({ themeId }) => themeId !== theme.id)).toBe(true);
    }
  });

  it("names a single theme by what most of its papers hold", () => {
    const [theme] = discoverThemes(demonstration, { k: 1 }).themes;
    expect(theme!.label).not.toMatch(/^Theme/);
    expect(theme!.phrases.length).toBeGreaterThan(2);
    expect(theme!.words.length).toBe(10);
  });

  it("names a theme by two headings where one names few of its papers, the commoner first", () => {
    const about = (id: string, subject: string): Paper => ({
      id,
      title: `A study of ${subject}`,
      abstract: `Robots learn ${subject} slowly, and robots forget it.`,
    });
    const subjects = ["robotic manipulation", "imitation learning", "legged locomotion"];
    const robots = [9, 8, 7].flatMap((papers, s) =>
      Array.from({ length: papers }, (_, i) => about(`r${s}${i}`, subjects[s]!)),
    );
    const cooks = Array.from({ length: 24 }, (_, i) => ({
      id: `c${i}`,
      title: `Sourdough bread in ${i} hours`,
      abstract:
        "Flour, water and salt rise overnight; sourdough bread is baked in a hot oven until the crust is brown.",
    }));
    const labels = discoverThemes([...robots, ...cooks], { k: 2 }).themes.map(({ label }) => label);
    expect(labels).toContain("robotic manipulation and imitation learning");
    expect(labels).toContain("sourdough bread");
  });

  it("names by the longer phrase that a phrase always stands in, with a hyphen or an of as well", () => {
    const bakers = Array.from({ length: 14 }, (_, i) =>
      paperOf(`b${i}`, `Sourdough bread in ${i} hours`, "Flour, water and salt rise overnight in a warm kitchen."),
    );
    const phrasesOf = (sentences: readonly string[]): string[] => {
      const papers = Array.from({ length: 14 }, (_, i) =>
        paperOf(`a${i}`, `Wings, part ${i}`, `${sentences[i % sentences.length]!} Wings are tested in tunnels.`),
      );
      const { themes } = discoverThemes([...papers, ...bakers], { k: 2 });
      const theme = themes.find(({ paperIds }) => paperIds.includes("a0"))!;
      return theme.phrases.map(({ phrase }) => phrase);
    };
    const layers = phrasesOf([
      "We solve the boundary-layer equations.",
      "The boundary layer equations are stiff.",
      "Here boundary-layer equations hold.",
    ]);
    expect(layers).toContain("boundary-layer equations");
    expect(layers).not.toContain("layer equations");
    const angles = phrasesOf(["We fly at zero angle of attack.", "Lift grows with the angle of attack."]);
    expect(angles).toContain("angle of attack");
    expect(angles).not.toContain("attack");
    // What now and then stands in a longer phrase, or in several, is a term of its own.
    const terms = phrasesOf([
      "We see a vortex street.",
      "We see a turbulent vortex street.",
      "The vortex street is short.",
    ]);
    expect(terms).toContain("vortex street");
    const several = phrasesOf(["The inner vortex street.", "The outer vortex street.", "A laminar vortex street."]);
    expect(several).toContain("vortex street");
  });

  describe("names by what a group means", () => {
    const bakers = Array.from({ length: 14 }, (_, i) =>
      paperOf(`b${i}`, `Sourdough bread in ${i} hours`, "Flour, water and salt rise overnight in a warm kitchen."),
    );
    const themeOf = (sentences: readonly string[]) => {
      const courts = sentences.map((sentence, i) => paperOf(`a${i}`, `Part ${i}`, sentence));
      const { themes } = discoverThemes([...courts, ...bakers], { k: 2 });
      return themes.find(({ paperIds }) => paperIds.includes("a0"))!;
    };
    const repeated = (sentence: string, times: number) => Array.from({ length: times }, () => sentence);

    it("the longer phrase that most papers with the shorter hold, not one of few", () => {
      const some = repeated("Judges try judgment prediction.", 4);
      const most = themeOf([...some, ...repeated("Judges like legal judgment prediction.", 10)]);
      expect(most.label).toBe("legal judgment prediction");
      const few = themeOf([...some, ...some, ...some, ...repeated("Judges like legal judgment prediction.", 5)]);
      expect(few.label).toBe("judgment prediction");
    });

    it("two headings of different words: no molecules beside molecular things", () => {
      const { label } = themeOf([
        ...repeated("We draw molecular structures.", 5),
        ...repeated("We weigh heavy molecules.", 4),
        ..."light heat sound waves colours odours".split(" ").map((matter) => `We watch ${matter} part by part.`),
      ]);
      expect(label).toBe("molecular structures");
    });

    it("one form of a word that has a Latin plural or ends in s", () => {
      const { phrases } = themeOf([
        ...repeated("Judges know social bias and a mass spectrum.", 7),
        ...repeated("Judges know social biases and mass spectra.", 7),
      ]);
      const found = phrases.map(({ phrase }) => phrase);
      expect(found.filter((phrase) => /bias/.test(phrase))).toHaveLength(1);
      expect(found.filter((phrase) => /spectr/.test(phrase))).toHaveLength(1);
    });

    it("words that only begin alike by each of them", () => {
      const { phrases } = themeOf(
        repeated("The care is good, and the cars are fast. A plan is made. The plane is late.", 14),
      );
      const found = phrases.map(({ phrase }) => phrase);
      expect(found).toEqual(expect.arrayContaining(["care", "cars", "plan", "plane"]));
    });

    it("a word that most papers hold by its two best kinds", () => {
      const kinds = [...repeated("We study adversarial attacks.", 7), ...repeated("We study jailbreak attacks.", 6)];
      const wars = "Moon Mars Venus Saturn Pluto Sun sea shore hills roads lakes coast"
        .split(" ")
        .map((place) => `On the ${place} the attacks come late.`);
      expect(themeOf([...wars, ...kinds]).label).toBe("adversarial and jailbreak attacks");
      expect(themeOf([...wars, ...kinds.slice(3, 11)]).label).toBe("attacks");
    });

    it("a second term in full where its acronym would say little", () => {
      const { label } = themeOf([
        ...repeated("We train sparse autoencoders.", 6),
        ...repeated("We do mechanistic interpretability (MI).", 5),
        ..."light heat sound waves colours odours".split(" ").map((matter) => `We watch ${matter} part by part.`),
      ]);
      expect(label).toBe("sparse autoencoders and mechanistic interpretability");
    });

    it("no unit of measure and nothing that belongs to another", () => {
      const { phrases } = themeOf(repeated("The dose was 10 microg. kg-1 for rats. A rat's decision is quick.", 14));
      const found = phrases.map(({ phrase }) => phrase);
      expect(found).not.toContain("kg-1");
      expect(found).not.toContain("rat's decision");
    });
  });

  it("names things rather than what is said of them: no adjective for its noun, and measurements last", () => {
    const tools = "arms grippers hands belts cranes drills lathes mills presses saws lifts carts".split(" ");
    const robots = tools.map((tool, i) =>
      paperOf(
        `r${i}`,
        `Welding ${i}`,
        `Collaborative ${tool} ease collaboration. We see harbour images and a Dice score.`,
      ),
    );
    const bakers = Array.from({ length: 12 }, (_, i) =>
      paperOf(`b${i}`, `Sourdough bread in ${i} hours`, "Flour, water and salt rise overnight in a warm kitchen."),
    );
    const { themes } = discoverThemes([...robots, ...bakers], { k: 2 });
    const found = themes.find(({ paperIds }) => paperIds.includes("r0"))!.phrases.map(({ phrase }) => phrase);
    expect(found).toContain("collaboration");
    expect(found).not.toContain("collaborative");
    expect(found.indexOf("harbour images")).toBeLessThan(found.indexOf("Dice score"));
  });

  it("names by what stands in titles rather than by what papers only say, and by no phrase cut at its beginning", () => {
    const bakers = Array.from({ length: 16 }, (_, i) =>
      paperOf(`b${i}`, `Sourdough bread in ${i} hours`, "Flour, water and salt rise overnight in a warm kitchen."),
    );
    const nameOf = (titles: readonly string[], abstracts: readonly string[]): string => {
      const papers = Array.from({ length: 16 }, (_, i) =>
        paperOf(`t${i}`, titles[i] ?? `On the way, ${i}`, abstracts[i % abstracts.length]!),
      );
      const { themes } = discoverThemes([...papers, ...bakers], { k: 2 });
      return themes.find(({ paperIds }) => paperIds.includes("t0"))!.label;
    };
    const said = "The confidence interval is wide.";
    const meant = `${said} Ships lower the blood pressure.`;
    expect(nameOf(["Blood pressure at sea"], [meant, meant, meant, said])).toBe("blood pressure");
    const kinds = ["search", "goal", "rule", "risk"].map((kind) => `We do ${kind} based testing.`);
    expect(nameOf(["Testing at sea"], kinds)).not.toMatch(/^based/);
  });

  it("lists one spelling of a phrase, British or American, with hyphen or without, and no part of another", () => {
    const own = ["We study # for driving.", "Here # helps cameras.", "A lidar needs # as well.", "On # and radar."];
    const fusion = Array.from({ length: 12 }, (_, i) => {
      const phrase = i % 2 === 0 ? "multi-modal behaviour fusion" : "multimodal behavior fusion";
      return paperOf(`m${i}`, phrase, `${own[i % 4]!.replace("#", phrase)} Sensors of cars are read.`);
    });
    const bandits = Array.from({ length: 12 }, (_, i) =>
      paperOf(`b${i}`, "Regret of contextual bandits", `The regret of bandits is bound ${own[i % 4]!.slice(0, 8)}.`),
    );
    const { themes } = discoverThemes([...fusion, ...bandits], { k: 2 });
    const found = themes.flatMap(({ phrases }) => phrases.map(({ phrase }) => phrase));
    expect(found.filter((phrase) => /fusion|modal/.test(phrase))).toStrictEqual(["multi-modal behaviour fusion"]);
  });

  it("keeps no abstract in the model beyond the representatives' sentences", () => {
    const kept = JSON.stringify(model.papers);
    expect(demonstration.some(({ abstract }) => kept.includes(abstract.slice(0, 40)))).toBe(false);
  });

  it("gives the same bits for the same seed, twenty times", () => {
    const few = demonstration.slice(0, 20);
    const bits = (): string => Buffer.from(serialize(discoverThemes(few, { k: 4, seed: 9 }))).toString("base64");
    const first = bits();
    for (let run = 1; run < 20; run += 1) expect(bits() === first).toBe(true);
  });

  it("does not change the papers", () => {
    const frozen = demonstration.slice(0, 30).map((paper) => Object.freeze({ ...paper }));
    expect(() => discoverThemes(Object.freeze(frozen), { k: 3 })).not.toThrow();
  });

  it("chooses k by itself and says why", () => {
    const auto = discoverThemes(demonstration);
    expect(auto.choice.auto).toBe(true);
    expect(auto.themes.length).toBe(auto.choice.k);
    expect(auto.choice.reason).toMatch(/modularity .*runner-up/);
    const fine = discoverThemes(demonstration, { granularity: 3 });
    expect(fine.choice.k).toBeGreaterThan(auto.choice.k);
  });

  it("finds by itself no more themes than different papers, be it one", () => {
    const copies = (texts: readonly string[]): Paper[] =>
      Array.from({ length: 15 }, (_, i) => paperOf(`p${i}`, texts[i % texts.length]!));
    const { themes, choice } = discoverThemes(copies(["Reward models"]));
    expect(themes.map(({ paperIds }) => paperIds.length)).toEqual([15]);
    expect(choice.reason).toContain("too alike to divide");
    expect(discoverThemes(copies(["Reward models", "Bandits"])).choice.candidates.map(({ k }) => k)).toEqual([2]);
  });

  it("gives cohesions of at most 1, also to themes of one text", () => {
    const twins = demonstration.slice(0, 20).flatMap((paper) => [paper, { ...paper, id: `${paper.id} again` }]);
    const { themes } = discoverThemes(twins, { k: 13, method: "kmeans" });
    expect(Math.max(...themes.map(({ cohesion }) => cohesion))).toBe(1);
  });

  it("offers communities and k-means as well", () => {
    for (const method of ["communities", "kmeans"] as const) {
      const other = discoverThemes(demonstration, { k: 10, method });
      expect(other.themes.length).toBe(10);
      expect(assignThemes(other, demonstration)).toEqual(other.assignments);
    }
  });

  it("takes the caller's names, and keeps its own where the hook gives none", () => {
    const named = discoverThemes(demonstration, {
      k: 3,
      name: ({ label, size }) => (size > 60 ? `Big: ${label}` : " "),
    });
    const plain = discoverThemes(demonstration, { k: 3 });
    named.themes.forEach(({ label, paperIds }, t) => {
      const own = plain.themes[t]!.label;
      expect(label).toBe(paperIds.length > 60 ? `Big: ${own}` : own);
    });
  });

  it("asks for no name of a theme that a definition names", () => {
    const asked: string[] = [];
    const seeds = [{ id: "rl", name: "Reinforcement learning", keywords: ["policy", "reward"] }];
    const { themes } = discoverThemes(demonstration, { k: 3, seeds, name: ({ label }) => void asked.push(label) });
    expect(themes[0]!.label).toBe("Reinforcement learning");
    expect(asked).toEqual(themes.slice(1).map(({ label }) => label));
  });

  it("refuses a name that is no text", () => {
    for (const wrong of [5, {}, ["a"]]) {
      expect(() => discoverThemes(demonstration, { k: 3, name: (() => wrong) as never })).toThrow(
        /expected `name` to be a function that gives a text or undefined, got/,
      );
    }
    expect(codeOf(() => discoverThemes(demonstration, { k: 3, name: (() => 5) as never }))).toBe("INVALID_OPTION");
    const unnamed = discoverThemes(demonstration, { k: 3, name: (() => null) as never });
    expect(unnamed.themes[0]!.label).not.toBe("");
  });

  it("reports each stage from 0 to 1, never backwards", () => {
    for (const method of ["consensus", "communities", "kmeans"] as const) {
      const told = new Map<string, number[]>();
      discoverThemes(demonstration.slice(0, 60), {
        method,
        onProgress: ({ stage, fraction }) => told.set(stage, [...(told.get(stage) ?? []), fraction]),
      });
      expect([...told.keys()]).toEqual(["vectors", "clusters", "labels"]);
      for (const fractions of told.values()) {
        expect([fractions[0], fractions.at(-1)]).toEqual([0, 1]);
        expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
      }
    }
    const stages = new Map<string, number>();
    sweepThemes(demonstration.slice(0, 40), {
      from: 2,
      to: 3,
      onProgress: ({ stage, fraction }) => stages.set(stage, fraction),
    });
    expect([...stages]).toEqual([
      ["vectors", 1],
      ["clusters", 1],
    ]);
  });

  it("reports progress and stops when the signal is aborted", () => {
    const stages = new Set<string>();
    const abort = new AbortController();
    const code = codeOf(() =>
      discoverThemes(demonstration, {
        k: 5,
        signal: abort.signal,
        onProgress: ({ stage, fraction }) => {
          stages.add(stage);
          if (stage === "clusters" && fraction > 0.6) abort.abort();
        },
      }),
    );
    expect(code).toBe("ABORTED");
    expect([...stages]).toEqual(["vectors", "clusters"]);
  });
});

describe("discoverThemes(papers, { seeds })", () => {
  it("keeps the given themes with their ids and names and finds others beside them", () => {
    const seeds = [
      { id: "bandits", name: "Bandits", description: "Regret bounds for multi-armed bandits." },
      { id: "rlhf", name: "RLHF", description: "Reward models learned from human preference comparisons." },
    ];
    const seeded = discoverThemes(demonstration, { k: 8, seeds });
    expect(seeded.themes.length).toBe(8);
    expect(seeded.themes.slice(0, 2).map(({ id, label }) => [id, label])).toEqual([
      ["bandits", "Bandits"],
      ["rlhf", "RLHF"],
    ]);
    const gold = new Map(demonstration.map((paper) => [paper.id, paper.themes]));
    const bandits = seeded.themes[0]!.paperIds;
    expect(bandits.filter((id) => gold.get(id)!.includes("bandits-theory")).length / bandits.length).toBeGreaterThan(
      0.6,
    );
    expect(assignThemes(seeded, demonstration)).toEqual(seeded.assignments);
  });

  it("refuses definitions without a name, with one id twice, or without a word that the papers know", () => {
    const seed = { id: "a", name: "reward" };
    for (const seeds of [[{ id: "a", name: "" }], [seed, seed], [{ id: "b", name: "xyzzy" }]]) {
      expect(codeOf(() => discoverThemes(demonstration, { k: 5, seeds }))).toBe("INVALID_THEME");
    }
    expect(codeOf(() => discoverThemes(demonstration, { k: 1, seeds: [seed, { id: "b", name: "bandit" }] }))).toBe(
      "INVALID_OPTION",
    );
  });
});

describe("discoverThemes(papers, { vectors })", () => {
  const two = demonstration.slice(0, 20);
  const vectors = two.map((_, i) => (i % 2 === 0 ? [1, 0.1 * (i % 3)] : [0.1 * (i % 3), 1]));

  it("clusters by the caller's vectors alone or mixed with the words", () => {
    const alone = discoverThemes(two, { k: 2, vectors });
    const sides = alone.assignments.map(({ themes }) => themes[0]!.themeId);
    expect(
      clusteringScores(
        sides,
        two.map((_, i) => i % 2),
      ).ari,
    ).toBe(1);
    expect(assignThemes(alone, two, { vectors })).toEqual(alone.assignments);
    const mixed = discoverThemes(two, { k: 2, vectors, vectorsShare: 0.5 });
    expect(assignThemes(mixed, two, { vectors })).toEqual(mixed.assignments);
  });

  it("needs no vectors again for the papers of the model", () => {
    const alone = discoverThemes(two, { k: 2, vectors });
    expect(assignThemes(alone, two)).toEqual(alone.assignments);
    expect(assignThemes(alone, [two[7]!, two[2]!])).toEqual([alone.assignments[7], alone.assignments[2]]);
    expect(assignThemes(alone, [])).toEqual([]);
  });

  it("refuses vectors of another number or length, and assigning without them", () => {
    expect(codeOf(() => discoverThemes(two, { k: 2, vectors: vectors.slice(1) }))).toBe("INVALID_OPTION");
    expect(codeOf(() => discoverThemes(two, { k: 2, vectors: [...vectors.slice(1), [1]] }))).toBe("INVALID_OPTION");
    expect(codeOf(() => discoverThemes(two, { k: 2, vectors: [...vectors.slice(1), [Number.NaN, 1]] }))).toBe(
      "INVALID_OPTION",
    );
    const alone = discoverThemes(two, { k: 2, vectors });
    const [more] = demonstration.slice(20);
    expect(codeOf(() => assignThemes(alone, [...two, more!]))).toBe("INVALID_OPTION");
    expect(codeOf(() => assignThemes(alone, two, { vectors: two.map(() => [1]) }))).toBe("INVALID_OPTION");
  });
});

describe("discoverThemes: papers that are few, alike, empty or wrong", () => {
  const reward = (id: string): Paper => paperOf(id, "Reward models", "Reward models learn from preferences.");

  it("refuses an empty collection", () => {
    expect(codeOf(() => discoverThemes([]))).toBe("EMPTY_CORPUS");
  });

  it("makes one theme of one paper", () => {
    const one = discoverThemes([reward("only")]);
    expect(one.themes.length).toBe(1);
    expect(one.themes[0]!.paperIds).toEqual(["only"]);
    expect(assignThemes(one, [reward("only")])).toEqual(one.assignments);
  });

  it("makes one theme of two identical papers and refuses two", () => {
    expect(discoverThemes([reward("a"), reward("b")]).themes[0]!.paperIds).toEqual(["a", "b"]);
    expect(codeOf(() => discoverThemes([reward("a"), reward("b")], { k: 2 }))).toBe("TOO_FEW_PAPERS");
  });

  it("refuses more themes than papers", () => {
    expect(codeOf(() => discoverThemes([reward("a"), paperOf("b", "Bandits")], { k: 3 }))).toBe("TOO_FEW_PAPERS");
  });

  it("takes a one-word abstract, and gives an empty paper no theme", () => {
    const papers = [...demonstration.slice(0, 30), paperOf("word", "", "reward"), paperOf("empty", "")];
    const few = discoverThemes(papers, { k: 3 });
    expect(few.assignments[30]!.themes.length).toBeGreaterThan(0);
    expect(few.assignments[31]).toEqual({ paperId: "empty", themes: [] });
    expect(assignThemes(few, papers)).toEqual(few.assignments);
  });

  it("takes null and absent fields as empty", () => {
    const bare = { id: "bare", title: "Reward models", abstract: null, date: null } as unknown as Paper;
    expect(
      discoverThemes([bare, ...demonstration.slice(0, 10)], { k: 2 }).assignments[0]!.themes.length,
    ).toBeGreaterThan(0);
  });

  it("says when only stop words are left, in words of the one who asked", () => {
    const bare = [paperOf("a", "the of and"), paperOf("b", "to be or not to be")];
    expect(codeOf(() => discoverThemes(bare))).toBe("EMPTY_VOCABULARY");
    expect(() => discoverThemes(bare)).toThrow(/^discoverThemes: expected words that 1 or more of 2 papers have/);
    expect(() => sweepThemes(bare)).toThrow(/^sweepThemes: expected words/);
    const apart = Array.from({ length: 20 }, (_, i) => paperOf(`p${i}`, `qx${String.fromCharCode(97 + i)}zk`));
    expect(() => discoverThemes(apart)).toThrow(/words that 2 or more of 20 papers have/);
  });

  it("tells two papers apart", () => {
    for (const pair of [demonstration.slice(0, 2), [demonstration[20]!, demonstration[70]!]]) {
      const found = discoverThemes(pair, { k: 2 });
      expect(found.themes.map(({ paperIds }) => paperIds)).toEqual(pair.map(({ id }) => [id]));
      expect(assignThemes(found, pair)).toEqual(found.assignments);
      expect(updateThemes(found, demonstration.slice(30, 33)).model.papers).toHaveLength(5);
    }
    expect(codeOf(() => discoverThemes([reward("a"), reward("b")], { k: 2 }))).toBe("TOO_FEW_PAPERS");
  });

  it("refuses repeated ids, things that are no papers, and unknown or impossible options", () => {
    expect(codeOf(() => discoverThemes([reward("a"), reward("a")]))).toBe("DUPLICATE_PAPER_ID");
    for (const wrong of [null, 7, "text", {}, { id: "" }, { id: "a", title: 3 }]) {
      expect(codeOf(() => discoverThemes([wrong as never]))).toBe("INVALID_PAPER");
    }
    for (const options of [
      { k: Number.NaN },
      { k: 0 },
      { k: 2.5 },
      { seed: -1 },
      { method: "lda" },
      { granularity: 0 },
      { K: 3 },
    ]) {
      expect(codeOf(() => discoverThemes(demonstration, options as never))).toBe("INVALID_OPTION");
    }
  });

  it("suggests the option that was meant", () => {
    expect(() => discoverThemes(demonstration, { granulariy: 2 } as never)).toThrow(/Did you mean `granularity`/);
  });

  it("keeps ids such as __proto__ and constructor apart", () => {
    const papers = demonstration
      .slice(0, 12)
      .map((paper, i) => ({ ...paper, id: ["__proto__", "constructor", "toString"][i] ?? paper.id }));
    const odd = discoverThemes(papers, { k: 2 });
    expect(odd.assignments.map(({ paperId }) => paperId)).toEqual(papers.map(({ id }) => id));
    expect(assignThemes(odd, papers)).toEqual(odd.assignments);
  });
});

describe("assignThemes(model, papers)", () => {
  const same = (other: ThemeModel): void => expect(assignThemes(other, demonstration)).toEqual(model.assignments);

  it("gives the fitted papers what the fit gave them, before and after saving, in any company", () => {
    same(model);
    same(structuredClone(model));
    same(deserialize(serialize(model)) as ThemeModel);
    fc.assert(
      fc.property(
        fc.subarray(
          demonstration.map((_, i) => i),
          { minLength: 1 },
        ),
        (chosen) => {
          expect(
            assignThemes(
              model,
              chosen.map((i) => demonstration[i]!),
            ),
          ).toEqual(chosen.map((i) => model.assignments[i]));
        },
      ),
      { numRuns: 20 },
    );
  });

  it("gives new papers the theme of their like", () => {
    const [assigned] = assignThemes(model, [
      paperOf(
        "new",
        "Sublinear regret for linear bandits",
        "We bound the regret of an optimistic algorithm for pulling arms of a linear bandit.",
      ),
    ]);
    const theme = model.themes.find(({ id }) => id === assigned!.themes[0]!.themeId)!;
    const gold = demonstration.filter(({ id }) => theme.paperIds.includes(id)).flatMap(({ themes }) => themes);
    expect(gold.filter((id) => id === "bandits-theory").length).toBeGreaterThan(theme.paperIds.length / 2);
  });

  it("asks for the caller's analyzer again", () => {
    const analyzer = {
      terms: (text: string) =>
        text
          .toLowerCase()
          .split(/\W+/)
          .filter((word) => word.length > 3),
    };
    const own = discoverThemes(demonstration, { k: 4, analyzer });
    const elsewhere = structuredClone(own);
    expect(assignThemes(elsewhere, demonstration)).toEqual(own.assignments);
    const fresh = paperOf("new", "Reward models");
    expect(codeOf(() => assignThemes(elsewhere, [...demonstration, fresh]))).toBe("MODEL_FORMAT");
    expect(assignThemes(elsewhere, demonstration, { analyzer })).toEqual(own.assignments);
    expect(assignThemes(own, demonstration, { analyzer })).toEqual(own.assignments);
  });
});

describe("papersBetween(model)", () => {
  it("lists the papers whose two best themes are nearly even, closest first", () => {
    const between = papersBetween(model);
    expect(between.length).toBeGreaterThan(0);
    for (const { paperId, themeIds, margin } of between) {
      const { themes } = model.assignments.find((assignment) => assignment.paperId === paperId)!;
      expect(themes.slice(0, 2).map(({ themeId }) => themeId)).toEqual(themeIds);
      expect(themes[0]!.score - themes[1]!.score).toBe(margin);
    }
    expect(between.map(({ margin }) => margin)).toEqual(between.map(({ margin }) => margin).sort((a, b) => a - b));
  });
});

describe("sweepThemes(papers, { from, to })", () => {
  it("measures each number of themes and suggests the one of highest modularity", () => {
    const few = demonstration.slice(0, 60);
    const { rows, suggested, reason } = sweepThemes(few, { from: 2, to: 6 });
    expect(rows.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6]);
    const best = rows.reduce((a, b) => (b.modularity > a.modularity ? b : a));
    expect(suggested).toBe(best.k);
    expect(reason).toContain("runner-up");
    for (const row of rows) {
      expect(Math.abs(row.stability)).toBeLessThanOrEqual(1);
      expect(Math.abs(row.coherence)).toBeLessThanOrEqual(1);
      expect(row.diversity).toBeGreaterThan(0);
    }
    expect(sweepThemes(few, { from: 2, to: 6 }).rows).toEqual(rows);
  });

  it("measures by the method asked for, and by the caller's vectors", () => {
    const few = demonstration.slice(0, 60);
    const vectors = few.map(({ themes: [first] }, i) =>
      Array.from({ length: 12 }, (_, d) => (d === gold.indexOf(first!) ? 1 : 0) + (((7 * i + d) % 5) - 2) / 20),
    );
    const groups = new Set(few.map(({ themes: [first] }) => first)).size;
    for (const method of ["consensus", "communities", "kmeans"] as const) {
      const { rows } = sweepThemes(few, { from: 2, to: 4, method });
      expect(rows.map(({ k }) => k)).toEqual([2, 3, 4]);
      for (const { stability } of rows) expect(stability).toBeGreaterThan(0);
      const byVectors = sweepThemes(few, { from: groups, to: groups, method, vectors, vectorsShare: 1 });
      expect(byVectors.rows[0]!.stability).toBeGreaterThan(0.9);
      const found = discoverThemes(few, { k: groups, method, vectors, vectorsShare: 1 });
      const first = found.assignments.map(({ themes }) => themes[0]!.themeId);
      expect(
        clusteringScores(
          first,
          few.map((paper) => paper.themes[0]!),
        ).nmi,
      ).toBeGreaterThan(0.9);
    }
  });

  it("refuses a range that is none", () => {
    expect(codeOf(() => sweepThemes(demonstration, { from: 9, to: 3 }))).toBe("INVALID_OPTION");
    expect(codeOf(() => sweepThemes(demonstration, { to: 500 }))).toBe("INVALID_OPTION");
  });
});
