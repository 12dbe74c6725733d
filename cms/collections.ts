import type { CollectionConfig, GlobalConfig } from 'payload'
import { Activities } from './collections/Activities.ts'
import { Articles } from './collections/Articles.ts'
import { Banners } from './collections/Banners.ts'
import { Builds } from './collections/Builds.ts'
import { FigureReleases } from './collections/FigureReleases.ts'
import { Figures } from './collections/Figures.ts'
import { HelpChannels } from './collections/HelpChannels.ts'
import { media } from './collections/Media.ts'
import { Offices } from './collections/Offices.ts'
import { Outbox } from './collections/Outbox.ts'
import { Programmes } from './collections/Programmes.ts'
import { sealedCollections } from './collections/sealed.ts'
import { users } from './collections/Users.ts'
import type { Env } from './env.ts'
import { Operator } from './globals/Operator.ts'

/** Every collection, in the order of the admin's menu. */
export function cmsCollections(env: Env): CollectionConfig[] {
  return [
    Figures,
    Banners,
    Activities,
    Programmes,
    Articles,
    media(env.mediaDir),
    Offices,
    HelpChannels,
    users(env),
    ...sealedCollections,
    FigureReleases,
    Outbox,
    Builds,
  ]
}

export const cmsGlobals: GlobalConfig[] = [Operator]
