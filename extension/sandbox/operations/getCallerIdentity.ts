import type { Operation } from "./operation";

/** The ARN of whoever asks: the one user of the simulated account. */
export function userOf(account: string): string {
  return `arn:aws:iam::${account}:user/sandbox`;
}

export const getCallerIdentity: Operation = ({ service }) => ({
  UserId: "AIDASANDBOX0000000000",
  Account: service.account,
  Arn: userOf(service.account),
});
