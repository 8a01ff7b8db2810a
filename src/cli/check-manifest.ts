/**
 * What Microsoft's own validator says against a manifest, judged by the schema it names. An empty list is a pass.
 * The validator is loaded when asked for: running the bot does not need it.
 */
export const checkManifest = async (manifest: unknown): Promise<readonly string[]> => {
  const { AppManifestUtils, TeamsManifestConverter } = await import('@microsoft/app-manifest');
  return AppManifestUtils.validateAgainstSchema(
    TeamsManifestConverter.jsonToManifest(JSON.stringify(manifest)),
  );
};
