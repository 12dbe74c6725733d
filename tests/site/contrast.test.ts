import { describe, expect, test } from 'vitest'
import { read } from '#tests/helpers/files.ts'

/** WCAG 2.2, 1.4.3 and 1.4.11. */
const TEXT = 4.5
const SHAPE = 3

type Scheme = Record<string, string>

function tokens(css: string): Scheme {
  return Object.fromEntries(
    [...css.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6});/g)].map(match => [match[1], match[2]]),
  )
}

const css = read('src/look/tokens.css')
const [lightPart = '', rest = ''] = css.split('@media (prefers-color-scheme: dark)')
const [darkPart = '', printPart = ''] = rest.split('@media print')
const light = tokens(lightPart)
const schemes: Record<string, Scheme> = {
  light,
  dark: { ...light, ...tokens(darkPart) },
  print: { ...light, ...tokens(printPart) },
}

function luminance(hex: string): number {
  const full = hex.length === 4 ? hex.replace(/[0-9a-f]/g, digit => digit + digit) : hex
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map(at => Number.parseInt(full.slice(at, at + 2), 16) / 255)
    .map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contrast(a: string, b: string): number {
  const [high = 0, low = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x)
  return (high + 0.05) / (low + 0.05)
}

const grounds = ['paper', 'surface', 'sunken']
const textPairs: [string, string][] = [
  ...['ink', 'ink-2', 'sea-ink', 'clay', 'stop', 'verify', 'unseen'].flatMap(text =>
    grounds.map((ground): [string, string] => [text, ground]),
  ),
  ['on-sea', 'sea'],
  ['on-sea', 'sea-ink'],
  ['on-deep', 'sea-deep'],
  ['on-deep-2', 'sea-deep'],
  ['clay', 'clay-wash'],
  ['ink', 'clay-wash'],
  ['ink', 'turmeric-wash'],
  ['ink', 'sea-wash'],
  ['sea-ink', 'sea-wash'],
  ...['stop', 'verify', 'unseen'].flatMap((level): [string, string][] => [
    [level, `${level}-wash`],
    ['ink', `${level}-wash`],
    ['sea-ink', `${level}-wash`],
    ['ink-2', `${level}-wash`],
  ]),
]
const shapePairs: [string, string][] = [
  ['line-strong', 'paper'],
  ['line-strong', 'surface'],
  ['focus', 'paper'],
  ['focus', 'surface'],
]

describe.each(Object.keys(schemes))('colours of the %s scheme', name => {
  const scheme = schemes[name] ?? {}
  const ratio = ([text, ground]: [string, string]) => contrast(scheme[text] ?? '', scheme[ground] ?? '')

  test('give text at least 4.5 to 1', () => {
    const weak = textPairs
      .filter(pair => !(ratio(pair) >= TEXT))
      .map(pair => `${pair.join(' on ')}: ${ratio(pair).toFixed(2)}`)
    expect(weak).toEqual([])
  })

  test('give edges and focus rings at least 3 to 1', () => {
    const weak = shapePairs
      .filter(pair => !(ratio(pair) >= SHAPE))
      .map(pair => `${pair.join(' on ')}: ${ratio(pair).toFixed(2)}`)
    expect(weak).toEqual([])
  })
})
