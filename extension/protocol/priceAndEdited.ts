import type { PlanPrice, PlanSum, PriceMove } from "../deploy/types";
import { type Check, count, finite, list, oneOf, optional, record, shape } from "./check";
import type {
  Against,
  EditedComponent,
  EditedField,
  Ghost,
  PictureEdge,
  PictureEdited,
  PicturePrice,
  PriceAmount,
  PriceChange,
  PriceChoice,
  PriceItem,
} from "./messages";
import { anyPath, json, most, position, words } from "./values";

export const amount: Check<PriceAmount> = shape<PriceAmount>({ usd: finite, unknown: count });

const item: Check<PriceItem> = shape<PriceItem>({ text: words, idle: optional(finite), maximum: optional(finite) });

const change: Check<PriceChange> = shape<PriceChange>({ idle: optional(finite), maximum: optional(finite) });

const choice: Check<PriceChoice> = shape<PriceChoice>({ value: words, means: words, idle: optional(finite) });

export const picturePrice: Check<PicturePrice> = shape<PicturePrice>({
  idle: amount,
  maximum: amount,
  asOf: words,
  items: list(item, most.items),
  notIncluded: optional(list(words, most.items)),
  change: optional(change),
  choices: optional(list(choice, most.items)),
});

const planSum: Check<PlanSum> = shape<PlanSum>({ idle: amount, maximum: amount });

const move = { before: planSum, after: planSum, change };

export const planPrice: Check<PlanPrice> = shape<PlanPrice>({
  asOf: words,
  sum: shape<PriceMove>(move),
  components: list(shape<PlanPrice["components"][number]>({ component: optional(words), ...move }), most.items),
});

const field: Check<EditedField> = shape<EditedField>({
  path: anyPath,
  before: optional(json(words)),
  after: optional(json(words)),
});

const component: Check<EditedComponent> = shape<EditedComponent>({
  kind: oneOf("added", "changed"),
  fields: list(field, most.items),
});

/** A line between two cards. */
export const edge: Check<PictureEdge> = shape<PictureEdge>({
  from: words,
  to: words,
  kind: oneOf("connection", "route", "reference"),
  label: optional(words),
});

const ghost: Check<Ghost> = shape<Ghost>({ name: words, type: words, summary: words, position: optional(position) });

const edges = list(edge, most.nodes);

const against: Check<Against> = shape<Against>({
  name: words,
  ghosts: list(ghost, most.items),
  edges: shape<Against["edges"]>({ added: edges, changed: edges, removed: edges }),
});

export const pictureEdited: Check<PictureEdited> = shape<PictureEdited>({
  at: words,
  components: record(component, most.items, words),
  removed: list(words, most.items),
  other: list(field, most.items),
  against: optional(against),
});
