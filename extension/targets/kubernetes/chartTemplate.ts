import type { Slot } from "./slots";

/** A template of a chart, from a YAML text in which marks stand for values. What looks like an expression stays a text. */
export function chartTemplate(text: string, slots: ReadonlyMap<string, Slot>): string {
  return text
    .split("\n")
    .map((line) => templateLine(line.replaceAll("{{", '{{ "{{" }}'), slots))
    .join("\n");
}

function templateLine(line: string, slots: ReadonlyMap<string, Slot>): string {
  const [mark] = /stackwright-slot-\d+-of-this-chart/.exec(line) ?? [];
  const slot = mark === undefined ? undefined : slots.get(mark);
  if (mark === undefined || slot === undefined) return line;
  const value = valueAt(slot.path);
  const [, indent = "", key = ""] = /^(\s*(?:- )?)([^:]+):/.exec(line) ?? [];
  const spaces = indent.length;
  switch (slot.kind) {
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
