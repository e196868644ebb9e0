import { describe, expect, it } from "vitest";
import { mergePapers, type Paper } from "../../src/index.js";

const paper = (id: string, title: string, more: Partial<Paper> & Record<string, unknown> = {}): Paper => ({
  id,
  title,
  abstract: "",
  ...more,
});

describe("mergePapers(lists)", () => {
  it("makes one record of those with one DOI, however it is written", () => {
    const { papers, merged } = mergePapers([
      [paper("a", "Night trains", { doi: "https://doi.org/10.5555/NIGHT.1" })],
      [paper("b", "Night trains.", { doi: "10.5555/night.1", abstract: "We ride." })],
    ]);
    expect(papers).toStrictEqual([
      paper("a", "Night trains", { abstract: "We ride.", doi: "https://doi.org/10.5555/NIGHT.1" }),
    ]);
    expect(merged).toStrictEqual([
      {
        id: "a",
        from: [
          { list: 0, id: "a" },
          { list: 1, id: "b" },
        ],
        because: ["doi"],
      },
    ]);
  });

  it("makes one record of a preprint and its later versions by the arXiv id", () => {
    const { papers, merged } = mergePapers([
      [paper("2401.01234", "An early title")],
      [paper("b", "The final title", { url: "https://arxiv.org/abs/2401.01234v3" })],
      [
        paper("c", "Another", { doi: "10.48550/arXiv.2401.01234" }),
        paper("d", "By field", { externalIds: { ArXiv: "2401.01234" } }),
      ],
    ]);
    expect(papers.map(({ id }) => id)).toStrictEqual(["2401.01234"]);
    expect(merged[0]?.because).toStrictEqual(["arxiv"]);
  });

  it("makes one record of those with one title and year, whatever the case, marks and markup", () => {
    const { papers, merged } = mergePapers([
      [paper("a", "Night Trains — and the Price of Sleep.", { date: "2023-05" })],
      [paper("b", "Night trains and the <i>price</i> of sleep", { date: "2023" })],
    ]);
    expect(papers).toHaveLength(1);
    expect(papers[0]?.date).toBe("2023-05");
    expect(merged[0]?.because).toStrictEqual(["title"]);
  });

  it("makes one record of those with and without accents", () => {
    const { papers } = mergePapers([
      [paper("a", "The Schrödinger equation on Erdős–Rényi graphs", { authors: ["Müller, A."] })],
      [paper("b", "THE SCHRODINGER EQUATION ON ERDOS-RENYI GRAPHS", { authors: ["Muller, A."] })],
    ]);
    expect(papers).toHaveLength(1);
  });

  it("completes a record by what another has", () => {
    const doi = "10.5555/9";
    const bare = { id: "a", title: "", abstract: null as never, doi };
    const full = {
      id: "b",
      title: "A title",
      abstract: "Text.",
      doi,
      date: "2021",
      authors: ["Ada Lee"],
      keywords: ["k"],
    };
    for (const lists of [[[bare], [full]], [[bare, full]]]) {
      expect(mergePapers(lists).papers).toStrictEqual([{ ...full, id: "a" }]);
    }
    expect(mergePapers([[full], [bare]]).papers).toStrictEqual([full]);
    expect(mergePapers([[bare], [{ ...bare, id: "b" }]]).papers).toStrictEqual([
      { id: "a", title: "", abstract: "", doi },
    ]);
  });

  it("keeps apart what year, authors or DOI tell apart", () => {
    const title = "A survey of the price of sleep";
    for (const [first, second] of [
      [{ date: "2020" }, { date: "2023" }],
      [{ authors: ["Ada Example"] }, { authors: ["Zoe Other"] }],
      [{ doi: "10.5555/1" }, { doi: "10.5555/2" }],
    ]) {
      expect(mergePapers([[paper("a", title, first)], [paper("b", title, second)]]).papers).toHaveLength(2);
    }
  });

  it("takes the DOI of a preprint server for one more of the same paper", () => {
    const title = "A survey of the price of sleep";
    const lists = [[paper("a", title, { doi: "10.1101/2020.01.01.1" })], [paper("b", title, { doi: "10.5555/2" })]];
    expect(mergePapers(lists).papers).toHaveLength(1);
  });

  describe("of a preprint and its publication", () => {
    const title = "A survey of the price of sleep";
    const abstract =
      "We ask four hundred travellers what a night of sleep is worth to them, and compare their answers with the fares " +
      "that they paid. Those who sleep badly pay more. A model of choice explains two thirds of the difference.";
    const revised = `${abstract.replace("four hundred", "nine hundred")} We discuss what railways can learn from it.`;
    const authors = ["Ada Example", "Bo Other"];
    const preprint = { date: "2020-11", doi: "10.48550/arXiv.2011.01234", abstract, authors };
    const publication = { date: "2021", doi: "10.5555/2", abstract: revised, authors };
    const count = (...records: (Partial<Paper> & { title?: string })[]): number =>
      mergePapers(records.map((record, i) => [paper(`${i}`, title, record)])).papers.length;

    it("makes one record although the year is another", () => {
      const { papers, merged } = mergePapers([[paper("a", title, preprint)], [paper("b", title, publication)]]);
      expect(papers).toStrictEqual([paper("a", title, { ...preprint, abstract: revised })]);
      expect(merged[0]?.because).toStrictEqual(["title"]);
      const byUrl = { date: "2020", url: "https://arxiv.org/abs/2011.01234", abstract, authors };
      expect(count(publication, byUrl)).toBe(1);
      expect(count({ ...publication, doi: null, venue: "Proceedings of Rest" }, byUrl)).toBe(1);
      expect(count({ ...preprint, doi: "10.1101/2020.11.02.1" }, publication)).toBe(1);
      expect(count({ ...preprint, title: "Sleep" }, { ...publication, title: "Sleep" })).toBe(1);
    });

    it("keeps apart what is another text, of other authors, or no preprint", () => {
      const other = "The report of this year lists the fares of all night trains, and the hours at which they run.";
      expect(count(preprint, { ...publication, abstract: other })).toBe(2);
      expect(count(preprint, { ...publication, abstract: "" })).toBe(2);
      expect(count(preprint, { ...publication, authors: ["Zoe Third"] })).toBe(2);
      expect(count(preprint, { ...publication, authors: [] })).toBe(2);
      expect(count({ ...preprint, doi: null }, publication)).toBe(2);
      expect(count({ ...preprint, doi: "10.5555/1" }, publication)).toBe(2);
      expect(count(preprint, { ...publication, doi: "10.48550/arXiv.2101.04321" })).toBe(2);
      expect(count({ ...preprint, title: "Editorial" }, { ...publication, title: "Editorial" })).toBe(2);
    });

    it("does not join two publications by their preprint", () => {
      const later = { ...publication, date: "2022", doi: "10.5555/3" };
      expect(count(preprint, publication, later)).toBe(2);
      expect(count(publication, preprint, later)).toBe(2);
      expect(count({ ...preprint, date: null }, publication, later)).toBe(2);
    });
  });

  it("trusts a short title with the year alone, and a generic one with an author as well", () => {
    const count = (title: string, first: Partial<Paper>, second: Partial<Paper>): number =>
      mergePapers([[paper("a", title, first)], [paper("b", title, second)]]).papers.length;
    expect(count("Go-Explore", {}, {})).toBe(2);
    expect(count("Go-Explore", { date: "2020" }, {})).toBe(2);
    expect(count("Go-Explore", { date: "2020" }, { date: "2020-03" })).toBe(1);
    expect(count("Editorial", { date: "2020" }, { date: "2020" })).toBe(2);
    expect(
      count("Editorial", { date: "2020", authors: ["Ada Example"] }, { date: "2020", authors: ["Example, A."] }),
    ).toBe(1);
  });

  it("fills gaps, joins keywords, and takes the longer abstract and list of authors", () => {
    const { papers } = mergePapers([
      [paper("a", "T", { doi: "10.5555/1", abstract: "Short.", keywords: ["Trains"], date: "2023", shelf: 1 })],
      [
        paper("b", "U", {
          doi: "10.5555/1",
          abstract: "Not so short.",
          keywords: ["trains", "sleep"],
          date: "2023-05-17",
          authors: ["Ada Example"],
          venue: "V",
          shelf: 2,
          room: 4,
        }),
      ],
      [paper("c", "W", { doi: "10.5555/1", date: "2024-01-01", venue: "X" })],
    ]);
    expect(papers).toStrictEqual([
      paper("a", "T", {
        doi: "10.5555/1",
        abstract: "Not so short.",
        keywords: ["Trains", "sleep"],
        date: "2023-05-17",
        authors: ["Ada Example"],
        venue: "V",
        shelf: 1,
        room: 4,
      }),
    ]);
  });

  it("keeps the order and renames different papers of one id", () => {
    const { papers, merged, renamed } = mergePapers([
      [paper("paper-0001", "Of trains and other things"), paper("paper-0002", "Of sleep and other things")],
      [paper("paper-0001", "Of prices and other things")],
    ]);
    expect(papers.map(({ id }) => id)).toStrictEqual(["paper-0001", "paper-0002", "paper-0001~2"]);
    expect(merged).toStrictEqual([]);
    expect(renamed).toStrictEqual([{ list: 1, from: "paper-0001", to: "paper-0001~2" }]);
  });

  it("gives a list without doubles back as it is, and merges doubles within a list", () => {
    const list = [paper("a", "One long title of trains"), paper("b", "Another long title of trains")];
    expect(mergePapers([list])).toStrictEqual({ papers: list, merged: [], renamed: [] });
    expect(mergePapers([[...list, paper("c", "One long title of trains")]]).papers).toStrictEqual(list);
    expect(mergePapers([])).toStrictEqual({ papers: [], merged: [], renamed: [] });
  });

  it("never loses a record: every one is in the result or merged into it", () => {
    const lists = [0, 1, 2].map((l) =>
      Array.from({ length: 40 }, (_, i) =>
        paper(
          `${l}-${i}`,
          `The title number ${(i * 7 + l) % 50} of many`,
          i % 3 === 0 ? { doi: `10.5555/${(i + l) % 20}` } : {},
        ),
      ),
    );
    const { papers, merged } = mergePapers(lists);
    const inside = merged.reduce((sum, { from }) => sum + from.length - 1, 0);
    expect(papers.length + inside).toBe(120);
    expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length);
    expect(mergePapers(lists)).toStrictEqual(mergePapers(lists));
  });

  it("refuses what is no list of lists of papers", () => {
    expect(() => mergePapers([paper("a", "T")] as unknown as Paper[][])).toThrowError(/list of lists/);
    expect(() => mergePapers([[{ title: "x" } as Paper]])).toThrowError(/`id`/);
  });
});
