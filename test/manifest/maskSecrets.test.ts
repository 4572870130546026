import { describe, expect, it } from "vitest";
import { openManifest, toJson } from "../../extension/manifest/manifest";
import { maskJson, maskSecrets } from "../../extension/manifest/maskSecrets";

const web = (env: string): string => `name: shop
components:
  web:
    type: web
    image: shop:1 # as it is
    ${env}
`;

describe("masking what seems to be a secret", () => {
  it("takes the value out and leaves the rest of the text as it is", () => {
    expect(maskSecrets(openManifest(web("env: { MODE: live, DB_PASSWORD: hunter22 }")))).toBe(
      web('env: { MODE: live, DB_PASSWORD: "****" }'),
    );
  });

  it.each([
    ["in block style", "env:\n      API_TOKEN: abcdef123456"],
    ["quoted", 'env: { API_TOKEN: "abcdef123456" }'],
    [
      "over several lines",
      "env:\n      TLS_PRIVATE_KEY: |\n        abcdef123456\n        second line\n      MODE: live",
    ],
    ["by its form, whatever it is called", "env: { PLACE: postgres://shop:abcdef123456@db/shop }"],
    ["outside of variables", "command: [run, --key, AKIAABCDEFABCDEF1234]"],
    ["silenced", "env:\n      # stackwright-ignore secret-in-clear\n      API_TOKEN: abcdef123456"],
    ["behind an alias", "env: { MODE: &it abcdef123456, API_TOKEN: *it }"],
    ["merged in", "env:\n      <<: { API_TOKEN: abcdef123456 }"],
  ])("finds one %s", (_, env) => {
    const masked = maskSecrets(openManifest(web(env)));
    expect(masked).not.toMatch(/abcdef|ABCDEF/);
    expect(openManifest(masked).readable).toBe(true);
  });

  it("finds one in an environment", () => {
    const text = `${web("port: 80")}environments:\n  staging:\n    components:\n      web: { env: { API_TOKEN: abcdef123456 } }\n`;
    expect(maskSecrets(openManifest(text))).not.toContain("abcdef");
  });

  it.each(["env: { API_TOKEN: none }", `env: { DB_PASSWORD: "\${{ db.password }}" }`, "env: { TOKENS: many-of-them }"])(
    "leaves %s",
    (env) => {
      expect(maskSecrets(openManifest(web(env)))).toBe(web(env));
    },
  );

  it("keeps nothing of a text that cannot be read", () => {
    expect(maskSecrets(openManifest("components:\n  web: { env: { API_TOKEN: abcdef123456"))).toBe("");
  });

  it("is the same for the text and for what was read from it", () => {
    const manifest = openManifest(web("env: { MODE: live, DB_PASSWORD: hunter22, URL: https://a:bcd@e.f }"));
    const masked = openManifest(maskSecrets(manifest));
    expect(toJson(masked, masked.root)).toEqual(maskJson(toJson(manifest, manifest.root) ?? null));
  });
});
