import { describe, expect, it } from "vitest";
import { markdownReport } from "../../extension/import/markdownReport";
import { bring } from "./bring";

const report = (text: string) =>
  markdownReport(bring({ "compose.yaml": text }), ({ file, line }) => `go:${file}:${line}`);

describe("the report of an import as a page", () => {
  it("lists what was made, and what was not under its reason, each with a link to its line", () => {
    const text = "services:\n  shop:\n    image: shop:1\n    ports: ['80:80']\n    cap_add: [SYS_NICE]\n";
    expect(report(text)).toBe(`# compose.yaml (Docker Compose) as a manifest

- **edge** (load-balancer)
- **shop** (web)

## Not in the manifest

- [compose.yaml:5](go:compose.yaml:5) **shop.cap\\_add** AWS Fargate adds no kernel capabilities.
`);
  });

  it("says so when all of it was carried over", () => {
    expect(report("services: { shop: { image: 'shop:1', ports: ['80:80'] } }\n")).toContain(
      "All of it is in the manifest.",
    );
  });

  it("says why there is no manifest", () => {
    const text = "services: { broker: { image: 'apache/kafka:3.9.0' } }\n";
    expect(report(text)).toMatch(/^# compose\.yaml cannot be imported\n\n.*Kafka/);
  });

  it("takes what a file says as text, and never as a link or as HTML", () => {
    const text = "services:\n  shop:\n    image: shop:1\n    '[x](command:run)<b>': 1\n";
    expect(report(text)).toContain("\\[x\\](command:run)\\<b\\>");
  });
});
