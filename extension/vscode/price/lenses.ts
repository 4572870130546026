import * as vscode from "vscode";
import type { Manifest } from "../../manifest/manifest";
import type { Range } from "../../manifest/problem";
import { changeOf, type Estimate, sum } from "../../targets/estimate";
import { changed, inShort } from "../../targets/money";
import type { Parts } from "../parts";
import { manifestSelector, rangeIn } from "../places";

/** The price of the chosen environment above the manifest, of each environment above it, and of each component. */
export function providePriceLenses({ prices, manifests, environments, remembered }: Parts): vscode.Disposable {
  const onDidChangeEmitter = new vscode.EventEmitter<void>();
  const provideCodeLenses = (document: vscode.TextDocument): vscode.CodeLens[] => {
    const manifest = manifests.of(document);
    const chosen = environments.of(document);
    const lens = (range: Range, title: string, environment: string): vscode.CodeLens =>
      new vscode.CodeLens(rangeIn(document, range), {
        title,
        tooltip: vscode.l10n.t("Shows what it consists of"),
        command: "stackwright.showPrice",
        arguments: [document.uri, environment],
      });
    const total = (range: Range, environment: string, isOneOfSeveral = false): vscode.CodeLens[] => {
      const estimate = prices.last(document, environment)?.estimate;
      if (!estimate) return [];
      const deployed = remembered.manifestOf(document, environment);
      const before = deployed && prices.of(deployed, environment)?.estimate;
      const text = `${inShort(estimate.idle, estimate.maximum)}${sinceDeployed(before, estimate)}`;
      return [lens(range, isOneOfSeveral ? vscode.l10n.t("{0}: {1}", environment, text) : text, environment)];
    };
    const places = placesOf(manifest);
    const estimate = prices.last(document, chosen)?.estimate;
    return [
      ...(places.first ? total(places.first, chosen, manifest.environments.length > 1) : []),
      ...places.environments.flatMap(({ name, range }) => total(range, name)),
      ...places.components.flatMap(({ name, range }) => {
        const price = estimate && priceOf(estimate, name);
        return price === undefined ? [] : [lens(range, price, chosen)];
      }),
    ];
  };
  const tell = () => onDidChangeEmitter.fire();
  return vscode.Disposable.from(
    onDidChangeEmitter,
    prices.onDidChange(tell),
    environments.onDidChange(tell),
    remembered.onDidChange(tell),
    vscode.languages.registerCodeLensProvider(manifestSelector, {
      provideCodeLenses,
      onDidChangeCodeLenses: onDidChangeEmitter.event,
    }),
  );
}

function sinceDeployed(before: Estimate | undefined, now: Estimate): string {
  const change = before && changed(changeOf(before.items, now.items));
  return change === undefined ? "" : vscode.l10n.t(", {0} since the last deployment", change);
}

function priceOf({ items, usage }: Estimate, component: string): string | undefined {
  const own = items.filter((item) => item.component === component);
  const isUsed = usage.some((use) => use.component === component);
  if (own.length === 0 && !isUsed) return undefined;
  const { idle, maximum } = sum(own);
  return inShort(idle, maximum);
}

interface Named {
  readonly name: string;
  readonly range: Range;
}

function placesOf({ root, components }: Manifest) {
  const entries = root?.kind === "map" ? root.entries : [];
  const environments = entries.find(({ key }) => key.value === "environments")?.value;
  return {
    first: entries[0]?.key.range,
    environments: (environments?.kind === "map" ? environments.entries : [])
      .filter(({ key }) => key.value !== "<<")
      .map(({ key }): Named => ({ name: String(key.value), range: key.range })),
    components: components.map(({ name, key }): Named => ({ name, range: key.range })),
  };
}
