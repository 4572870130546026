/** The first line of the commands for a platform that builds from a repository: its paths are as the manifest has them. */
export const atRoot = "# With these files in the root of the repository, beside stackwright.yaml:";
