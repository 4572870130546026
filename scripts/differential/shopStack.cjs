// A program for the AWS CDK CLI: a queue and a topic. SHOP_DELAY changes the queue, SHOP_FAIL makes the topic fail.
const { App, LegacyStackSynthesizer, Stack } = require("aws-cdk-lib");
const { CfnQueue } = require("aws-cdk-lib/aws-sqs");
const { CfnTopic } = require("aws-cdk-lib/aws-sns");

const app = new App({ analyticsReporting: false });
// The newer synthesizers need a bootstrapped account: a bucket, roles and a parameter.
const stack = new Stack(app, "cdk-shop", { synthesizer: new LegacyStackSynthesizer() });
new CfnQueue(stack, "Queue", { delaySeconds: Number(process.env.SHOP_DELAY ?? 1) });
const topic = new CfnTopic(stack, "Topic", { displayName: `shop ${process.env.SHOP_DELAY ?? 1}` });
if (process.env.SHOP_FAIL) topic.addMetadata("StackwrightSandbox", { Fail: process.env.SHOP_FAIL });
app.synth();
