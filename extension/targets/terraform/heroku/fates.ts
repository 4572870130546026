import { carried, each, type Fates, left } from "../../export/fates";
import { herokuFates } from "../../heroku/fates";

const guard = carried("`prevent_destroy`.");

/** What becomes of each field: as on Heroku, but for what Terraform can say and `app.json` cannot. */
export const terraformHerokuFates: Fates = {
  ...herokuFates,
  name: carried("The app's name with the environment's, up to 30 characters; the variable `app_name`."),
  region: carried("The variable `region`: `eu` or `us`."),
  "environments.*.region": carried("The variable `region`: `eu` or `us`."),
  "environments.*.protected": guard,
  ...each(["web", "worker", "cron"], {
    env: carried("`heroku_app_config_association`; all processes of the app share the variables."),
    secrets: carried("`random_password`, or a variable without a default."),
    connections: carried(
      "The add-on is attached under the connection's name; its other attributes are read out of its URL.",
    ),
    build: carried("`heroku_build` of the folder with `heroku.yml`; Heroku's context is the Dockerfile's own folder."),
    command: carried("`heroku.yml`."),
  }),
  ...each(["web", "worker"], { "scale.min": carried("`heroku_formation`.") }),
  "web.sticky": carried("`http-session-affinity`, without the number of seconds."),
  "load-balancer.domain": carried("`heroku_domain`; lead its DNS record to the output."),
  "load-balancer.certificate": left("Heroku gets a certificate by itself, which `acm` asks for."),
  ...each(["postgres", "mysql"], { deletionProtection: guard }),
};
