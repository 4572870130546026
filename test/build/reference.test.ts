import { describe, expect, it } from "vitest";
import { originOf, parseReference } from "../../extension/deploy/build/reference";

const digest = `sha256:${"0f".repeat(32)}`;

describe("an image's name", () => {
  it.each([
    ["nginx", { registry: "docker.io", repository: "library/nginx", tag: "latest" }],
    ["nginx:1.29", { registry: "docker.io", repository: "library/nginx", tag: "1.29" }],
    ["discourse/discourse:2026.1.4", { registry: "docker.io", repository: "discourse/discourse", tag: "2026.1.4" }],
    ["docker.io/nginx", { registry: "docker.io", repository: "library/nginx", tag: "latest" }],
    ["ghcr.io/owner/app:v1", { registry: "ghcr.io", repository: "owner/app", tag: "v1" }],
    ["localhost/app", { registry: "localhost", repository: "app", tag: "latest" }],
    ["127.0.0.1:5000/team/app:1", { registry: "127.0.0.1:5000", repository: "team/app", tag: "1" }],
    [`nginx@${digest}`, { registry: "docker.io", repository: "library/nginx", digest }],
    [`nginx:1.29@${digest}`, { registry: "docker.io", repository: "library/nginx", digest }],
  ])("%s is taken apart as Docker does", (text, expected) => {
    expect(parseReference(text)).toEqual(expected);
  });

  it.each(["", ":1", "Nginx", "a//b", "a/../b", "nginx@sha256:12", "host with space/app", "evil.example/../x:1"])(
    "%j is none",
    (text) => expect(parseReference(text)).toBeUndefined(),
  );
});

describe("a registry's address", () => {
  it.each([
    ["docker.io", "https://registry-1.docker.io"],
    ["ghcr.io", "https://ghcr.io"],
    ["127.0.0.1:5000", "http://127.0.0.1:5000"],
    ["localhost:5000", "http://localhost:5000"],
    ["127.0.0.1.example.com", "https://127.0.0.1.example.com"],
  ])("of %s is %s: without TLS on this machine alone", (registry, origin) => {
    expect(originOf(registry)).toBe(origin);
  });
});
