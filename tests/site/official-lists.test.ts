import { describe, expect, test } from 'vitest'
import { builtPages } from '#tests/helpers/built-site.ts'
import { officialSites } from '#site/islands/check/Linked.tsx'

const NAME = 'SISKOP2MI'
const list = `a[href="${officialSites.SISKOP2MI}"]`
/** What is searched for there, in both languages. */
const fields = [/negara|country/i, /jabatan|pekerjaan|\bjob\b/i, /perusahaan|agency|company/i]

type Block = Readonly<{ page: string; block: Element }>

/** The paragraphs, items and questions that name the list in their own words; titles of sources are other people's. */
const mentions = (): Block[] =>
  builtPages().flatMap(({ address, document }) => {
    const main = document.querySelector('main')
    const blocks = [...(main?.querySelectorAll('p, li, fieldset, h3') ?? [])].filter(block => {
      const copy = block.cloneNode(true) as Element
      for (const part of copy.querySelectorAll(`a:not(${list}), code, script, p, li, fieldset, h3`))
        part.remove()
      return copy.textContent?.includes(NAME)
    })
    return blocks.map(block => ({ page: address, block: block.closest('fieldset, li') ?? block }))
  })

describe('the official list of vacancies', () => {
  test('is named on pages of the check, of signs, of the official path and in articles', () => {
    const pages = new Set(mentions().map(({ page }) => page))
    for (const page of ['/periksa/', '/en/periksa/', '/periksa/aturan/', '/tanda-bahaya/', '/jalur-resmi/'])
      expect([...pages]).toContain(page)
    expect([...pages].filter(page => page.startsWith('/kampanye/')).length).toBeGreaterThan(0)
  })

  test('stands with its link wherever it is named', () => {
    const bare = mentions().filter(({ block }) => block.querySelector(list) === null)
    expect(bare.map(({ page, block }) => `${page}: ${block.textContent?.trim().slice(0, 100)}`)).toEqual([])
  })

  test('stands with what to look for, on every page that sends its reader there', () => {
    const bare = mentions().filter(({ page, block }) => {
      if (page === '/tanda-bahaya/') return false
      return fields.some(field => !field.test(block.textContent ?? ''))
    })
    expect(bare.map(({ page, block }) => `${page}: ${block.textContent?.trim().slice(0, 100)}`)).toEqual([])
  })
})
