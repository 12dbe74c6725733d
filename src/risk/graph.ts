import type check from '#src/i18n/id/check.json'
import type rules from '#src/i18n/id/rules.json'
import { paths } from './flow.ts'
import type { Indicator } from './indicator.ts'
import { indicatorOf } from './indicators.ts'
import { questionOf } from './questions.ts'
import { rulesetVersion } from './ruleset.ts'

const COLUMN = 460
const LINE = 18
const GAP = 22
const ink = { a: '#8f2a17', s: '#8f2a17', m: '#6f4a00', w: '#4a5c55' } as const

const xmlText = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const short = (text: string, length: number) =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text
const markOf = (sign: Indicator) => (sign.alone ? 'a' : (sign.strength[0] as 's' | 'm' | 'w'))
const stamp = { a: '■ berhenti', s: '◆ kuat', m: '◇ sedang', w: '○ lemah' } as const

/** One question with its options, `top` pixels down in the column at `left`; returns its drawing and height. */
function box(
  id: string,
  number: number,
  left: number,
  top: number,
  words: typeof check,
  signs: (typeof rules)['signs'],
) {
  const question = questionOf(id)
  const options = question?.options ?? []
  const height = (options.length + 1) * LINE + 16
  const text = words.questions[id as keyof typeof words.questions]
  const own = text.options as Record<string, string>
  const rows = options.map((option, at) => {
    const sign = option.sign ? indicatorOf(option.sign) : null
    const label = option.sign
      ? signs[option.sign].label
      : option.unknown
        ? words.unknown
        : (own[option.id] ?? option.id)
    const mark = sign ? markOf(sign) : null
    const y = top + (at + 2) * LINE + 4
    const tag = mark
      ? `<text x="${left + COLUMN - 52}" y="${y}" text-anchor="end" fill="${ink[mark]}">${stamp[mark]}</text>`
      : ''
    return `<text x="${left + 12}" y="${y}">${xmlText(short(label, 46))}</text>${tag}`
  })
  return {
    height,
    svg: [
      `<rect x="${left}" y="${top}" width="${COLUMN - 40}" height="${height}" rx="6" fill="#fffdf7" stroke="#0b5c55"/>`,
      `<text x="${left + 12}" y="${top + LINE + 2}" font-weight="700">${number}. ${xmlText(short(text.text, 52))}</text>`,
      ...rows,
    ].join('\n'),
  }
}

/** The flow of questions as an SVG for reviewers: one column per path, each option with the sign it gives. */
export function flowGraph(words: typeof check, signs: (typeof rules)['signs']): string {
  const parts: string[] = []
  let bottom = 0
  ;[...paths].forEach(([situation, path], column) => {
    const left = 20 + column * COLUMN
    const title = words.questions.posisi.options[situation as keyof typeof words.questions.posisi.options]
    parts.push(
      `<text x="${left}" y="64" font-size="15" font-weight="700" fill="#0b5c55">${xmlText(title)}</text>`,
    )
    let top = 80
    path.forEach((id, at) => {
      const drawn = box(id, at + 1, left, top, words, signs)
      parts.push(drawn.svg)
      top += drawn.height
      parts.push(
        `<path d="M${left + 200} ${top}v${GAP - 6}m-4 -5l4 5l4 -5" fill="none" stroke="#0b5c55" stroke-width="1.5"/>`,
      )
      top += GAP
    })
    parts.push(`<text x="${left + 170}" y="${top + 14}" font-weight="700">${xmlText(words.result)}</text>`)
    bottom = Math.max(bottom, top + 40)
  })
  const width = 20 + paths.size * COLUMN
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${bottom}" font-family="system-ui, sans-serif" font-size="12.5" fill="#17302b">`,
    `<rect width="${width}" height="${bottom}" fill="#faf5ea"/>`,
    `<text x="20" y="32" font-size="18" font-weight="700">${xmlText(words.title)}: ${rulesetVersion}</text>`,
    ...parts,
    '</svg>',
    '',
  ].join('\n')
}
