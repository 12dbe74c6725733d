import { stringify } from 'csv-stringify/sync'
import type { Figure } from '../../content/figure.ts'
import { columns, type Row, toRows } from './table.ts'

const names = columns.map(column => column.name)

/** RFC 4180: UTF-8 without a byte order mark, commas, CRLF, header row; booleans as `true` and `false`. For programs. */
export function figuresCsv(figures: readonly Figure[]): string {
  return stringify(toRows(figures).map(toCells), {
    header: true,
    columns: names,
    record_delimiter: 'windows',
  })
}

/**
 * The same rows so that a double click in an Indonesian Excel shows columns: byte order mark, semicolons, `ya` and
 * `tidak`. No cell can be taken for a formula.
 */
export function figuresExcelCsv(figures: readonly Figure[]): string {
  const records = toRows(figures).map(row => names.map(name => excelCell(row[name])))
  return stringify(records, {
    header: true,
    columns: names,
    delimiter: ';',
    bom: true,
    record_delimiter: 'windows',
  })
}

const toCells = (row: Row) => names.map(name => (row[name] === null ? '' : String(row[name])))

function excelCell(value: Row[keyof Row]): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'ya' : 'tidak'
  return typeof value === 'number' ? String(value) : neutralizeFormula(value)
}

/**
 * Puts an apostrophe before a text that a spreadsheet would read as a formula: one that starts, after blanks, with `=`,
 * `+`, `-` or `@`, or that starts with a tab or a line break (OWASP, CSV injection). Semicolons start a new cell in this
 * dialect, but the writer quotes them.
 */
export function neutralizeFormula(text: string): string {
  return /^(?:[\t\r\n]|\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/u.test(text) ? `'${text}` : text
}
