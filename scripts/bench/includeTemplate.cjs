// A CDK application that is nothing but the template beside it.
const { App, LegacyStackSynthesizer, Stack } = require("aws-cdk-lib");
const { CfnInclude } = require("aws-cdk-lib/cloudformation-include");

const app = new App({ analyticsReporting: false });
const stack = new Stack(app, "bench-default", {
  stackName: "bench-default",
  synthesizer: new LegacyStackSynthesizer(),
});
new CfnInclude(stack, "Template", { templateFile: "template.json" });
