/**
 * Whether the host of an address makes itself look like an immigration office: `imigrasi` in its name, but not of the state.
 * Seen in searches: imigrasimelawi.id, imigrasibima.org, imigrasimataram.com, bagansiapiapi-imigrasi.id, and many more.
 */
export function isLookAlike(address: string): boolean {
  if (!URL.canParse(address)) return false
  const { hostname } = new URL(address)
  return /im+igrasi/.test(hostname) && !/\.go\.id$/.test(hostname)
}
