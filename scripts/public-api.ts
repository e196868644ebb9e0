/** The public interface as text: every exported name with its declaration, without comments. */

import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

const entries = {
  themata: "index",
  "themata/formats": "formats/index",
  "themata/wink": "wink/index",
  "themata/node": "node/index",
};

/** One section for each entry point, names ascending. */
export function publicApi(): string {
  return Object.entries(entries)
    .map(([name, path]) => `# ${name}\n\n${declarationsOf(`src/${path}.ts`).join("\n\n")}\n`)
    .join("\n");
}

function declarationsOf(entry: string): string[] {
  const found = exportsOf(entry).sort((a, b) => (a.name < b.name ? -1 : 1));
  return found.map(({ name, path }) => declarationOf(name, path));
}

function declarationOf(name: string, path: string): string {
  const declared = declarations(path).get(name);
  if (declared !== undefined) return declared;
  const handedOn = exportsOf(path).find((exported) => exported.name === name);
  if (handedOn === undefined) throw new Error(`${path} does not declare ${name}.`);
  return declarationOf(name, handedOn.path);
}

function exportsOf(entry: string): { name: string; path: string }[] {
  const source = ts.createSourceFile(entry, readFileSync(entry, "utf8"), ts.ScriptTarget.ES2022, true);
  return source.statements.flatMap((statement) => {
    if (!ts.isExportDeclaration(statement) || !statement.exportClause || !ts.isNamedExports(statement.exportClause))
      return [];
    const path = join(dirname(entry), (statement.moduleSpecifier as ts.StringLiteral).text.replace(/\.js$/, ".ts"));
    return statement.exportClause.elements.map(({ name }) => ({ name: name.text, path }));
  });
}

const read = new Map<string, ReadonlyMap<string, string>>();

/** What a file declares, by name; overloads and a type of the same name joined. */
function declarations(path: string): ReadonlyMap<string, string> {
  const known = read.get(path);
  if (known !== undefined) return known;
  const options = { removeComments: true, isolatedDeclarations: true, target: ts.ScriptTarget.ES2022 };
  const { outputText } = ts.transpileDeclaration(readFileSync(path, "utf8"), {
    compilerOptions: options,
    fileName: path,
  });
  const file = ts.createSourceFile(path, outputText, ts.ScriptTarget.ES2022, true);
  const byName = new Map<string, string>();
  for (const statement of file.statements) {
    for (const name of namesOf(statement)) {
      byName.set(name, [byName.get(name), statement.getText(file)].filter(Boolean).join("\n"));
    }
  }
  read.set(path, byName);
  return byName;
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement))
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  if (
    ts.isFunctionDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isClassDeclaration(statement)
  ) {
    return statement.name === undefined ? [] : [statement.name.text];
  }
  return [];
}
