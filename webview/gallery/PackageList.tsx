import { type KeyboardEvent, useRef } from "react";
import type { ListedPackage, ListedPrice } from "../../extension/protocol/gallery";
import { onCard } from "../../extension/targets/money";
import { strings } from "../strings";
import { Icon } from "./Icon";

interface PackageListProps {
  readonly packages: readonly ListedPackage[];
  readonly prices: { readonly [name: string]: ListedPrice };
  /** The one that is looked at. */
  readonly open: string | undefined;
  readonly onOpen: (name: string) => void;
}

/** A list that arrow keys walk through; what has the focus is looked at, as in VS Code's own lists of extensions. */
export function PackageList({ packages, prices, open, onOpen }: PackageListProps) {
  const list = useRef<HTMLDivElement>(null);
  const stop = packages.some(({ name }) => name === open) ? open : packages[0]?.name;
  const onKeyDown = (event: KeyboardEvent) => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>(".gallery-item") ?? [])];
    const at = items.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: items.length - 1 }[event.key];
    const item = to === undefined ? undefined : items[to];
    if (item === undefined) return;
    event.preventDefault();
    item.focus();
    onOpen(item.dataset["name"] ?? "");
  };
  return (
    <div className="gallery-list" role="listbox" aria-label={strings.gallery.list} ref={list} onKeyDown={onKeyDown}>
      {packages.map(({ name, title, description, icon }) => {
        const price = Object.hasOwn(prices, name) ? prices[name] : undefined;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the list takes the keys of all its items.
          <div
            key={name}
            className="gallery-item"
            role="option"
            data-name={name}
            aria-selected={name === open}
            tabIndex={name === stop ? 0 : -1}
            onClick={() => onOpen(name)}
          >
            <Icon svg={icon} size={32} />
            <div className="gallery-item-text">
              <div className="gallery-item-head">
                <span className="gallery-item-title">{title}</span>
                {price !== undefined && <span className="gallery-item-price">{onCard(price.idle, price.maximum)}</span>}
              </div>
              <div className="gallery-item-description">{description}</div>
            </div>
          </div>
        );
      })}
    </div>
  );
}
