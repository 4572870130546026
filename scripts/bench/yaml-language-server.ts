import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

interface Position {
  readonly line: number;
  readonly character: number;
}

interface Item {
  readonly label: string;
  readonly detail?: string;
  readonly documentation?: string | { readonly value: string };
  readonly insertText?: string;
  /** 2: `insertText` is a snippet. */
  readonly insertTextFormat?: number;
  readonly sortText?: string;
  readonly filterText?: string;
  readonly textEdit?: {
    readonly newText: string;
    readonly range: { readonly start: Position; readonly end: Position };
  };
}

interface Service {
  configure(settings: object): void;
  doComplete(document: unknown, position: Position, isKubernetes: boolean): Promise<{ items: Item[] }>;
  doHover(document: unknown, position: Position): Promise<{ contents: string | { value: string } } | null>;
  doValidation(document: unknown, isKubernetes: boolean): Promise<{ message: string }[]>;
}

/** yaml-language-server in this process, with our published schema: the peer of the language rows. */
export function yamlLanguageServer(peers: string, schemaFile: string) {
  const require = createRequire(join(peers, "package.json"));
  const { getLanguageService } = require("yaml-language-server");
  const { SettingsState } = require("yaml-language-server/out/server/src/yamlSettings");
  const { TextDocument } = require("vscode-languageserver-textdocument");
  const schema = JSON.parse(readFileSync(schemaFile, "utf8"));
  const service: Service = getLanguageService({
    schemaRequestService: async () => JSON.stringify(schema),
    workspaceContext: { resolveRelativePath: (relative: string) => relative },
    yamlSettings: new SettingsState(),
    connection: { onRequest: () => undefined, onNotification: () => undefined },
  });
  service.configure({
    validate: true,
    hover: true,
    completion: true,
    schemas: [{ uri: "file:///stackwright.schema.json", fileMatch: ["*.yaml"], schema }],
    customTags: [],
    yamlVersion: "1.2",
  });
  // A new version for every call: what typing does.
  let version = 0;
  const open = (text: string) => TextDocument.create("file:///stackwright.yaml", "yaml", ++version, text);
  const labels = async (document: ReturnType<typeof open>, offset: number): Promise<string[]> =>
    (await service.doComplete(document, document.positionAt(offset), false)).items.map((item) => item.label);
  return {
    complete: (text: string, offset: number): Promise<string[]> => labels(open(text), offset),
    /** Asks of one version as often as the answer is called. */
    completeAgain(text: string): (offset: number) => Promise<string[]> {
      const document = open(text);
      return (offset) => labels(document, offset);
    },
    async hover(text: string, offset: number): Promise<string> {
      const document = open(text);
      const contents = (await service.doHover(document, document.positionAt(offset)))?.contents ?? "";
      return typeof contents === "string" ? contents : contents.value;
    },
    /** Whole items, with offsets for positions. */
    async items(text: string, offset: number) {
      const document = open(text);
      const { items } = await service.doComplete(document, document.positionAt(offset), false);
      return items.map((item) => {
        const { textEdit } = item;
        if (textEdit === undefined) return { ...item, textEdit: undefined };
        const range = {
          start: Number(document.offsetAt(textEdit.range.start)),
          end: Number(document.offsetAt(textEdit.range.end)),
        };
        return { ...item, textEdit: { newText: textEdit.newText, range } };
      });
    },
    async problems(text: string): Promise<string[]> {
      return (await service.doValidation(open(text), false)).map((problem) => problem.message);
    },
  };
}
