/** What an operation answers: text, numbers, flags, instants, lists and structures. Undefined members are left out. */
export type Output =
  | string
  | number
  | boolean
  | Date
  | undefined
  | readonly Output[]
  | { readonly [name: string]: Output };

// XML 1.0 has no way to write these, not even escaped. In this mode a lone surrogate is among them.
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
  // A parser would turn a bare carriage return into a line feed.
  "\r": "&#xD;",
};

export function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, "\ufffd").replace(/[&<>"'\r]/g, (character) => ESCAPES[character] ?? character);
}

function isList(value: Output): value is readonly Output[] {
  return Array.isArray(value);
}

function encodeValue(value: Exclude<Output, undefined>): string {
  if (value instanceof Date) {
    return value.toISOString();
  }
  if (isList(value)) {
    return value.map((item) => encodeElement("member", item)).join("");
  }
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([name, member]) => encodeElement(name, member))
      .join("");
  }
  return escapeXml(String(value));
}

function encodeElement(name: string, value: Output): string {
  return value === undefined ? "" : `<${name}>${encodeValue(value)}</${name}>`;
}

/** A successful answer of the Query protocol. `output` is undefined for operations that answer nothing. */
export function encodeAnswer(action: string, namespace: string, output: Output, requestId: string): string {
  const result = output === undefined ? "" : encodeElement(`${action}Result`, output);
  const metadata = encodeElement("ResponseMetadata", { RequestId: requestId });
  return `<${action}Response xmlns="${namespace}">${result}${metadata}</${action}Response>\n`;
}

export function encodeError(
  code: string,
  message: string,
  namespace: string,
  requestId: string,
  sender: boolean,
): string {
  const error = encodeElement("Error", { Type: sender ? "Sender" : "Receiver", Code: code, Message: message });
  return `<ErrorResponse xmlns="${namespace}">${error}${encodeElement("RequestId", requestId)}</ErrorResponse>\n`;
}
