import * as vscode from "vscode";
import { spotAt } from "../../language/mention";
import type { Path } from "../../manifest/problem";
import type { Parts } from "../parts";
import { manifestSelector } from "../places";

/** What a field, a component or the network costs, beside what the language says of it. */
export function providePriceHover({ prices, manifests, environments }: Parts): vscode.Disposable {
  return vscode.languages.registerHoverProvider(manifestSelector, {
    provideHover: async (document, position) => {
      const manifest = manifests.of(document);
      const spot = spotAt(manifest, document.offsetAt(position));
      const place = spot && placeOf(spot.path, environments.of(document));
      if (!place) return undefined;
      const engine = await prices.load();
      const priced = await prices.now(document, place.environment);
      const app = manifest.appFor(place.environment);
      const text = app && priced && engine.explainPrice(app, priced.estimate, place.path);
      return text === undefined ? undefined : new vscode.Hover(new vscode.MarkdownString(text));
    },
  });
}

/** A path of the text as one of the model: an environment's override is about that environment. */
function placeOf(path: Path, chosen: string): { readonly environment: string; readonly path: Path } | undefined {
  const [area, environment, ...rest] = path;
  if (area === "components" || area === "network") return { environment: chosen, path };
  if (area !== "environments" || typeof environment !== "string" || rest[0] !== "components") return undefined;
  return { environment, path: rest };
}
