import type { Operation } from "./operation";

/** Whoever asks is the one user of the simulated account. */
export const getCallerIdentity: Operation = ({ service }) => ({
  UserId: "AIDASANDBOX0000000000",
  Account: service.account,
  Arn: `arn:aws:iam::${service.account}:user/sandbox`,
});
