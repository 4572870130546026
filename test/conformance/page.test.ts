import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { accepted } from "../../scripts/conformance/acceptedFindings";
import { page } from "../../scripts/conformance/page";
import { versions } from "../../scripts/conformance/versions";

it("docs/aws-findings.md says what the list says; npm run conformance -- --write makes it anew", () => {
  const written = readFileSync(join(__dirname, "..", "..", "docs", "aws-findings.md"), "utf8");
  expect(written).toBe(page(accepted, versions()));
});
