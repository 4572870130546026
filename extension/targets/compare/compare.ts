import type { App, ComponentType } from "../../manifest/app";
import { awsBecomes } from "../aws/becomes";
import { estimate } from "../aws/price/estimate";
import { sortedComponents } from "../edges";
import { type Amount, type Estimate, sum } from "../estimate";
import { becomesOf } from "../export/becomes";
import type { ExportTarget, Note } from "../export/exported";

/** What an application becomes on every platform. */
export interface Comparison {
  /** The first is AWS as Stackwright deploys to it. */
  readonly platforms: readonly { readonly id: string; readonly label: string }[];
  readonly components: readonly ComparedComponent[];
  /** What is not carried of the whole, by platform. */
  readonly lost: readonly Lost[];
  /** Of AWS. What other platforms cost is not known. */
  readonly price: Estimate;
}

export interface ComparedComponent {
  readonly name: string;
  readonly type: ComponentType;
  /** In the order of the platforms. */
  readonly on: readonly Compared[];
}

export interface Compared {
  readonly platform: string;
  readonly becomes: string;
  readonly lost: readonly Note[];
  /** For a month; absent where it is not known. */
  readonly price?: { readonly idle: Amount; readonly maximum: Amount };
}

interface Lost {
  readonly platform: string;
  readonly notes: readonly Note[];
}

/** The platform that Stackwright itself deploys to. */
const aws = { id: "aws", label: "AWS" };

/**
 * Compares the platforms by what the exports themselves decide and tell. Throws a `SynthesisError` where `synthesize`
 * does, as the price is read from the template.
 */
export function compare(app: App, targets: readonly ExportTarget[]): Comparison {
  const price = estimate(app);
  const exported = targets.map((target) => ({ target, notes: target.write(app, { manifestFolder: "." }).notes }));
  return {
    platforms: [aws, ...targets.map(({ id, label }) => ({ id, label }))],
    components: sortedComponents(app).map((component) => {
      const cost = costOf(component.name, price);
      const own = { platform: aws.id, becomes: becomesOf(awsBecomes, component, app), lost: [], ...cost };
      const others = exported.map(({ target, notes }) => ({
        platform: target.id,
        becomes: becomesOf(target.becomes, component, app),
        lost: notes.filter((note) => note.component === component.name),
        ...(target.costsAsAws && cost),
      }));
      return { name: component.name, type: component.type, on: [own, ...others] };
    }),
    lost: exported.map(({ target, notes }) => ({
      platform: target.id,
      notes: notes.filter(({ component }) => component === undefined),
    })),
    price,
  };
}

/** What a component costs on AWS. Nothing that is paid for is no price, but what is paid by use is one of nothing. */
function costOf(component: string, { items, usage }: Estimate): Pick<Compared, "price"> {
  const own = items.filter((item) => item.component === component);
  const used = usage.some((use) => use.component === component);
  return own.length > 0 || used ? { price: sum(own) } : {};
}
