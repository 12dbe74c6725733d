import type { APIRoute } from 'astro'
import { pinnedKeyList } from '../../islands/tip/key-list.ts'

/** The key list as the phone fetches it; the page it belongs to names its hash. */
export const GET: APIRoute = async () => Response.json({ list: (await pinnedKeyList())?.list ?? null })
