/**
 * A package's next step with what is known. `${{ edge.url }}` in it becomes the value; what nobody knows yet is said in words.
 * @param known by a component's name in the package and an attribute
 */
export function nextStep(
  next: string,
  known: (component: string, attribute: string) => string | undefined = () => undefined,
): string {
  return next
    .replace(
      /\$\{\{\s*([a-z0-9-]+)\.([a-z]+)\s*\}\}/g,
      (_, component: string, attribute: string) =>
        known(component, attribute) ?? `(the ${attribute} of ${component}, which the deployment gives)`,
    )
    .trim();
}
