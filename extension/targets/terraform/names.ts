import type { Code } from "./hcl";
import { code } from "./hcl";

/** A name of a manifest, in which no underscore stands, as the name of a block; two of them never give the same. */
export const nameOf = (...words: readonly string[]): string =>
  words
    .join("_")
    .replaceAll(/[^A-Za-z\d]/g, "_")
    .toLowerCase();

/** `aws_vpc.main.id` */
export const attributeOf = (type: string, name: string, attribute: string): Code =>
  code(`${type}.${name}.${attribute}`);
