/**
 * The milliseconds that a movement of the view takes: none for those who do not want to see things move. The system says
 * so, or VS Code's setting `workbench.reduceMotion`, which VS Code tells its pages by a class.
 */
export function calmed(duration: number): number {
  const { matches } = window.matchMedia("(prefers-reduced-motion: reduce)");
  return matches || document.body.classList.contains("vscode-reduce-motion") ? 0 : duration;
}
