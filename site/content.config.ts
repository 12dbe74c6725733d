import { defineCollection } from 'astro:content'
import { publicSchemas } from '#src/content/public-api.ts'
import { cmsLoader } from './loaders/cms.ts'

const isDev = import.meta.env.DEV

export const collections = {
  offices: defineCollection({ loader: cmsLoader('offices', isDev), schema: publicSchemas.offices }),
  figures: defineCollection({ loader: cmsLoader('figures', isDev), schema: publicSchemas.figures }),
  programmes: defineCollection({ loader: cmsLoader('programmes', isDev), schema: publicSchemas.programmes }),
  activities: defineCollection({ loader: cmsLoader('activities', isDev), schema: publicSchemas.activities }),
  banners: defineCollection({ loader: cmsLoader('banners', isDev), schema: publicSchemas.banners }),
  articles: defineCollection({ loader: cmsLoader('articles', isDev), schema: publicSchemas.articles }),
  operator: defineCollection({ loader: cmsLoader('operator', isDev), schema: publicSchemas.operator }),
  'help-lines': defineCollection({
    loader: cmsLoader('help-lines', isDev),
    schema: publicSchemas['help-lines'],
  }),
}
