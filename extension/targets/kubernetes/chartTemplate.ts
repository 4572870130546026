import { Document, parse, visit } from "yaml";
import type { Slot } from "./slots";

/** A template of a chart, from objects in which marks stand for values. What looks like an expression stays a text. */
export function chartTemplate(objects: readonly object[], slots: ReadonlyMap<string, Slot>, condition?: Slot): string {
  const template = objects
    .map(inLines)
    .join("---\n")
    .split("\n")
    .map((line) => templateLine(line, slots))
    .join("\n");
  return condition === undefined ? template : `{{- if ${valueAt(condition.path)} }}\n${template}{{- end }}\n`;
}

/** As `yamlText` prints it, but that a mark and the key of its text always stand in one line. */
function inLines(object: object): string {
  const document = new Document(object, { version: "1.1", aliasDuplicateObjects: false });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === "string" && node.value.includes("\n") && anyMark.test(node.value))
        node.type = "QUOTE_DOUBLE";
    },
  });
  return document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Number.POSITIVE_INFINITY });
}

const anyMark = /stackwright-slot-\d+-of-this-chart/;
/** A line whose whole value is a mark. */
const alone = new RegExp(`^\\s*(- )?([\\w./-]+: )?${anyMark.source}$`);
const allMarks = new RegExp(anyMark, "g");

function templateLine(written: string, slots: ReadonlyMap<string, Slot>): string {
  const line = written.replaceAll("{{", '{{ "{{" }}');
  const [mark, ...others] = line.match(allMarks) ?? [];
  const slot = mark === undefined ? undefined : slots.get(mark);
  if (mark === undefined || slot === undefined) return line;
  if (others.length > 0 || !alone.test(line)) return textLine(written, slots);
  const value = valueAt(slot.path);
  const [, indent = "", key = ""] = /^(\s*(?:- )?)([^:]+):/.exec(line) ?? [];
  const spaces = indent.length;
  switch (slot.kind) {
    case "flag":
      return line;
    case "number":
      return line.replace(mark, `{{ ${value} }}`);
    case "text":
      return line.replace(mark, `{{ ${value} | quote }}`);
    case "map":
      return `${indent}${key}:\n${" ".repeat(spaces + 2)}{{- toYaml ${value} | nindent ${spaces + 2} }}`;
    case "optional":
      return `${indent}{{- with ${value} }}\n${indent}${key}: {{ . | quote }}\n${indent}{{- end }}`;
    case "optionalMap":
      return `${indent}{{- with ${value} }}\n${indent}${key}:\n${indent}  {{- toYaml . | nindent ${spaces + 2} }}\n${indent}{{- end }}`;
  }
}

/** `.Values.web.image`; a name with a dash has to be asked for by a function. */
function valueAt(path: readonly string[]): string {
  if (path.every((step) => /^[A-Za-z]\w*$/.test(step))) return `.Values.${path.join(".")}`;
  return `(index .Values ${path.map((step) => JSON.stringify(step)).join(" ")})`;
}

/** A text with values in its midst, which Go's `printf` puts there: whatever they are, it stays one text. */
function textLine(line: string, slots: ReadonlyMap<string, Slot>): string {
  const [, start = "", scalar = ""] = /^(\s*(?:- )?[\w-]+: |\s*- )(.*)$/.exec(line) ?? [];
  const text = String(parse(scalar));
  const values = (text.match(allMarks) ?? []).map((mark) => valueAt(slots.get(mark)?.path ?? []));
  const format = text.replaceAll("%", "%%").replaceAll(allMarks, "%v");
  return `${start}{{ printf ${JSON.stringify(format)} ${values.join(" ")} | quote }}`;
}
