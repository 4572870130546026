import { describe, expect, it } from "vitest";
import { exportAs, read, shop, told } from "../read";

const written = (components: string, rest?: string) => exportAs("terraform-google", read(shop(components, rest)));
const file = (components: string, name: string, rest?: string) => written(components, rest).files.get(name) ?? "";

const web = "web: { type: web, image: nginx, port: 80, connections: [db] }";
const db = "db: { type: postgres, version: '16.4' }";

describe("an application on Google Cloud in Terraform", () => {
  it("has a service that only the load balancer reaches where a route leads to it, else only the network", () => {
    const edge = "edge: { type: load-balancer, routes: [{ to: web }] }";
    const text = file(
      `${edge}\nweb: { type: web, image: a, port: 80 }\napi: { type: web, image: b, port: 81 }`,
      "services.tf",
    );
    expect(text).toMatch(/service" "web" \{[^}]*INGRESS_TRAFFIC_INTERNAL_LOAD_BALANCER/);
    expect(text).toMatch(/service" "api" \{[^}]*INGRESS_TRAFFIC_INTERNAL_ONLY/);
  });

  it("puts what has a password in it into a secret, and lets that service alone read it", () => {
    const exported = written(`${web}\n${db}\nother: { type: worker, image: nginx }`);
    const text = exported.files.get("services.tf") ?? "";
    expect(text).toMatch(/web_env = \{[^}]*DB_HOST = google_sql_database_instance\.db\.private_ip_address/);
    expect(text).not.toMatch(/web_env = \{[^}]*DB_(PASSWORD|URL)/);
    expect(text).toContain("google_secret_manager_secret.db_url.secret_id");
    expect(exported.files.get("workers.tf")).not.toContain("secret");
  });

  it("asks for a secret that exists, without a default, and makes up one that does not", () => {
    const exported = written(
      "web: { type: web, image: nginx, port: 80, secrets: { KEY: { from: shop/key }, TOKEN: { generate: { length: 20 } } } }",
    );
    expect(exported.variables.map(({ name }) => name)).toEqual(["TF_VAR_project", "TF_VAR_shop_key"]);
    expect(exported.files.get("variables.tf")).toMatch(/"shop_key" \{[^}]*sensitive {3}= true/);
    expect(exported.files.get("secrets.tf")).toMatch(/"random_password" "web_token" \{\n {2}length {2}= 20/);
  });

  it("lets two services call each other", () => {
    const text = file(
      "one: { type: web, image: a, port: 80, connections: [two] }\ntwo: { type: web, image: b, port: 81, connections: [one] }",
      "services.tf",
    );
    expect(text).toContain('one = "shop-default-one-${data.google_project.this.number}.${var.region}.run.app"');
    expect(text).toMatch(/one_env = \{[^}]*TWO_URL {2}= "https:\/\/\$\{local\.hosts\.two\}"/);
    expect(text).toContain('egress = "ALL_TRAFFIC"');
  });

  it("gives an instance as long to start as Cloud Run allows, and tells of more", () => {
    const attempts = (seconds: number) => {
      const exported = written(`web: { type: web, image: nginx, port: 80, healthCheck: { gracePeriod: ${seconds}s } }`);
      const text = exported.files.get("services.tf") ?? "";
      const [, period, threshold] = /period_seconds +=? *(\d+)[\s\S]*?failure_threshold = (\d+)/.exec(text) ?? [];
      return { seconds: Number(period) * Number(threshold), told: told(exported).join() };
    };
    expect(attempts(60)).toMatchObject({ seconds: 75, told: "" });
    expect(attempts(600).seconds).toBe(240);
    expect(attempts(600).told).toContain("web.healthCheck.gracePeriod: Cloud Run gives an instance four minutes");
  });

  it("keeps names within what Google takes, and apart", () => {
    const long = `${"a".repeat(31)}: { type: web, image: nginx, port: 80 }`;
    const text = read(shop(long).replace("name: shop", `name: ${"n".repeat(40)}`));
    const services = exportAs("terraform-google", text).files.get("services.tf") ?? "";
    const names = [...services.matchAll(/^ +(account_id|name) += "([^"]+)"/gm)].map(([, kind, name = ""]) => [
      kind,
      name.length,
    ]);
    expect(names).toEqual([
      ["account_id", 30],
      ["name", 49],
    ]);
  });

  it("runs what has to run before a change, and waits for it", () => {
    const text = file("web: { type: web, image: nginx, port: 80, preDeploy: [bin/migrate] }", "services.tf");
    expect(text).toMatch(/v2_job" "web_pre_deploy" \{[\s\S]*args {2}= \["bin\/migrate"\]/);
    expect(text).toContain("gcloud run jobs execute ${google_cloud_run_v2_job.web_pre_deploy.name} --wait");
    expect(text).toMatch(/v2_service" "web" \{[^}]*depends_on {11}= \[terraform_data\.web_pre_deploy\]/);
  });

  it("creates a database's extensions before anything uses it", () => {
    const exported = written(`${web}\n${db.replace("}", ", extensions: [vector] }")}`);
    expect(exported.files.get("databases.tf")).toContain('CREATE EXTENSION IF NOT EXISTS \\"vector\\" CASCADE');
    expect(exported.files.get("services.tf")).toMatch(/depends_on.*terraform_data\.db_extensions/);
  });

  it("fetches images of other registries through a repository, and tells of those it cannot", () => {
    const exported = written(
      "web: { type: web, image: ghcr.io/team/app:1, port: 80 }\njobs: { type: worker, image: 111122223333.dkr.ecr.eu-west-1.amazonaws.com/app }\nhub: { type: worker, image: team/app }",
    );
    expect(exported.files.get("services.tf")).toContain('repository_id}/team/app:1"');
    expect(exported.files.get("images.tf")).toContain('uri = "https://ghcr.io"');
    expect(exported.files.get("workers.tf")).toContain('image = "team/app"');
    expect(told(exported).join("\n")).toContain("jobs.image: Cloud Run cannot read this registry.");
  });

  it("takes the next whole processor that has the memory", () => {
    const limits = (size: string) =>
      /cpu {4}= "(\d)"\n +memory = "(\w+)"/
        .exec(file(`web: { type: worker, image: nginx, ${size} }`, "workers.tf"))
        ?.slice(1);
    expect(limits("cpu: 0.25, memory: 512Mi")).toEqual(["1", "512Mi"]);
    expect(limits("cpu: 1, memory: 8Gi")).toEqual(["2", "8192Mi"]);
    expect(limits("cpu: 4, memory: 8Gi")).toEqual(["4", "8192Mi"]);
    expect(told(written("web: { type: worker, image: nginx, cpu: 16, memory: 64Gi }")).join()).toContain("at most 8");
  });
});

describe("the load balancer", () => {
  const two = "web: { type: web, image: a, port: 80 }\napi: { type: web, image: b, port: 81 }";
  const routes = (list: string) => file(`edge: { type: load-balancer, routes: [${list}] }\n${two}`, "load_balancer.tf");

  it("leads a path and all below it to its service, in the order of AWS", () => {
    const text = routes("{ to: web }, { to: api, path: /api }");
    expect(text).toContain('full_path_match = "/api"');
    expect(text).toContain('prefix_match = "/api/"');
    expect(text).toMatch(/path_matcher \{\n {4}name {12}= "hosts-1"\n {4}default_service = \S+\.web\.id/);
  });

  it("has the routes of every host behind those of a named one", () => {
    const text = routes("{ to: web }, { to: api, path: /api }, { to: api, path: /v2, host: a.example.com }");
    const matcher = text.slice(text.indexOf("path_matcher {"));
    expect(matcher.indexOf('"/v2"')).toBeLessThan(matcher.indexOf('"/api"'));
    expect(text).toMatch(/hosts {8}= \["a\.example\.com"\]\n {4}path_matcher = "hosts-1"/);
  });

  it("answers 404 where no route fits", () => {
    expect(routes("{ to: api, path: /api }")).toMatch(/abort \{\n +http_status = 404/);
    expect(routes("{ to: web }")).not.toContain("404");
  });

  it("has a certificate and leads to HTTPS where there is a domain, and neither where there is none", () => {
    const domain =
      "domain: shop.example.com, certificate: 'arn:aws:acm:eu-west-1:111122223333:certificate/12345678-1234-1234-1234-123456789012'";
    const secure = file(`edge: { type: load-balancer, ${domain}, routes: [{ to: web }] }\n${two}`, "load_balancer.tf");
    expect(secure).toContain('domains = ["shop.example.com"]');
    expect(secure).toContain("https_redirect = true");
    expect(routes("{ to: web }")).not.toContain("https");
  });
});
