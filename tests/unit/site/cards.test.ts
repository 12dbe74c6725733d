import { describe, expect, test } from 'vitest'
import articles from '#src/content/seed/articles.json' with { type: 'json' }
import offices from '#src/content/seed/offices.json' with { type: 'json' }
import programmes from '#src/content/seed/programmes.json' with { type: 'json' }
import { resources } from '#src/i18n/t.ts'
import { type Card, cardPath } from '#site/cards/card.ts'
import { drawCard, sizesOf } from '#site/cards/draw.ts'

const card = (title: string, line = 'Kantor imigrasi'): Card => ({
  title,
  line,
  site: 'Berangkat Aman',
  note: 'Bukan situs resmi Ditjen Imigrasi.',
  host: 'berangkat-aman.contoh.go.id',
})

const cards = [
  ...offices.items.map(office => card(office.name, office.province)),
  ...programmes.items.map(item => card(item.name, `${item.area.regency}, ${item.area.province}`)),
  ...articles.items.map(article => card(article.title, article.topic)),
]

describe('the picture of a link', () => {
  test('shows every office, village and article by its whole name', async () => {
    expect(cards.length).toBeGreaterThan(150)
    const cut: string[] = []
    for (const one of cards) {
      if (Object.values(await sizesOf(one)).includes(null)) cut.push(one.title)
    }
    expect(cut).toEqual([])
  })

  test('shows a title as long as an article may have, in smaller letters', async () => {
    const longest = 'Pertanggungjawaban penyelenggaraan penempatan pekerja migran '.repeat(3).slice(0, 140)
    const { title } = await sizesOf(card(longest))
    expect(title).not.toBeNull()
    expect(title ?? 0).toBeLessThan((await sizesOf(card('Angka tahun 2023'))).title ?? 0)
  })

  test('says in both languages whose site it is not, clear of the boat', async () => {
    for (const language of ['id', 'en'] as const) {
      const { site } = resources[language].common
      const { note, host } = await sizesOf({ ...card('Bantuan', site.tagline), note: site.unofficial })
      expect([note, host], language).not.toContain(null)
    }
  })

  test('leaves out what fits at no size, rather than cut it', async () => {
    const long = 'a'.repeat(400)
    expect(await sizesOf({ ...card(long, long), note: long, host: long })).toEqual({
      title: null,
      line: null,
      note: null,
      host: null,
    })
    expect((await drawCard(card('a'.repeat(400)))).length).toBeGreaterThan(1000)
  })

  test('is the same for the same words, and another for others', async () => {
    const [one, other] = [card('Kantor Imigrasi Padang'), card('Kantor Imigrasi Bengkulu')]
    expect(cardPath(one)).toBe(cardPath({ ...one }))
    expect(cardPath(one)).not.toBe(cardPath(other))
    expect(cardPath(one)).not.toBe(cardPath({ ...one, note: null }))
    const bytes = await drawCard(one)
    expect(bytes.equals(await drawCard({ ...one }))).toBe(true)
    expect(bytes.equals(await drawCard(other))).toBe(false)
  })
})
