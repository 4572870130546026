import { useRef } from "react";

interface SwitchProps<Value extends string> {
  readonly label: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly title?: string }[];
  readonly disabled?: boolean | undefined;
  readonly onValue: (value: Value) => void;
}

/** Two or three ways side by side; a group of radio buttons for the keyboard and for assistive technology. */
export function Switch<Value extends string>({ label, value, options, disabled = false, onValue }: SwitchProps<Value>) {
  const root = useRef<HTMLDivElement>(null);
  const choose = (index: number) => {
    const option = options[(index + options.length) % options.length];
    if (option === undefined) return;
    onValue(option.value);
    root.current?.querySelectorAll("button")[options.indexOf(option)]?.focus();
  };
  return (
    <div className="switch" role="radiogroup" aria-label={label} ref={root}>
      {options.map((option, index) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio input cannot be drawn as a segment of a bar.
        <button
          key={option.value}
          type="button"
          role="radio"
          aria-checked={option.value === value}
          tabIndex={option.value === value ? 0 : -1}
          disabled={disabled}
          title={option.title}
          onClick={() => option.value !== value && onValue(option.value)}
          onKeyDown={(event) => {
            const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
            if (step === undefined) return;
            event.preventDefault();
            choose(index + step);
          }}
        >
          {option.label}
        </button>
      ))}
    </div>
  );
}
