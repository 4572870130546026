import { isPlain } from "../../extension/protocol/check";
import type {
  FromGallery,
  ListedPackage,
  ListedPrice,
  PackageDetails,
  ToGallery,
} from "../../extension/protocol/gallery";
import { parseToGallery } from "../../extension/protocol/toGallery";
import { type Bridge, type Door, speaking } from "../host/bridge";
import { createStore, type Store } from "../state/store";

/** What the page of packages shows. */
export interface ShelfState {
  /** Undefined until they are known. */
  readonly packages: readonly ListedPackage[] | undefined;
  readonly prices: { readonly [name: string]: ListedPrice };
  readonly search: string;
  /** The package that is looked at. */
  readonly details: PackageDetails | undefined;
}

export interface Shelf {
  readonly store: Store<ShelfState>;
  readonly door: Door<ToGallery, FromGallery>;
}

/** Listens to the host from now on. */
export function openShelf(bridge: Bridge): Shelf {
  const door = speaking<ToGallery, FromGallery>(bridge, parseToGallery);
  const store = createStore<ShelfState>({
    packages: undefined,
    prices: {},
    search: searchIn(door.loadState()),
    details: undefined,
  });
  // A page that is hidden is thrown away. The host knows the rest.
  store.subscribe(() => door.saveState({ search: store.get().search }));
  door.listen((message) => {
    if (message.type === "packages") store.update((state) => ({ ...state, packages: message.packages }));
    else if (message.type === "prices") store.update((state) => ({ ...state, prices: message.prices }));
    else store.update((state) => ({ ...state, details: withPicture(state.details, message.details) }));
  });
  return { store, door };
}

function searchIn(state: unknown): string {
  return isPlain(state) && typeof state["search"] === "string" ? state["search"] : "";
}

/** While a value is wrong, the picture of the last that were right stays. */
function withPicture(before: PackageDetails | undefined, now: PackageDetails): PackageDetails {
  if (now.picture !== undefined || before?.name !== now.name || before.picture === undefined) return now;
  return { ...now, picture: before.picture };
}

/** The packages in which every word of a text is found, those that are called so first. */
export function found(packages: readonly ListedPackage[], search: string): readonly ListedPackage[] {
  const words = search
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  const has = (text: string) => words.every((word) => text.toLowerCase().includes(word));
  const matching = packages.filter(({ name, title, description }) => has(`${name} ${title} ${description}`));
  const called = ({ name, title }: ListedPackage) => has(`${name} ${title}`);
  return [...matching.filter(called), ...matching.filter((each) => !called(each))];
}
