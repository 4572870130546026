import { CloudError } from "../wire/cloudError";
import type { JsonApi, JsonOperation } from "./jsonOperation";

const startSession: JsonOperation = ({ input }) => {
  throw new CloudError(
    "TargetNotConnected",
    `${input.text("Target") ?? "The target"} is not connected: the Stackwright Sandbox runs no container that a session could lead to. Deploy to AWS to use it.`,
  );
};

/** Session Manager, which has nothing to lead to here. */
export const ssm: JsonApi = {
  prefix: "ssm",
  target: "AmazonSSM",
  operations: new Map([["StartSession", startSession]]),
};
