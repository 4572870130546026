import type { Operation } from "../manifest/edit/operation";
import { type Check, count, either, list, oneOf, only, optional, record, shape, text, variants } from "./check";
import type { ToHost } from "./messages";
import { json, jsonMap, key, most, name, path, position } from "./values";

type Of<Kind extends Operation["kind"]> = Extract<Operation, { readonly kind: Kind }>;
type Sent<Type extends ToHost["type"]> = Extract<ToHost, { readonly type: Type }>;

const operations: { readonly [Kind in Operation["kind"]]: Check<Of<Kind>> } = {
  addComponent: shape<Of<"addComponent">>({
    kind: only("addComponent"),
    name: key,
    fields: jsonMap(key),
    position: optional(position),
  }),
  removeComponent: shape<Of<"removeComponent">>({ kind: only("removeComponent"), name: key }),
  renameComponent: shape<Of<"renameComponent">>({ kind: only("renameComponent"), name: key, to: key }),
  setField: shape<Of<"setField">>({
    kind: only("setField"),
    component: key,
    path,
    value: json(key),
    environment: optional(key),
  }),
  removeField: shape<Of<"removeField">>({
    kind: only("removeField"),
    component: key,
    path,
    environment: optional(key),
  }),
  setValue: shape<Of<"setValue">>({ kind: only("setValue"), path, value: json(key) }),
  removeValue: shape<Of<"removeValue">>({ kind: only("removeValue"), path }),
  renameKey: shape<Of<"renameKey">>({ kind: only("renameKey"), path, to: key }),
  connect: shape<Of<"connect">>({ kind: only("connect"), from: key, to: key }),
  disconnect: shape<Of<"disconnect">>({ kind: only("disconnect"), from: key, to: key }),
  reconnect: shape<Of<"reconnect">>({ kind: only("reconnect"), from: key, to: key, newFrom: key, newTo: key }),
  pasteComponents: shape<Of<"pasteComponents">>({
    kind: only("pasteComponents"),
    text: text(most.pasted),
    at: optional(position),
  }),
  moveComponents: shape<Of<"moveComponents">>({
    kind: only("moveComponents"),
    positions: record(either(position, only(null)), most.items, key),
  }),
};

const operation: Check<Operation> = variants<Operation>("kind", operations);

const messages: { readonly [Type in ToHost["type"]]: Check<Sent<Type>> } = {
  ready: shape<Sent<"ready">>({ type: only("ready") }),
  edit: shape<Sent<"edit">>({
    type: only("edit"),
    id: count,
    version: count,
    operations: list(operation, most.items),
  }),
  copy: shape<Sent<"copy">>({ type: only("copy"), components: list(key, most.items), cut: optional(count) }),
  paste: shape<Sent<"paste">>({ type: only("paste"), id: count, at: optional(position) }),
  duplicate: shape<Sent<"duplicate">>({ type: only("duplicate"), id: count, components: list(key, most.items) }),
  discardEdit: shape<Sent<"discardEdit">>({
    type: only("discardEdit"),
    id: count,
    component: optional(key),
    path: optional(path),
  }),
  import: shape<Sent<"import">>({ type: only("import") }),
  browsePackages: shape<Sent<"browsePackages">>({ type: only("browsePackages") }),
  showChange: shape<Sent<"showChange">>({ type: only("showChange") }),
  compare: shape<Sent<"compare">>({ type: only("compare") }),
  endCompare: shape<Sent<"endCompare">>({ type: only("endCompare") }),
  saveImage: shape<Sent<"saveImage">>({
    type: only("saveImage"),
    format: oneOf("svg", "png"),
    data: text(most.image),
  }),
  print: shape<Sent<"print">>({ type: only("print"), svg: text(most.image) }),
  chooseEnvironment: shape<Sent<"chooseEnvironment">>({ type: only("chooseEnvironment"), environment: key }),
  selected: shape<Sent<"selected">>({ type: only("selected"), components: list(key, most.items) }),
  reveal: shape<Sent<"reveal">>({ type: only("reveal"), path }),
  revealOffset: shape<Sent<"revealOffset">>({ type: only("revealOffset"), offset: count }),
  openText: shape<Sent<"openText">>({ type: only("openText") }),
  deploy: shape<Sent<"deploy">>({ type: only("deploy") }),
  confirmPlan: shape<Sent<"confirmPlan">>({ type: only("confirmPlan") }),
  discardPlan: shape<Sent<"discardPlan">>({ type: only("discardPlan") }),
  exportPlan: shape<Sent<"exportPlan">>({ type: only("exportPlan"), format: oneOf("markdown", "json") }),
  copyFailure: shape<Sent<"copyFailure">>({ type: only("copyFailure") }),
  destroy: shape<Sent<"destroy">>({ type: only("destroy") }),
  closeDeployment: shape<Sent<"closeDeployment">>({ type: only("closeDeployment") }),
  copyOutput: shape<Sent<"copyOutput">>({ type: only("copyOutput"), key: name }),
  openOutput: shape<Sent<"openOutput">>({ type: only("openOutput"), key: name }),
  recover: shape<Sent<"recover">>({ type: only("recover") }),
  showLog: shape<Sent<"showLog">>({ type: only("showLog") }),
};

export const toHost: Check<ToHost> = variants<ToHost>("type", messages);
