import { readFile, realpath } from "node:fs/promises";
import { resolve } from "node:path";
import type { App } from "../manifest/app";
import { t } from "../manifest/l10n";
import { DeployError } from "./errors";
import { isWithin } from "./isWithin";

/** Characters. A template may have a million bytes. */
const longest = 1_000_000;

/**
 * The application with the file of `aws.resources` read, when it names one.
 * Throws a `DeployError` when the file is not there, is too large, or lies outside of the folder, by a link as well.
 * @param folder the manifest's; undefined when the manifest is no file, and then there is nothing beside it
 */
export async function readResources(app: App, folder: string | undefined): Promise<App> {
  const { resources } = app;
  if (resources === undefined) return app;
  const refuse = (message: string, fix: string): DeployError => {
    return new DeployError({ code: "not-deployable", message, fix, path: app.source(["aws", "resources"]) });
  };
  const { file } = resources;
  if (folder === undefined) {
    throw refuse(t`There is no folder that ${file} could be in.`, t`Save the manifest as a file, beside it.`);
  }
  let text: string;
  try {
    const [home, real] = await Promise.all([realpath(folder), realpath(resolve(folder, file))]);
    if (!isWithin(home, real)) {
      throw refuse(
        t`${file} lies outside of the manifest's folder.`,
        t`Put it there: what is deployed stands together.`,
      );
    }
    text = await readFile(real, "utf8");
  } catch (error) {
    if (error instanceof DeployError) throw error;
    const code = (error as NodeJS.ErrnoException).code ?? "";
    const why = code === "ENOENT" ? t`does not exist` : t`cannot be read (${code})`;
    throw refuse(
      t`${file}, which \`aws.resources\` names, ${why}.`,
      t`Correct the path; it begins at the manifest's folder.`,
    );
  }
  if (text.length > longest)
    throw refuse(t`${file} is too large for a template.`, t`Move resources into a stack of their own.`);
  return { ...app, resources: { file, text } };
}
