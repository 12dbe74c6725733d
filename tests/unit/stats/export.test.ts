import { parsePublic } from '#src/content/public-api.ts'
import seed from '#src/content/seed/figures.json' with { type: 'json' }
import { figuresAtom } from '#src/stats/export/atom.ts'
import { figuresCsv, figuresExcelCsv, neutralizeFormula } from '#src/stats/export/csv.ts'
import { figuresDatapackage } from '#src/stats/export/datapackage.ts'
import { figuresJson } from '#src/stats/export/json.ts'
import { columns, toRows } from '#src/stats/export/table.ts'
import fc from 'fast-check'
import { DOMParser } from 'linkedom'
import { describe, expect, it } from 'vitest'

const figures = parsePublic('figures', seed)
const [first] = figures
const figure = (change: object) => ({ ...(first as NonNullable<typeof first>), ...change })

/** Reads RFC 4180 text with any delimiter: the plainest reader that knows quotes. */
function readCsv(text: string, delimiter: string): string[][] {
  const rows: string[][] = [['']]
  let isQuoted = false
  for (let i = 0; i < text.length; i++) {
    const row = rows.at(-1) ?? []
    const char = text.charAt(i)
    if (char === '"' && isQuoted && text.charAt(i + 1) === '"') {
      row.push(`${row.pop()}"`)
      i++
    } else if (char === '"') isQuoted = !isQuoted
    else if (!isQuoted && char === delimiter) row.push('')
    else if (!isQuoted && text.startsWith('\r\n', i)) {
      rows.push([''])
      i++
    } else row.push(`${row.pop()}${char}`)
  }
  return rows.filter(row => row.length > 1)
}

describe('the open-data table', () => {
  it('has one row for each figure, in every file', () => {
    expect(toRows(figures)).toHaveLength(137)
    expect(readCsv(figuresCsv(figures), ',')).toHaveLength(138)
    expect(readCsv(figuresExcelCsv(figures).slice(1), ';')).toHaveLength(138)
    expect(JSON.parse(figuresJson(figures)).items).toHaveLength(137)
  })

  it('begins each file with the names of the columns', () => {
    const names = columns.map(column => column.name)
    expect(readCsv(figuresCsv(figures), ',')[0]).toEqual(names)
    expect(readCsv(figuresExcelCsv(figures).slice(1), ';')[0]).toEqual(names)
  })

  it('carries figures through JSON without loss', () => {
    expect(parsePublic('figures', JSON.parse(figuresJson(figures)))).toEqual(figures)
  })

  it('marks the file for Excel with a byte order mark and leaves the canonical one without', () => {
    expect(figuresExcelCsv(figures).charCodeAt(0)).toBe(0xfeff)
    expect(figuresCsv(figures).charCodeAt(0)).not.toBe(0xfeff)
  })

  it('survives quotes, line breaks and delimiters in a note', () => {
    const note = 'baris satu\nbaris "dua"; tiga, empat'
    const [, row = []] = readCsv(figuresCsv([figure({ note })]), ',')
    expect(row[columns.findIndex(column => column.name === 'catatan')]).toBe(note)
  })
})

describe('cells for Excel', () => {
  it.each(['=1+1', '+62', '-5', '@SUM(A1)', ' =1', '\t=1', '\r=1', '＝1'])(
    '%j is not left as a formula',
    text => {
      expect(neutralizeFormula(text)).toBe(`'${text}`)
    },
  )

  it('leaves ordinary words alone', () => {
    expect(neutralizeFormula('diduga PMI nonprosedural; 60-70%')).toBe('diduga PMI nonprosedural; 60-70%')
  })

  it('hold no formula, whatever an editor writes', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const [, row = []] = readCsv(
          figuresExcelCsv([figure({ note: text.replaceAll('\r\n', '\n') })]).slice(1),
          ';',
        )
        expect(row.filter(cell => /^\s*[=+\-@]/.test(cell))).toEqual([])
      }),
    )
  })
})

describe('the data package', () => {
  const paths = {
    csv: '/data/angka.csv',
    excelCsv: '/data/angka-excel.csv',
    json: '/data/angka.json',
    page: '/data/',
  }
  const descriptor = JSON.parse(figuresDatapackage('https://contoh.id', paths, figures.length))

  it('describes exactly the columns of the table', () => {
    const fields: { name: string }[] = descriptor.resources[0].schema.fields
    expect(fields.map(field => field.name)).toEqual(columns.map(column => column.name))
  })

  it('gives a type that every value of the column has', () => {
    const fits = { string: 'string', date: 'string', integer: 'number', boolean: 'boolean' } as const
    const rows = toRows(figures)
    const wrong = columns.filter(column =>
      rows.some(row => row[column.name] !== null && typeof row[column.name] !== fits[column.type]),
    )
    expect(wrong).toEqual([])
  })

  it('holds the metadata that Satu Data Indonesia asks of a variable and an indicator', () => {
    const { variabel, indikator } = descriptor.satuDataIndonesia
    expect(variabel[0]).toMatchObject({
      konsep: expect.any(String),
      definisi: expect.any(String),
      klasifikasi: expect.any(String),
    })
    expect(indikator[0]).toMatchObject({
      interpretasi: expect.any(String),
      satuan: expect.any(String),
      ukuran: expect.any(String),
    })
  })
})

describe('the feed', () => {
  const addresses = {
    feed: 'https://contoh.id/data/angka.atom',
    page: 'https://contoh.id/data/',
    figure: (f: { id: string }) => `https://contoh.id/data/#${f.id}`,
  }
  const parse = (xml: string) => new DOMParser().parseFromString(xml, 'text/xml')

  it('holds the newest fifty figures, each with its own address', () => {
    const entries = [...parse(figuresAtom(figures, addresses, 'Berangkat Aman')).querySelectorAll('entry')]
    expect(entries).toHaveLength(50)
    expect(new Set(entries.map(entry => entry.querySelector('id')?.textContent)).size).toBe(50)
  })

  it('puts a revised figure first and says what changed', () => {
    const revised = figure({
      revisions: [{ date: '2026-11-01', change: 'dari 43 menjadi 44', reason: 'salah ketik' }],
    })
    const [entry] = parse(
      figuresAtom([...figures.slice(1), revised], addresses, 'Berangkat Aman'),
    ).querySelectorAll('entry')
    expect(entry?.querySelector('summary')?.textContent).toContain('dari 43 menjadi 44')
  })

  it('keeps markup and control characters of a note from becoming markup', () => {
    const xml = figuresAtom([figure({ note: '<script>&"\u0000' })], addresses, 'A & B')
    expect(xml).toContain('&lt;script&gt;&amp;&quot;')
    expect(xml).not.toContain('\u0000')
    expect(xml).toContain('A &amp; B')
  })
})
