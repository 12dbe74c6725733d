import { createHash } from 'node:crypto'

/** `source` as it stands in a page. */
export const inlineScript = (source: string) => source.replaceAll(/\n\s*/g, '\n').trim()

/** What the content policy has to name so that a page may run `source` inline. */
export const inlineHash = (source: string) =>
  `sha256-${createHash('sha256').update(inlineScript(source)).digest('base64')}` as const
