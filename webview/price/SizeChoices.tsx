import type { PriceChoice } from "../../extension/protocol/messages";
import { dollars } from "../../extension/targets/money";
import { useCanvas } from "../state/hooks";
import { strings } from "../strings";
import "./price.css";

interface SizeChoicesProps {
  readonly choices: readonly PriceChoice[];
  /** When it is not sizes that are chosen from. */
  readonly about?: string;
  readonly chosen: string;
  readonly disabled: boolean;
  readonly onChoose: (value: string) => void;
}

/** Every size with what it is on the platform and what it costs. Choosing one writes it. */
export function SizeChoices({ choices, about, chosen, disabled, onChoose }: SizeChoicesProps) {
  const environment = useCanvas((state) => state.picture?.environment ?? "");
  const title = about ?? strings.price.size(environment);
  return (
    <div className="size-choices" role="radiogroup" aria-label={title}>
      <div className="size-title" aria-hidden="true">
        {title}
      </div>
      {choices.map(({ value, means, idle }) => {
        const cost = idle === undefined ? strings.price.unknown : strings.price.month(dollars(idle));
        return (
          // biome-ignore lint/a11y/useSemanticElements: a row of a table to the eye, one of several to the ear.
          <button
            key={value}
            type="button"
            role="radio"
            aria-checked={value === chosen}
            aria-label={strings.price.choose(value, means, cost)}
            disabled={disabled}
            onClick={() => onChoose(value)}
          >
            <span className={`codicon codicon-${value === chosen ? "check" : "blank"}`} aria-hidden="true" />
            <span className="size-name">{value}</span>
            <span className="size-means">{means}</span>
            <span className="price-number">{cost}</span>
          </button>
        );
      })}
    </div>
  );
}
