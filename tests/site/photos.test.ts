import { experimental_AstroContainer as AstroContainer } from 'astro/container'
import { describe, expect, test } from 'vitest'
import BannerCard from '#site/components/campaign/BannerCard.astro'
import Photo from '#site/components/Photo.astro'
import ActivityList from '#site/components/village/ActivityList.astro'
import { parsePublic } from '#src/content/public-api.ts'
import activitySeed from '#src/content/seed/activities.json' with { type: 'json' }
import bannerSeed from '#src/content/seed/banners.json' with { type: 'json' }

// The starting content has no photographs: these pages are drawn with one.
const image = { url: '/media/uji.webp', width: 1200, height: 800, alt: 'Balai desa', credit: 'Foto: Sari' }
const [activity] = parsePublic('activities', activitySeed)
const [banner] = parsePublic('banners', bannerSeed)
const container = await AstroContainer.create()
const drawn = {
  Photo: await container.renderToString(Photo, { props: { image } }),
  ActivityList: await container.renderToString(ActivityList, {
    props: { activities: [{ ...activity, image }] },
  }),
  BannerCard: await container.renderToString(BannerCard, { props: { banner: { ...banner, image } } }),
}

describe.each(Object.entries(drawn))('a photograph in %s', (_, html) => {
  const tag = /<img[^>]*>/.exec(html)?.[0]

  test('has its size, and is loaded only when it comes near', () => {
    expect(tag).toContain('width="1200"')
    expect(tag).toContain('height="800"')
    expect(tag).toContain('loading="lazy"')
  })

  test('has words for who cannot see it, and names who took it', () => {
    expect(tag).toContain('alt="Balai desa"')
    expect(html).toContain('Foto: Sari')
  })
})
