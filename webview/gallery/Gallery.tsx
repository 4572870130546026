import { useSyncExternalStore } from "react";
import { SearchField } from "../controls/SearchField";
import { strings } from "../strings";
import { Details } from "./Details";
import { PackageList } from "./PackageList";
import { found, type Shelf } from "./shelf";
import "../shell/shell.css";
import "./gallery.css";

/** The whole page of packages: those that there are, and the one that is looked at. */
export function Gallery({ shelf: { store, door } }: { readonly shelf: Shelf }) {
  const { packages, prices, search, details } = useSyncExternalStore(store.subscribe, store.get);
  if (packages === undefined) return <main className="loading">{strings.gallery.loading}</main>;
  const shown = found(packages, search);
  const open = (name: string) => door.send({ type: "open", name });
  const listed = packages.find(({ name }) => name === details?.name);
  return (
    <main className="gallery" aria-label={strings.gallery.title}>
      <h1 className="visually-hidden">{strings.gallery.title}</h1>
      <div className="gallery-side">
        <div className="gallery-search">
          <SearchField
            label={strings.gallery.search}
            value={search}
            onValue={(text) => store.update((state) => ({ ...state, search: text }))}
            onEnter={() => shown[0] && open(shown[0].name)}
            onDown={() => document.querySelector<HTMLElement>('.gallery-item[tabindex="0"]')?.focus()}
          />
          <div className="gallery-count" role="status">
            {shown.length > 0 && strings.gallery.found(shown.length)}
          </div>
        </div>
        {shown.length > 0 ? (
          <PackageList packages={shown} prices={prices} open={details?.name} onOpen={open} />
        ) : (
          <p className="gallery-none">{strings.gallery.none(search.trim())}</p>
        )}
      </div>
      {listed === undefined || details === undefined ? (
        <p className="gallery-choose">{strings.gallery.choose}</p>
      ) : (
        <Details key={details.name} listed={listed} details={details} send={door.send} />
      )}
    </main>
  );
}
