import { hash } from "./hash";

/**
 * What a component's name is followed by in the logical id of a resource that it has once.
 * None of them is the end of another, so that two components never meet in one id.
 */
export const roles = [
  "AuthToken",
  "Certificate",
  "Connection",
  "DiscoveryName",
  "Environment",
  "ExecutionRole",
  "Extensions",
  "ExtensionsAccess",
  "ExtensionsIngress",
  "ExtensionsLogs",
  "ExtensionsStartRole",
  "ExtensionsTask",
  "FileSystem",
  "FailedStarts",
  "FailedStartsPolicy",
  "FilesAccess",
  "FilesIngress",
  "HttpListener",
  "HttpsListener",
  "Image",
  "Instance",
  "LoadBalancer",
  "LogGroup",
  "ParameterGroup",
  "MasterPassword",
  "PreDeploy",
  "ReplicationGroup",
  "ScalableTarget",
  "Schedule",
  "ScheduleByWeekday",
  "ScheduleRole",
  "SecurityGroup",
  "Service",
  "SubnetGroup",
  "TaskDefinition",
  "TaskRole",
] as const;
export type Role = (typeof roles)[number];

/** What stands between a component's name and the name of one of several parts that it has. */
export const partRoles = [
  "Egress",
  "From",
  "MountTarget",
  "Record",
  "Route",
  "Scaling",
  "Secret",
  "To",
  "Volume",
] as const;
export type PartRole = (typeof partRoles)[number];

/** CloudFormation takes ids of 255 characters; the owner, the role and the hash need the rest. */
const longest = 80;

const startsWithRole = new RegExp(`(?:${partRoles.join("|")})(?![a-z])`);
const endsWithRole = new RegExp(`(?:${roles.join("|")})$`);

/**
 * A component's name in PascalCase, and never the same for two names: `a-b` is `AB`, `ab` is `Ab`. A hyphen that no
 * letter follows leaves no capital behind, so it is written as `X` before a digit (`web-2` is `WebX2`) and as `Xy`
 * before another hyphen or the end; a word that begins with `x` begins with `Xx`.
 */
export function pascal(name: string): string {
  return name.replace(
    /(^|-)([a-z])|-(?=[0-9])|-/g,
    (hyphen, _start: string, letter: string | undefined, at: number) => {
      if (letter === "x") return "Xx";
      if (letter) return letter.toUpperCase();
      return /[0-9]/.test(name.charAt(at + hyphen.length)) ? "X" : "Xy";
    },
  );
}

/** `db` and `Instance` give `DbInstance`. */
export function idOf(component: string, role: Role): string {
  return pascal(component) + role;
}

/**
 * `web`, `Secret` and `SMTP_PASSWORD` give `WebSecretSmtpPassword`. Where another component and part could give the
 * same letters, a hash of both follows; whether it does depends on the two names alone.
 */
export function partId(component: string, role: PartRole, part: string): string {
  const owner = pascal(component);
  const words = part.split(/[^A-Za-z0-9]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase());
  const readable = words.join("");
  const plain = /^[a-z][a-z0-9]*([-.][a-z][a-z0-9]*)*$/.test(part) || /^[A-Z][A-Z0-9]*(_[A-Z][A-Z0-9]*)*$/.test(part);
  const clear = plain && readable.length <= longest && !startsWithRole.test(owner) && !endsWithRole.test(readable);
  return owner + role + readable.slice(0, longest) + (clear ? "" : hash(`${component}/${role}/${part}`));
}
