// Runs cdk-nag's AwsSolutions rules over raw templates. Usage: nag.cjs PEERS FILE...  Prints [{file, violations}].
// CfnInclude turns a template into the constructs that the rules look at; plain JavaScript, since the CDK stands in a
// cache of its own and is not there when types are checked.
const { createRequire } = require("node:module");
const { join } = require("node:path");

const [peers, ...files] = process.argv.slice(2);
const fromPeers = createRequire(join(peers, "package.json"));
const { App, Stack } = fromPeers("aws-cdk-lib");
const { CfnInclude } = fromPeers("aws-cdk-lib/cloudformation-include");
const { AwsSolutionsChecks } = fromPeers("cdk-nag");

const reports = files.map((file) => {
  const app = new App({ analyticsReporting: false });
  const stack = new Stack(app, "stack");
  new CfnInclude(stack, "template", { templateFile: file });
  const { violations } = new AwsSolutionsChecks(app).validateScope(app);
  return {
    file,
    violations: violations.map(({ ruleName, description, violatingResources }) => ({
      rule: ruleName,
      description,
      resources: violatingResources.map(({ constructPath }) => constructPath.slice(constructPath.lastIndexOf("/") + 1)),
    })),
  };
});
process.stdout.write(JSON.stringify(reports));
