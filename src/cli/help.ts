/** The help of the program and of each verb. */

import { commonOptions, type OptionSpec } from "./option-spec.js";
import type { Style } from "./style.js";
import { padded, wrapped } from "./terminal-text.js";
import type { Verb } from "./verb.js";
import { verbs } from "./verbs.js";

const optionWidth = 24;

/** All verbs, and where to read on. */
export function programHelp(style: Style, columns: number): string {
  const names = verbs.map(({ name, summary }) => entry(name, summary, 11, style, columns));
  return [
    `${style.bold("themata")}: the themes of scientific papers`,
    "",
    style.bold("Usage"),
    "  themata FILES...           find the themes of papers",
    "  themata VERB FILES...      do something else with them",
    "  themata help VERB          options and examples of a verb",
    "",
    style.bold("Verbs"),
    ...names,
    "",
    style.bold("Examples"),
    ...verbs.flatMap(({ examples }) => examples.slice(0, 1).map((example) => exampleText(example, style))),
    "",
    style.bold("Input"),
    ...paragraph(
      "BibTeX, RIS, EndNote, MEDLINE, Web of Science, CSV, TSV, JSON, JSON Lines, the XML of arXiv, PubMed, DBLP, EndNote and " +
        "Zotero, and pages of titles and abstracts; also compressed with gzip. The format is told by the content. - or no file is stdin. " +
        "Several files are merged: one record for each paper.",
      columns,
    ),
    "",
    style.bold("Exit codes"),
    "  0  done",
    "  1  the input cannot be read, or allows no answer",
    "  2  the command line is wrong",
    "",
  ].join("\n");
}

/** One verb: usage, options, examples. */
export function verbHelp(verb: Verb, style: Style, columns: number): string {
  return [
    `${style.bold(`themata ${verb.name}`)}: ${verb.summary}`,
    "",
    style.bold("Usage"),
    `  themata ${verb.name} ${verb.words} [OPTIONS]`,
    "",
    ...verb.details.flatMap((details) => paragraph(details, columns)),
    "",
    style.bold("Options"),
    ...verb.options.map((option) => optionText(option, style, columns)),
    "",
    style.bold("Options of every verb"),
    ...commonOptions.map((option) => optionText(option, style, columns)),
    "",
    style.bold("Examples"),
    ...verb.examples.map((example) => exampleText(example, style)),
    "",
  ].join("\n");
}

function optionText({ name, short, placeholder, meaning }: OptionSpec, style: Style, columns: number): string {
  const flags = `${short === undefined ? "    " : `-${short}, `}--${name}${placeholder === undefined ? "" : ` ${placeholder}`}`;
  return entry(flags, meaning, optionWidth, style, columns);
}

/** A name and, beside or under it, its meaning. */
function entry(name: string, meaning: string, width: number, style: Style, columns: number): string {
  const [first = "", ...rest] = wrapped(meaning, Math.max(20, columns - width - 4));
  const indent = " ".repeat(width + 4);
  const head = name.length > width ? `  ${style.accent(name)}\n${indent}` : `  ${style.accent(padded(name, width))}  `;
  return [head + first, ...rest.map((line) => indent + line)].join("\n");
}

function exampleText({ line, meaning }: Verb["examples"][number], style: Style): string {
  return `  ${line}\n      ${style.dim(meaning)}`;
}

function paragraph(text: string, columns: number): string[] {
  return wrapped(text, columns - 2).map((line) => `  ${line}`);
}
