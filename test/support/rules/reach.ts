// What the browser has to load before a module runs: its static imports, and theirs. Types cost nothing, and
// what is imported with import() comes later.

import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import ts from 'typescript';
import { scriptOf, type SourceFile } from './files';

/** The files below the root that a file reaches, itself among them, and the packages. */
export function reachOf(path: string): { files: SourceFile[]; packages: Set<string> } {
  const files = new Map<string, SourceFile>();
  const packages = new Set<string>();
  const visit = (each: string): void => {
    if (files.has(each)) return;
    const file = { path: each, text: readFileSync(each, 'utf8') };
    files.set(each, file);
    if (!/\.(ts|svelte)$/.test(each)) return;
    for (const target of staticImports(file)) {
      if (target.startsWith('.')) visit(resolve(posix.join(posix.dirname(each), target)));
      else packages.add(target);
    }
  };
  visit(path);
  return { files: [...files.values()], packages };
}

/** Module names of the imports and exports that are there at run time. */
export function staticImports(file: SourceFile): string[] {
  return ts.createSourceFile(file.path, scriptOf(file), ts.ScriptTarget.ES2022).statements.flatMap((statement) => {
    const fetched =
      (ts.isImportDeclaration(statement) && !onlyTypes(statement.importClause)) ||
      (ts.isExportDeclaration(statement) && !statement.isTypeOnly);
    return fetched && statement.moduleSpecifier && ts.isStringLiteral(statement.moduleSpecifier) ? [statement.moduleSpecifier.text] : [];
  });
}

function onlyTypes(clause: ts.ImportClause | undefined): boolean {
  if (!clause || clause.name) return false;
  if (clause.phaseModifier === ts.SyntaxKind.TypeKeyword) return true;
  const { namedBindings } = clause;
  return namedBindings !== undefined && ts.isNamedImports(namedBindings) && namedBindings.elements.every((each) => each.isTypeOnly);
}

function resolve(path: string): string {
  return [`${path}.ts`, `${path}/index.ts`, path].find((candidate) => existsSync(candidate)) ?? path;
}
