import * as vscode from "vscode";
import type { Path } from "../../manifest/problem";
import { type Estimate, type EstimateItem, sum } from "../../targets/estimate";
import { inShort, itemPrice, perUnit } from "../../targets/money";
import { placeOf } from "../canvas/placeOf";
import { openText } from "../open";
import type { Parts } from "../parts";

interface Choice extends vscode.QuickPickItem {
  readonly path?: Path;
}

/** Shows what an environment costs, item by item. What is chosen is shown in the text. */
export async function showPrice(parts: Parts, document: vscode.TextDocument, environment: string): Promise<void> {
  const priced = await parts.prices.now(document, environment);
  if (!priced) {
    vscode.window.showWarningMessage(
      vscode.l10n.t("There is no price for {0} while the manifest has errors.", environment),
    );
    return;
  }
  const { estimate } = priced;
  const choice = await vscode.window.showQuickPick(choicesOf(estimate), {
    title: vscode.l10n.t("{0}: {1}", environment, inShort(estimate.idle, estimate.maximum)),
    placeHolder: vscode.l10n.t(
      "AWS list prices of {0} in {1}, before tax, discounts and free tiers",
      estimate.asOf,
      estimate.region,
    ),
    matchOnDescription: true,
  });
  if (choice?.path) await openText(document, placeOf(parts.manifests.of(document), choice.path));
}

function choicesOf(estimate: Estimate): Choice[] {
  const groups = new Map<string | undefined, EstimateItem[]>();
  for (const item of estimate.items) groups.set(item.component, [...(groups.get(item.component) ?? []), item]);
  const components = [...groups].filter(([component]) => component !== undefined);
  const shared = groups.get(undefined);
  return [
    ...components.flatMap(([component, items]) => section(component ?? "", items)),
    ...(shared ? section(vscode.l10n.t("Shared by all components"), shared) : []),
    heading(vscode.l10n.t("Paid by use, and in no sum")),
    ...estimate.usage.map(
      (use): Choice => ({
        label: use.text,
        description: [perUnit(use.unit), use.component].filter(Boolean).join(" · "),
        path: use.path,
      }),
    ),
    heading(vscode.l10n.t("Not included")),
    ...estimate.notIncluded
      .filter((text) => !estimate.usage.some((use) => text.startsWith(use.text)))
      .map((label): Choice => ({ label })),
  ];
}

function section(title: string, items: readonly EstimateItem[]): Choice[] {
  const { idle, maximum } = sum(items);
  return [
    heading(`${title}: ${inShort(idle, maximum)}`),
    ...items.map(
      (item): Choice => ({ label: item.text, description: `${itemPrice(item)} · ${item.source}`, path: item.path }),
    ),
  ];
}

const heading = (label: string): Choice => ({ label, kind: vscode.QuickPickItemKind.Separator });
