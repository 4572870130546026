import { useEffect, useRef, useState } from "react";
import type { Picture } from "../../extension/protocol/messages";
import { inShort } from "../../extension/targets/money";
import { strings } from "../strings";
import { PriceBreakdown } from "./PriceBreakdown";
import { priceWords } from "./priceWords";
import "./price.css";

/** What the environment costs in a month; opens what it consists of. */
export function PriceButton({ picture }: { readonly picture: Picture }) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { price } = picture;
  const isShown = isOpen && price !== undefined;

  useEffect(() => {
    if (!isShown) return;
    const close = (event: PointerEvent) => {
      if (event.target instanceof Node && root.current?.contains(event.target) !== true) setOpen(false);
    };
    window.addEventListener("pointerdown", close, { capture: true });
    return () => window.removeEventListener("pointerdown", close, { capture: true });
  }, [isShown]);

  if (price === undefined) return null;
  const { idle, maximum } = price;
  const { amount, change } = priceWords(price);
  const label = strings.price.total(inShort(idle, maximum));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only hears of Escape from the button and the table inside.
    <div
      className="price"
      role="presentation"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !isShown) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        className="price-button"
        title={change !== undefined ? `${label}\n${strings.price.sinceDeployed(change)}` : label}
        aria-label={label}
        aria-expanded={isShown}
        onClick={() => setOpen(!isOpen)}
      >
        {amount}
        {change !== undefined && <span className="price-change"> ({change})</span>}
      </button>
      {isShown && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it.
        <div className="popover price-popover" role="dialog" aria-label={strings.price.title} tabIndex={0}>
          <PriceBreakdown picture={picture} />
        </div>
      )}
    </div>
  );
}
