/** Articles and book chapters of PubMed's XML. */

import { addressOf, findDoi } from "../papers/fields/identifiers.js";
import { mostPreciseDate } from "../papers/fields/iso-date.js";
import type { Draft } from "../papers/reading/draft.js";
import { attributeOf, nodesAt, textAt, textOfNode, textsAt, type XmlNode } from "./xml-node.js";

/** The draft of a PubmedArticle or PubmedBookArticle. */
export function draftOfPubmed(record: XmlNode): Draft {
  const book = nodesAt(record, "BookDocument")[0];
  const citation = book ?? nodesAt(record, "MedlineCitation")[0];
  const article = book ?? nodesAt(citation, "Article")[0];
  const pmid = textAt(citation, "PMID");
  return {
    id: pmid,
    title:
      textAt(article, "ArticleTitle") ?? textAt(article, "VernacularTitle") ?? textAt(article, "Book", "BookTitle"),
    abstract: nodesAt(article, "Abstract", "AbstractText").map(sectionOf).join(" "),
    date: mostPreciseDate(datesOf(article)),
    authors: nodesAt(article, "AuthorList", "Author")
      .map(nameOf)
      .filter((name) => name !== ""),
    keywords: [
      ...textsAt(citation, "KeywordList", "Keyword"),
      ...textsAt(citation, "MeshHeadingList", "MeshHeading", "DescriptorName"),
    ],
    doi: doiOf(article, record),
    venue: textAt(article, "Journal", "Title") ?? textAt(article, "Book", "BookTitle"),
    url: addressOf("https://pubmed.ncbi.nlm.nih.gov/", pmid, "/"),
  };
}

/** A section of a structured abstract under its label: "METHODS: We ...". */
function sectionOf(section: XmlNode): string {
  const label = attributeOf(section, "Label");
  const text = textOfNode(section);
  return label === undefined || label === "UNLABELLED" ? text : `${label}: ${text}`;
}

function datesOf(article: XmlNode): string[] {
  const dates = [
    ...nodesAt(article, "Journal", "JournalIssue", "PubDate"),
    ...nodesAt(article, "ArticleDate"),
    ...nodesAt(article, "Book", "PubDate"),
  ];
  return dates.map((date) => {
    const parts = ["Year", "Month", "Day"].map((part) => textAt(date, part)).filter((part) => part !== undefined);
    return textAt(date, "MedlineDate") ?? parts.join(/^\d+$/.test(parts[1] ?? "") ? "-" : " ");
  });
}

function nameOf(author: XmlNode): string {
  const given = textAt(author, "ForeName") ?? textAt(author, "Initials");
  const family = textAt(author, "LastName") ?? textAt(author, "CollectiveName");
  return [given, family].filter((part) => part !== undefined).join(" ");
}

function doiOf(article: XmlNode, record: XmlNode): string | undefined {
  const locations = nodesAt(article, "ELocationID").filter((id) => attributeOf(id, "EIdType") === "doi");
  const ids = nodesAt(record, "PubmedData", "ArticleIdList", "ArticleId").filter(
    (id) => attributeOf(id, "IdType") === "doi",
  );
  return findDoi([...locations, ...ids].map(textOfNode)[0]);
}
