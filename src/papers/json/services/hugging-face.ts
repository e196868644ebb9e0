/** The daily papers of Hugging Face. */

import { addressOf } from "../../fields/identifiers.js";
import { readable } from "../../markup/readable-text.js";
import { asText, asTexts, field, isObject } from "../json-value.js";
import { otherFields, type Service } from "./service.js";

export const huggingFace: Service = {
  matches: (record) => isObject(record["paper"]) && "title" in record["paper"],
  toDraft: (record) => {
    const paper = isObject(record["paper"]) ? record["paper"] : {};
    const id = asText(paper["id"]);
    return {
      id,
      title: readable(asText(paper["title"]) ?? asText(record["title"])),
      abstract: readable(asText(paper["summary"]) ?? asText(record["summary"])),
      date: asText(paper["publishedAt"]) ?? asText(record["publishedAt"]),
      authors: asTexts(paper["authors"], "name"),
      keywords: asTexts(field(paper, "ai_keywords")),
      url: addressOf("https://arxiv.org/abs/", id),
      extra: otherFields(paper, "summary", "publishedAt", "ai_keywords"),
    };
  },
};
