import { readFileSync } from "node:fs";
import { loadSpecification } from "../../../extension/sandbox/loadSpecification";
import { checkTemplate } from "../../../extension/targets/aws/specification/checkTemplate";
import type { Template } from "../../../extension/targets/aws/template";
import type { Checker } from "./checker";

/** AWS's published specification, as the product itself carries it: types, properties, required keys and value types. */
export function specification(): Checker {
  return {
    name: "AWS specification",
    batch: Number.POSITIVE_INFINITY,
    async check(files) {
      const published = loadSpecification();
      return {
        findings: [...files].flatMap(([manifest, file]) =>
          checkTemplate(JSON.parse(readFileSync(file, "utf8")) as Template, published).map(
            ({ logicalId, pointer, message }) => ({
              manifest,
              rule: "specification",
              message: `${message} (${pointer})`,
              resource: logicalId,
            }),
          ),
        ),
      };
    },
  };
}
