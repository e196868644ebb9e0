/** Which field of a paper a column of a table, a key of JSON or an element of XML is, by its name. */

/** A field that has a name of its own in files. */
export type NamedField =
  | "id"
  | "arxivId"
  | "title"
  | "abstract"
  | "date"
  | "authors"
  | "keywords"
  | "doi"
  | "venue"
  | "url";

/** A field and how well the name fits it: 0 is best. */
export interface FieldName {
  readonly field: NamedField;
  readonly rank: number;
}

/** Names from this rank on stand for a field only where a better one is missing. */
export const WEAK_RANK = 1000;

/** The rank of names that hold a word for the field among others. */
export const LIKELY_RANK = 999;

/** Names in lower case without punctuation, the best first; those after the bar are weak. */
const NAMES: { readonly [F in NamedField]: string } = {
  id:
    "ut id key citationkey recordid publicationid lensid eid pui uid utuniquewosid " +
    "uniquewosid pmid pubmedid accessionnumber identifier corpusid bibcode paperkey docid forum refid " +
    "recnumber articlenumber",
  arxivId: "arxivid arxiv",
  title:
    "title primarytitle maintitle fulltitle projecttitle titles " +
    "displayname ti t1 titel titre titulo titolo tytul タイトル 標題 題名 論文名 标题 题名 篇名 제목 название заглавие " +
    "| name headline heading",
  abstract:
    "abstract abstractnote abstracttext descriptionabstract abstracts summary " +
    "summaries ab n2 zusammenfassung kurzfassung resume resumen resumo sommario riassunto samenvatting streszczenie abstrakt " +
    "要旨 抄録 概要 摘要 文摘 초록 요약 аннотация реферат | description descriptions text body content",
  date:
    "date publicationdate dateofpublication datepublished publisheddate publishedat published pubdate dateissued issued " +
    "coverdate firstpublicationdate earliestdate year publicationyear pubyear publishedyear yearpublished yearofpublication py " +
    "jahr erscheinungsjahr datum annee ano anno fecha jaar rok 年 年份 出版年 発行年 发表时间 发表年份 연도 год " +
    "| createdat created submissiondate submitteddate pdate cdate",
  authors:
    "authors author authornames authorshipsauthordisplayname authorfullnames authorfullname authorlist authorstring contributorauthor au " +
    "creators creator autoren autor auteurs auteur autores autore autori verfasser 作者 著者 저자 авторы автор",
  keywords:
    "keywords authorkeywords keywordsdisplayname keyword manualtags tags de kw subjects subject freekeywords aikeywords " +
    "schlagworter schlagworte stichworter motscles palabrasclave palavraschave parolechiave trefwoorden キーワード 关键词 关键字 " +
    "키워드 ключевыеслова",
  doi: "doi digitalobjectidentifier electronicresourcenum di do",
  venue:
    "venue sourcetitle publicationtitle journal journalbook journaltitle journalname primarylocationsourcedisplayname publicationname " +
    "containertitle container fulljournalname booktitle conference conferencename journalconference proceedings so secondarytitle " +
    "zeitschrift revue revista rivista tijdschrift 期刊 刊名 来源 雑誌名 журнал | source",
  url:
    "url link externalurl primarylocationlandingpageurl landingpageurl urlabs pageurl weblink " +
    "uri 链接 | pdfurl urlpdf",
};

/** Words that make "… title" the title of something else, or "… abstract" something about the abstract. */
const NOT_THE_TITLE =
  /source|journal|publication|book|series|short|running|conference|container|host|secondary|alternat|meeting|id$/;
const NOT_THE_ABSTRACT = /url|link|id$|has|length|count|language|source|view|graphical|type/;

const KNOWN = new Map(
  (Object.entries(NAMES) as [NamedField, string][]).flatMap(([field, names]) =>
    names.split("|").flatMap((group, weak) => {
      const ranked = group.trim().split(" ");
      return ranked.map((name, i) => [plainName(name), { field, rank: weak * WEAK_RANK + i }] as const);
    }),
  ),
);

/** Names that were looked at, since each record of a file has the same ones. */
const SEEN = new Map<string, FieldName | undefined>();
const MOST_SEEN = 4096;

/** The field that a name stands for, or undefined: in any case, with or without accents, in twelve languages. */
export function fieldOfName(name: string): FieldName | undefined {
  if (SEEN.has(name)) return SEEN.get(name);
  const found = lookUp(name);
  if (SEEN.size < MOST_SEEN && name.length < 80) SEEN.set(name, found);
  return found;
}

function lookUp(name: string): FieldName | undefined {
  const plain = plainName(name);
  // Markup and code are no names; codes of two letters are too short to tell by themselves.
  if (/[{}@=<>]/.test(name)) return undefined;
  const entry =
    KNOWN.get(plain) ??
    KNOWN.get(plain.replace(/^(?:article|document|paper|item|work)(?=(?:id|key|title|abstract|doi|url|link)$)/, ""));
  const known =
    entry !== undefined && /^[a-z]\w$/.test(plain) ? { ...entry, rank: LIKELY_RANK + entry.rank / WEAK_RANK } : entry;
  // "English abstract", "Title (original)": worse than any name that we know, better than a weak one.
  const words = known === undefined && name.length < 32 ? (name.toLowerCase().match(/[a-z]+/g) ?? []) : [];
  if (words.some((word) => /^titles?$/.test(word)) && !NOT_THE_TITLE.test(plain))
    return { field: "title", rank: LIKELY_RANK };
  if (words.some((word) => /^abstracts?$/.test(word)) && !NOT_THE_ABSTRACT.test(plain)) {
    return { field: "abstract", rank: LIKELY_RANK };
  }
  return known;
}

/** A name in lower case without accents, punctuation, the prefix of a schema ("dc:") and marks of language ("[en]"). */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .replace(/^\W*(?:dc|dcterms|prism|bibo|schema)[.:]/, "")
    .replace(/\[[^\]]{0,20}\]\s*$/, "")
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}
