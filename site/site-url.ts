/** The address that the site is built for, for links that leave it. @throws Error where none is set. */
export function siteUrl(site: URL | undefined): URL {
  if (!site) throw new Error('`site` is not set in astro.config.mjs')
  return site
}
