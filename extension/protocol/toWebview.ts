import type {
  DeploymentView,
  ExpectedDuration,
  Failure,
  Finding,
  Identity,
  Output,
  Plan,
  PlannedChange,
  PlannedRename,
  PropertyChange,
  StoppedTask,
  WidenedAccess,
} from "../deploy/types";
import { problemCodes } from "../manifest/problem";
import { bool, type Check, count, either, finite, list, oneOf, only, optional, record, shape, variants } from "./check";
import { lastChange } from "./lastChange";
import type { Picture, PictureComponent, PictureGroup, PictureNote, PictureProblem, ToWebview } from "./messages";
import { edge, pictureEdited, picturePrice, planPrice } from "./priceAndEdited";
import { anyPath, jsonMap, most, name, position, words } from "./values";

type Sent<Type extends ToWebview["type"]> = Extract<ToWebview, { readonly type: Type }>;

const codes = Object.keys(problemCodes) as (keyof typeof problemCodes)[];

/** A word of a vocabulary that this side need not know: a code. */
function code<T extends string>(value: unknown): value is T {
  return typeof value === "string" && /^[A-Za-z][A-Za-z0-9-]{0,99}$/.test(value);
}

const component: Check<PictureComponent> = shape<PictureComponent>({
  name: words,
  type: words,
  summary: words,
  position: optional(position),
  fields: jsonMap(words),
  override: optional(jsonMap(words)),
  price: optional(picturePrice),
});

const note: Check<PictureNote> = shape<PictureNote>({
  id: words,
  text: words,
  at: position,
  size: optional(position),
});

const group: Check<PictureGroup> = shape<PictureGroup>({
  id: words,
  title: optional(words),
  components: list(words, most.items),
});

const problem: Check<PictureProblem> = shape<PictureProblem>({
  code: oneOf(...codes),
  severity: oneOf("error", "warning", "information", "hint"),
  message: words,
  line: count,
  offset: count,
  component: optional(words),
  field: optional(anyPath),
});

export const picture: Check<Picture> = shape<Picture>({
  version: finite,
  name: words,
  region: optional(words),
  readable: bool,
  editable: bool,
  deploy: either(
    shape<{ readonly possible: true }>({ possible: only(true) }),
    shape<{ readonly possible: false; readonly reason: string }>({ possible: only(false), reason: words }),
  ),
  environments: list(words, most.items),
  environment: words,
  settings: optional(jsonMap(words)),
  components: list(component, most.items),
  edges: list(edge, most.nodes),
  problems: list(problem, most.items),
  locked: bool,
  notes: list(note, most.items),
  groups: list(group, most.items),
  astray: optional(list(words, most.items)),
  price: optional(picturePrice),
  edited: optional(pictureEdited),
});

const output: Check<Output> = shape<Output>({ key: name, label: words, value: words, component: optional(words) });

const identity: Check<Identity> = shape<Identity>({
  target: oneOf("sandbox", "aws"),
  account: words,
  arn: words,
  region: words,
  profile: optional(words),
});

const property: Check<PropertyChange> = shape<PropertyChange>({
  path: words,
  before: optional(words),
  after: optional(words),
  recreation: oneOf("never", "conditionally", "always"),
});

const change: Check<PlannedChange> = shape<PlannedChange>({
  action: oneOf("add", "modify", "maybe-replace", "replace", "remove"),
  logicalId: words,
  resourceType: words,
  label: words,
  component: optional(words),
  path: optional(anyPath),
  properties: list(property, most.items),
  data: optional(oneOf("kept", "snapshot", "retained", "deleted")),
});

const rename: Check<PlannedRename> = shape<PlannedRename>({
  from: words,
  to: words,
  text: words,
  data: optional(words),
  ways: list(words, most.items),
});

const finding: Check<Finding> = shape<Finding>({
  severity: oneOf("error", "warning"),
  text: words,
  logicalId: words,
  component: optional(words),
  path: optional(anyPath),
});

const widened: Check<WidenedAccess> = shape<WidenedAccess>({
  kind: oneOf("network", "permission"),
  text: words,
  logicalId: words,
  component: optional(words),
  path: optional(anyPath),
});

const plan: Check<Plan> = shape<Plan>({
  stackName: words,
  stackId: words,
  changeSetId: words,
  environment: words,
  identity,
  kind: oneOf("create", "update"),
  changes: list(change, most.items),
  dataRisks: list(words, most.items),
  renames: optional(list(rename, most.items)),
  price: optional(planPrice),
  widened: optional(list(widened, most.items)),
  duration: optional(shape<ExpectedDuration>({ usual: count, longest: count, because: words })),
  findings: optional(list(finding, most.items)),
  protected: bool,
  protection: optional(bool),
  createdAt: words,
  outputs: list(shape<Omit<Output, "value">>({ key: name, label: words, component: optional(words) }), most.items),
});

const failure: Check<Failure> = shape<Failure>({
  code,
  message: words,
  fix: words,
  raw: optional(words),
  logicalId: optional(words),
  component: optional(words),
  path: optional(anyPath),
  task: optional(shape<StoppedTask>({ id: words, at: words, reason: words, exitCode: optional(finite) })),
  log: optional(list(words, most.items)),
  findings: optional(list(finding, most.items)),
});

const deployment: Check<DeploymentView> = shape<DeploymentView>({
  environment: words,
  target: oneOf("sandbox", "aws"),
  stackName: words,
  phase: oneOf("planning", "planned", "deploying", "destroying", "succeeded", "unchanged", "failed", "destroyed"),
  text: words,
  done: count,
  total: count,
  components: record(
    shape<DeploymentView["components"][string]>({
      phase: oneOf("waiting", "working", "done", "failed", "removed"),
      done: count,
      total: count,
      text: words,
    }),
    most.items,
    words,
  ),
  plan: optional(plan),
  stale: optional(oneOf("manifest", "stack")),
  outputs: optional(list(output, most.items)),
  failure: optional(failure),
});

const messages: { readonly [Type in ToWebview["type"]]: Check<Sent<Type>> } = {
  picture: shape<Sent<"picture">>({ type: only("picture"), picture }),
  deployment: shape<Sent<"deployment">>({ type: only("deployment"), deployment: either(deployment, only(null)) }),
  select: shape<Sent<"select">>({ type: only("select"), component: words }),
  edited: shape<Sent<"edited">>({
    type: only("edited"),
    id: count,
    ok: bool,
    reason: optional(words),
    notice: optional(words),
    components: optional(list(words, most.items)),
    change: optional(lastChange),
  }),
};

export const toWebview: Check<ToWebview> = variants<ToWebview>("type", messages);
