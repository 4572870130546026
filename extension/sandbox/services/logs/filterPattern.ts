import { CloudError } from "../../wire/cloudError";

/**
 * Reads CloudWatch's filter pattern for lines that are plain text: words that must all occur, `?word` of which one must,
 * `-word` that must not, `"a phrase"` and `%expression%`. A pattern for JSON (`{ … }`) or for columns (`[ … ]`) fits no
 * line of plain text. Throws a `CloudError` for one that cannot be read.
 * https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function readPattern(pattern: string | undefined): (text: string) => boolean {
  const trimmed = pattern?.trim() ?? "";
  if (/^[{[]/.test(trimmed)) {
    return () => false;
  }
  const expression = /^%(.*)%$/.exec(trimmed)?.[1];
  if (expression !== undefined) {
    const compiled = compile(expression);
    return (text) => compiled.test(text);
  }
  const terms = [...trimmed.matchAll(/([-?]?)(?:"((?:[^"\\]|\\.)*)"|([^\s"]+))/g)].map(
    ([, sign = "", quoted, plain = ""]) => ({ sign, word: quoted?.replace(/\\(.)/g, "$1") ?? plain }),
  );
  if ((trimmed.match(/(?<!\\)"/g)?.length ?? 0) % 2 === 1) {
    throw invalidPattern();
  }
  const some = terms.filter(({ sign }) => sign === "?");
  return (text) =>
    terms.every(({ sign, word }) => (sign === "?" ? true : text.includes(word) === (sign !== "-"))) &&
    (some.length === 0 || some.some(({ word }) => text.includes(word)));
}

function compile(expression: string): RegExp {
  try {
    return new RegExp(expression);
  } catch {
    throw invalidPattern();
  }
}

function invalidPattern(): CloudError {
  return new CloudError("InvalidParameterException", "Invalid filter pattern");
}
