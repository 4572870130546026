/**
 * The one table of what can go wrong on the way to a cloud, and who can mend it. `user`: the person, by doing what the
 * failure's `fix` says; `cloud`: it may pass by itself; `stackwright`: a defect of ours.
 */
export const failureCodes = {
  // Who and where
  "no-credentials": "user",
  "unknown-profile": "user",
  "credentials-expired": "user",
  "credentials-refused": "user",
  "access-denied": "user",
  "clock-wrong": "user",
  "wrong-account": "user",
  "no-region": "user",
  "region-disabled": "user",
  // The way there
  unreachable: "user",
  "unknown-host": "user",
  "untrusted-certificate": "user",
  timeout: "cloud",
  throttled: "cloud",
  "service-unavailable": "cloud",
  // The plan
  "not-deployable": "user",
  "template-too-large": "user",
  "too-many-resources": "user",
  "template-refused": "stackwright",
  "change-set-failed": "user",
  "stack-busy": "user",
  "stack-stuck": "user",
  "foreign-stack": "user",
  "stale-plan": "user",
  "missing-stack": "user",
  "termination-protected": "user",
  // The deployment
  "already-exists": "user",
  "not-stabilized": "user",
  "image-not-pulled": "user",
  "container-exited": "user",
  "out-of-memory": "user",
  "health-check-failed": "user",
  "certificate-pending": "user",
  "quota-exceeded": "user",
  "capabilities-missing": "stackwright",
  "invalid-property": "user",
  "version-unavailable": "user",
  "capacity-unavailable": "user",
  "secret-missing": "user",
  "secret-being-deleted": "user",
  "address-conflict": "user",
  "in-use": "user",
  "deletion-protected": "user",
  "not-empty": "user",
  "role-not-usable": "user",
  "key-disabled": "user",
  "not-found": "user",
  "replacement-name-taken": "user",
  "deployment-cancelled": "user",
  detached: "user",
  "deployment-failed": "user",
  unexpected: "stackwright",
} as const satisfies Record<string, "user" | "cloud" | "stackwright">;

export type FailureCode = keyof typeof failureCodes;
