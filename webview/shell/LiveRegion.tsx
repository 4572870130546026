import { useCanvas } from "../state/hooks";

/** The one place where what happened is said to assistive technology. */
export function LiveRegion() {
  const announcement = useCanvas((state) => state.announcement);
  return (
    <div className="visually-hidden" role="status" aria-live="polite">
      {/* Another key makes the same sentence be said again. */}
      <span key={announcement?.id}>{announcement?.text}</span>
    </div>
  );
}
