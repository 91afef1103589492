/** Files of the app's own: the demo and what belongs to it. */

/** @param baseUrl where the app is served from */
export function fileFetcher(baseUrl: string): (path: string) => Promise<File> {
  return async (path) => {
    const response = await fetch(`${baseUrl}${path}`);
    if (!response.ok)
      throw new Error(`The demo file ${path} could not be read (${response.status}) – reload the page.`);
    return new File([await response.blob()], path.split('/').at(-1) ?? path);
  };
}
