import { describe, expect, it } from "vitest";
import { exportAs, read, shop, told } from "../read";

const written = (components: string, rest?: string) => exportAs("terraform-heroku", read(shop(components, rest)));
const file = (components: string, name: string, rest?: string) => written(components, rest).files.get(name) ?? "";

const web = "web: { type: web, image: nginx, port: 80, connections: [db] }";
const db = "db: { type: postgres, version: '16.4' }";

describe("an app of Heroku in Terraform", () => {
  it("has an add-on for each store, under the word of the connection", () => {
    const text = file(`${web}\n${db}`, "addons.tf");
    expect(text).toContain('plan   = "heroku-postgresql:');
    expect(text).toContain('version = "16"');
    expect(text).toContain('resource "heroku_addon_attachment" "db"');
    expect(text).toContain('name     = "DB"');
  });

  it("takes Heroku's own word for a store where that is the one that is wanted, and makes that store first", () => {
    const named = web.replace("[db]", "{ db: { as: DATABASE }, other: { as: OTHER } }");
    const text = file(`${named}\n${db}\nother: { type: postgres }`, "addons.tf");
    expect(text).not.toContain('"heroku_addon_attachment" "db"');
    expect(text).toContain('"heroku_addon_attachment" "other"');
    expect(text).toContain("depends_on = [heroku_addon.db]");
  });

  it("leaves the URL to the attachment, and reads the rest out of it as secrets", () => {
    const text = file(`${web}\n${db}`, "config.tf");
    expect(text).not.toContain("DB_URL");
    expect(text).toMatch(/sensitive_vars = \{[^}]*DB_PASSWORD = local\.parts\.db\.password/);
    expect(text).toContain("values(heroku_addon.db.config_var_values)[0]");
  });

  it("asks for a secret that exists once, and makes up one that does not", () => {
    const secrets = "secrets: { KEY: { from: shop/key }, TOKEN: { generate: { length: 20 } } }";
    const exported = written(
      `web: { type: web, image: nginx, port: 80, ${secrets} }\njobs: { type: worker, image: nginx, secrets: { KEY: { from: shop/key } } }`,
    );
    expect(exported.variables.map(({ name }) => name)).toEqual(["HEROKU_API_KEY", "TF_VAR_shop_key"]);
    expect(exported.files.get("variables.tf")).toMatch(/variable "shop_key" \{[^}]*sensitive {3}= true/);
    expect(exported.files.get("config.tf")).toMatch(/"random_password" "web_token" \{\n {2}length {2}= 20/);
    expect(told(exported).join()).not.toContain("another component gives it another value");
  });

  it("tells of two components that give one name two values", () => {
    const both =
      "web: { type: web, image: nginx, port: 80, env: { MODE: a } }\njobs: { type: worker, image: nginx, env: { MODE: b } }";
    expect(told(written(both)).join("\n")).toContain("web.env.MODE: All processes share MODE");
  });

  it("builds images that exist out of a folder of its own, and others out of their repository", () => {
    const image = written(`${web}\n${db}`);
    expect(image.files.get("app/web/Dockerfile")).toBe("FROM nginx\n");
    expect(image.files.get("variables.tf")).toMatch(/"source_path" \{[^}]*default {5}= "app"/);
    const built = written("web: { type: web, build: ., port: 80 }");
    expect(built.files.get("variables.tf")).toMatch(/"source_path" \{[^}]*default {5}= "\.\."/);
    expect(built.next.join("\n")).toContain('cp -R app/. ".."');
  });

  it("has a domain with its certificate and the target of its DNS record", () => {
    const edge =
      "edge: { type: load-balancer, domain: shop.example.com, hostedZone: Z0123456789ABCDEFGHIJ, routes: [{ to: web }] }";
    const exported = written(`${edge}\nweb: { type: web, image: nginx, port: 80, env: { SITE: "\${{ edge.url }}" } }`);
    expect(exported.files.get("main.tf")).toContain('hostname = "shop.example.com"');
    expect(exported.files.get("main.tf")).toContain("acm    = true");
    expect(exported.files.get("outputs.tf")).toContain("heroku_domain.shop_example_com.cname");
    expect(exported.files.get("config.tf")).toContain('SITE = "https://shop.example.com"');
  });

  it("guards a protected app and a protected database against their end", () => {
    const guarded = db.replace("}", ", deletionProtection: true }");
    expect(file(`${web}\n${guarded}`, "addons.tf")).toContain("prevent_destroy = true");
    expect(file(`${web}\n${db}`, "main.tf")).not.toContain("prevent_destroy");
  });
});
