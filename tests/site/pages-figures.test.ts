import { describe, expect, test } from 'vitest'
import type { Figure } from '#src/content/figure.ts'
import { parsePublic } from '#src/content/public-api.ts'
import seed from '#src/content/seed/figures.json' with { type: 'json' }
import { contradictionGroups } from '#src/stats/contradictions.ts'
import { formatNumber } from '#src/stats/format.ts'
import { citation } from '#site/components/data/citation.ts'
import { figureHref, figureYear } from '#site/components/data/figure-href.ts'
import { countText } from '#site/components/data/words.ts'
import { routes } from '#site/routes.ts'
import { builtFile, builtPages } from '#tests/helpers/built-site.ts'

const figures: Figure[] = parsePublic('figures', seed)

function page(address: string) {
  const found = builtPages().find(candidate => candidate.address === address)
  if (!found) throw new Error(`no page ${address}`)
  return found
}

const rowOf = (figure: Figure) => page(routes.dataYear(figureYear(figure))).document.getElementById(figure.id)
const linksIn = (element: Element | null) =>
  [...(element?.querySelectorAll('a[href]') ?? [])].map(link => link.getAttribute('href'))
const sourceUrls = (figure: Figure) => figure.sources.flatMap(({ url }) => url ?? [])

describe('figures on the year pages', () => {
  test('every figure has a row of its own with its count', () => {
    const wrong = figures.filter(
      figure => rowOf(figure)?.querySelector('.count')?.textContent?.trim() !== countText(figure),
    )
    expect(wrong.map(figure => figure.id)).toEqual([])
  })

  test('every row links all sources of its figure', () => {
    const without = figures.filter(figure => {
      const links = linksIn(rowOf(figure))
      return !sourceUrls(figure).every(url => links.includes(url))
    })
    expect(without.map(figure => figure.id)).toEqual([])
  })

  test('every row carries the words to quote it, with its address', () => {
    const without = figures.filter(figure => {
      const words = rowOf(figure)?.querySelector('.quote')?.textContent ?? ''
      return !words.includes(`${routes.dataYear(figureYear(figure))}#${figure.id}`)
    })
    expect(without.map(figure => figure.id)).toEqual([])
  })

  test('every part names the whole that it belongs to', () => {
    const parts = figures.filter(figure => figure.subsetOf !== null)
    const wrong = parts.filter(part => {
      const whole = figures.find(figure => figure.id === part.subsetOf)
      return !whole || !rowOf(part)?.textContent?.includes(`bagian dari ${countText(whole)}`)
    })
    expect(parts.length).toBeGreaterThan(0)
    expect(wrong.map(figure => figure.id)).toEqual([])
  })

  test('contradicting figures of one kind stand together under one warning', () => {
    const groups = contradictionGroups(figures).filter(
      group => new Set(group.map(figure => figure.measure)).size === 1,
    )
    const apart = groups.filter(group => {
      const bodies = new Set(group.map(figure => rowOf(figure)?.parentElement))
      return (
        bodies.size !== 1 ||
        !group.every(figure => rowOf(figure)?.parentElement?.textContent?.includes('bertentangan'))
      )
    })
    expect(groups.length).toBeGreaterThan(0)
    expect(apart).toEqual([])
  })

  test('contradicting figures of different kinds name each other in their rows', () => {
    const groups = contradictionGroups(figures).filter(
      group => new Set(group.map(figure => figure.measure)).size > 1,
    )
    const silent = groups
      .flat()
      .filter(figure => !rowOf(figure)?.textContent?.replace(/\s+/g, ' ').includes('bertentangan dengan'))
    expect(groups.length).toBeGreaterThan(0)
    expect(silent).toEqual([])
  })
})

describe('the data page', () => {
  test('shows each set of contradicting figures side by side with all their sources', () => {
    const items = [...page(routes.data).document.querySelectorAll('.disputes > li')]
    const groups = contradictionGroups(figures)
    const missing = groups.filter(
      group =>
        !items.some(item => {
          const links = linksIn(item)
          return group.every(
            figure =>
              sourceUrls(figure).every(url => links.includes(url)) && links.includes(figureHref(figure)),
          )
        }),
    )
    expect(items.length).toBe(groups.length)
    expect(missing).toEqual([])
  })

  test('leads to every year and kind that has figures', () => {
    const links = linksIn(page(routes.data).document.body)
    const wanted = figures.map(figure => `${routes.dataYear(figureYear(figure))}#jenis-${figure.measure}`)
    expect(wanted.filter(href => !links.includes(href))).toEqual([])
  })

  test('offers all five downloads', () => {
    const links = linksIn(page(routes.data).document.body)
    const files = [
      routes.figuresCsv,
      routes.figuresExcelCsv,
      routes.figuresJson,
      routes.datapackage,
      routes.feed,
    ]
    expect(files.filter(href => !links.includes(href))).toEqual([])
  })
})

describe('charts', () => {
  const charts = () =>
    builtPages()
      .filter(({ address }) => /^\/(?:data|kantor)\//.test(address))
      .flatMap(({ address, document }) =>
        [...document.querySelectorAll('svg.chart')].map(svg => ({ address, document, svg })),
      )

  test('have a size, a name and a description, and neither style nor script', () => {
    const wrong = charts().filter(
      ({ svg }) =>
        svg.getAttribute('role') !== 'img' ||
        !svg.getAttribute('width') ||
        !svg.getAttribute('height') ||
        !svg.querySelector('title')?.textContent ||
        !svg.querySelector('desc')?.textContent ||
        svg.querySelector('style, script, [style]') !== null,
    )
    expect(charts().length).toBeGreaterThan(5)
    expect(wrong.map(({ address }) => address)).toEqual([])
  })

  test('show only numbers that a table of the same page shows', () => {
    const wrong = charts().flatMap(({ address, document, svg }) => {
      const inTables = new Set(
        [...document.querySelectorAll('td.count')].map(cell => cell.textContent?.trim()),
      )
      const drawn = [...svg.querySelectorAll('[font-weight="700"] text')].map(text => text.textContent ?? '')
      const counts = drawn.map(text => text.match(/^(?:sekitar )?[\d.]+/)?.[0] ?? text)
      return counts.filter(count => !inTables.has(count)).map(count => `${address}: ${count}`)
    })
    expect(wrong).toEqual([])
  })

  test('say in their description what they draw', () => {
    const silent = charts().filter(({ svg }) => {
      const description = svg.querySelector('desc')?.textContent ?? ''
      const drawn = [...svg.querySelectorAll('[font-weight="700"] text')].map(text => text.textContent ?? '')
      return !drawn.every(text => description.includes(text))
    })
    expect(silent.map(({ address }) => address)).toEqual([])
  })
})

describe('downloads', () => {
  const csvRows = () =>
    builtFile('data/angka.csv')
      .toString('utf8')
      .split('\r\n')
      .filter(line => line !== '')

  test('JSON holds exactly the figures of the pages', () => {
    const items = parsePublic('figures', JSON.parse(builtFile('data/angka.json').toString('utf8')))
    expect(new Map(items.map(item => [item.id, item.count]))).toEqual(
      new Map(figures.map(figure => [figure.id, figure.count])),
    )
  })

  test('CSV starts each row with the id of a figure and holds its count', () => {
    const rows = csvRows().slice(1)
    const missing = figures.filter(
      figure => !rows.some(row => row.startsWith(`${figure.id},`) && row.includes(`,${figure.count},`)),
    )
    expect(rows).toHaveLength(figures.length)
    expect(missing.map(figure => figure.id)).toEqual([])
  })

  test('the CSV for Excel has a byte order mark and semicolons', () => {
    const text = builtFile('data/angka-excel.csv').toString('utf8')
    expect(text.startsWith('\uFEFFid;')).toBe(true)
  })

  test('datapackage.json names the columns of the CSV', () => {
    const { resources } = JSON.parse(builtFile('data/datapackage.json').toString('utf8'))
    const fields = resources[0].schema.fields.map((field: { name: string }) => field.name)
    expect(csvRows()[0]).toBe(fields.join(','))
  })

  test('every entry of the feed leads to the row of its figure', () => {
    const feed = builtFile('data/angka.atom').toString('utf8')
    const targets = [...feed.matchAll(/<id>([^<]+#[^<]+)<\/id>/g)].map(match => new URL(match[1] ?? ''))
    const lost = targets.filter(url => !page(url.pathname).document.getElementById(url.hash.slice(1)))
    expect(targets.length).toBeGreaterThan(0)
    expect(lost.map(String)).toEqual([])
  })
})

describe('a citation', () => {
  test('says what was counted, from whom, and where it is shown', () => {
    const figure = figures.find(({ id }) => id === 'blitar-2023-ditolak-pmi')
    const text = figure && citation(figure, new URL(figureHref(figure), 'https://contoh.id'))
    expect(text).toContain(formatNumber(294))
    expect(text).toContain('Bangsa Online')
    expect(text).toContain('https://contoh.id/data/2023/#blitar-2023-ditolak-pmi')
  })
})
