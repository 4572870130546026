import { type ReactNode, useId } from "react";
import { useCanvas, useController } from "../state/hooks";

interface SectionProps {
  /** Under which it is remembered whether it is open. */
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly isOpenAtFirst?: boolean;
  readonly children: ReactNode;
}

/** A part of a form that can be folded away. */
export function Section({ id, title, description = "", isOpenAtFirst = false, children }: SectionProps) {
  const controller = useController();
  const bodyId = useId();
  const { sections } = useCanvas((state) => state.view);
  const isOpen = sections[id] ?? isOpenAtFirst;
  return (
    <section className="section">
      <button
        type="button"
        className="section-head"
        aria-expanded={isOpen}
        aria-controls={bodyId}
        title={description}
        onClick={() => controller.setView({ sections: { ...sections, [id]: !isOpen } })}
      >
        <span className={`codicon codicon-chevron-${isOpen ? "down" : "right"}`} aria-hidden="true" />
        {title}
      </button>
      <div id={bodyId} className="section-body" hidden={!isOpen}>
        {isOpen && children}
      </div>
    </section>
  );
}
