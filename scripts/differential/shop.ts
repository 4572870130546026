/** What every client deploys: a queue with a setting, a topic that can be made to fail, an output, a secret parameter. */
export function shop(delay: number, failure?: string): string {
  return JSON.stringify({
    Description: "A queue and a topic",
    Parameters: { Secret: { Type: "String", NoEcho: true, Default: "planted-secret" } },
    Resources: {
      Queue: { Type: "AWS::SQS::Queue", Properties: { DelaySeconds: delay } },
      Topic: {
        Type: "AWS::SNS::Topic",
        Properties: { DisplayName: `shop ${delay}`, TopicName: { Ref: "Secret" } },
        ...(failure === undefined ? {} : { Metadata: { StackwrightSandbox: { Fail: failure } } }),
      },
    },
    Outputs: { QueueUrl: { Value: { Ref: "Queue" }, Export: { Name: "shop-queue" } } },
  });
}
