import {
  DescribeEventsCommand,
  type DescribeEventsCommandOutput,
  type OperationEvent,
} from "@aws-sdk/client-cloudformation";
import type { App } from "../manifest/app";
import { t } from "../manifest/l10n";
import { fieldOf } from "../targets/aws/sourceMap/sourceMap";
import type { Synthesis } from "../targets/aws/synthesis";
import type { Cloud } from "./cloud";
import { isDeployError } from "./errors";
import { redact } from "./redact";
import type { Failure, Finding } from "./types";
import { plural } from "./words";

/** Leads a resource and one of its properties back to the manifest. */
export type PlaceOf = (logicalId: string, property: string | undefined) => Pick<Finding, "component" | "path">;

/** Where something in the template comes from. Of what is not in the template, nothing is known. */
export function placesIn(app: App, synthesis: Synthesis): PlaceOf {
  return (logicalId, property) => {
    const component = synthesis.origins.get(logicalId)?.component;
    const path = fieldOf(app, synthesis, logicalId, property);
    return { ...(component === undefined ? {} : { component }), ...(path.length === 0 ? {} : { path }) };
  };
}

/**
 * What CloudFormation's early validation says of a change set; it says so nowhere else. Empty when there is nothing,
 * and when the question is not permitted: then nobody may blame the missing permission for what went wrong.
 * @param changeSetId its ARN: by name CloudFormation finds nothing
 */
export async function findingsOf(cloud: Cloud, changeSetId: string, placeOf: PlaceOf): Promise<readonly Finding[]> {
  const found: OperationEvent[] = [];
  try {
    for (let token: string | undefined, first = true; first || token; first = false) {
      const page: DescribeEventsCommandOutput = await cloud.cloudFormation.send(
        new DescribeEventsCommand({ ChangeSetName: changeSetId, ...(token === undefined ? {} : { NextToken: token }) }),
      );
      found.push(...(page.OperationEvents ?? []).filter(({ EventType }) => EventType === "VALIDATION_ERROR"));
      token = page.NextToken;
    }
  } catch {
    return [];
  }
  return found.map((event) => findingOf(event, placeOf)).sort((a, b) => rank(a) - rank(b));
}

const rank = ({ severity }: Finding): number => (severity === "error" ? 0 : 1);

function findingOf(event: OperationEvent, placeOf: PlaceOf): Finding {
  const { LogicalResourceId: logicalId = "", ValidationPath = "", ValidationStatusReason = "" } = event;
  const property = /^\/?Resources\/[^/]+\/(?:Properties\/)?([^/]+)/.exec(ValidationPath)?.[1];
  return {
    severity: event.ValidationFailureMode === "WARN" ? "warning" : "error",
    text: redact(ValidationStatusReason),
    logicalId,
    ...placeOf(logicalId, property === "Properties" ? undefined : property),
  };
}

/** Why there is no plan, when early validation is the reason; undefined when it is not, or when nothing is said. */
export function refusedBy(findings: readonly Finding[], error: unknown): Failure | undefined {
  const errors = findings.filter(({ severity }) => severity === "error");
  const [first] = errors;
  if (first === undefined) return undefined;
  const { logicalId, component, path } = first;
  const whose = component === undefined ? "" : t` of ${component}`;
  const others = errors.length > 1 ? t` It finds ${plural(errors.length, "mistake")} in all.` : "";
  return {
    code: "invalid-property",
    message: t`CloudFormation refuses the plan because of ${logicalId}${whose}: ${sentence(first.text)}${others}`,
    fix: t`Correct it in the manifest, or in \`aws.overrides\` where that set it, and plan again. Nothing was changed.`,
    ...(isDeployError(error) && error.failure.raw !== undefined && { raw: error.failure.raw }),
    logicalId,
    ...(component === undefined ? {} : { component }),
    ...(path === undefined ? {} : { path }),
    findings: errors,
  };
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);
