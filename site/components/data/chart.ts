import * as Plot from '@observablehq/plot'
import { parseHTML } from 'linkedom'

/** One bar of a chart. `label` stands above the bar, `shown` at its end; both also stand in the table beside the chart. */
export type Bar = {
  id: string
  label: string
  value: number
  shown: string
  partial: boolean
  disputed: boolean
}

/** One figure on a time axis: a bar as long as its period. Days are `YYYY-MM-DD`, inclusive. */
export type Span = { id: string; label: string; start: string; end: string; shown: string }

export type ChartText = { id: string; title: string; description: string }

/** Drawn for a phone and enlarged by CSS: the text stays readable at 320 px. In SVG user units. */
const width = 344
const rowHeight = 44
const fontSize = 13
const dayMs = 86_400_000

type Sheet = { document: Document; plot: (options: Plot.PlotOptions) => SVGSVGElement }

function sheet(): Sheet {
  const { document } = parseHTML('<!doctype html><html><body></body></html>')
  return {
    document,
    plot: options =>
      Plot.plot({
        document,
        className: 'chart',
        style: { fontFamily: 'inherit' },
        ...options,
      }) as SVGSVGElement,
  }
}

/**
 * Takes Plot's own style sheet out (it must not reach the page), names the picture for screen readers, and rounds
 * coordinates to a tenth.
 */
function finish({ document }: Sheet, svg: Element, text: ChartText, height: number): string {
  for (const style of [...svg.querySelectorAll('style')]) style.remove()
  for (const element of [...svg.querySelectorAll('[aria-label]')]) element.removeAttribute('aria-label')
  for (const element of [...svg.querySelectorAll('[aria-hidden]')]) element.removeAttribute('aria-hidden')
  const title = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  title.setAttribute('id', `${text.id}-t`)
  title.textContent = text.title
  const desc = document.createElementNS('http://www.w3.org/2000/svg', 'desc')
  desc.setAttribute('id', `${text.id}-d`)
  desc.textContent = text.description
  svg.prepend(title, desc)
  svg.setAttribute('role', 'img')
  svg.setAttribute('aria-labelledby', `${text.id}-t ${text.id}-d`)
  svg.setAttribute('viewBox', `0 0 ${width} ${height}`)
  svg.setAttribute('width', String(width))
  svg.setAttribute('height', String(height))
  svg.removeAttribute('style')
  svg.removeAttribute('font-family')
  // Only inside attributes: a count such as 10.621 in a text must stay whole.
  return svg.outerHTML.replace(/="[^"<>]*"/g, attribute => attribute.replace(/(\d+\.\d)\d+/g, '$1'))
}

/** Diagonal lines: a bar that is not a whole year stays apart from the others without colour. */
function hatch(document: Document, id: string): Element {
  const defs = document.createElementNS('http://www.w3.org/2000/svg', 'defs')
  defs.innerHTML = `<pattern id="${id}-h" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="2.6" height="6" fill="currentColor"/></pattern>`
  return defs
}

/**
 * Level bars from zero, one row each, label above the bar and the number at its end, as a sized SVG without script or style.
 * Solid: a whole year. Hatched with an outline: less than that. `≠` before a label: another published figure contradicts it.
 */
export function barChart(bars: readonly Bar[], text: ChartText): string {
  const made = sheet()
  const height = bars.length * rowHeight + 8
  const end = (bar: Bar) => bar.value
  const svg = made.plot({
    width,
    height,
    marginLeft: 2,
    // Room for the longest number at the end of the longest bar.
    marginRight: 16 + 8.2 * Math.max(...bars.map(bar => bar.shown.length)),
    marginTop: 0,
    marginBottom: 8,
    x: { axis: null, domain: [0, Math.max(1, ...bars.map(bar => bar.value))] },
    y: { axis: null, domain: bars.map(bar => bar.id), padding: 0 },
    marks: [
      () => hatch(made.document, text.id) as SVGElement,
      Plot.barX(bars, {
        y: 'id',
        x: end,
        insetTop: 21,
        insetBottom: 5,
        fill: bar => (bar.partial ? `url(#${text.id}-h)` : 'currentColor'),
        stroke: 'currentColor',
        strokeWidth: 1.25,
      }),
      Plot.ruleX([0], { stroke: 'currentColor', strokeOpacity: 0.5 }),
      Plot.text(bars, {
        y: 'id',
        x: 0,
        text: bar => (bar.disputed ? `≠ ${bar.label}` : bar.label),
        textAnchor: 'start',
        dx: 0,
        dy: -11,
        fontSize,
        fill: 'var(--ink, currentColor)',
      }),
      Plot.text(bars, {
        y: 'id',
        x: end,
        text: 'shown',
        textAnchor: 'start',
        dx: 7,
        dy: 8,
        fontSize: fontSize + 1,
        fontWeight: 700,
        fill: 'var(--ink, currentColor)',
      }),
    ],
  })
  return finish(made, svg, text, height)
}

/**
 * Figures on one time axis, a row each: the bar is the period that was counted, so that overlaps are seen and nobody adds
 * them up. The count stands above its bar, as text.
 */
export function spanChart(spans: readonly Span[], text: ChartText): string {
  const made = sheet()
  const height = spans.length * rowHeight + 26
  const rows = spans.map(span => ({
    ...span,
    from: new Date(span.start),
    to: new Date(Date.parse(span.end) + dayMs),
  }))
  const first = Math.min(...rows.map(row => row.from.getUTCFullYear()))
  const last = Math.max(...rows.map(row => new Date(row.to.getTime() - dayMs).getUTCFullYear())) + 1
  const years = Array.from(
    { length: last - first + 1 },
    (_, index) => new Date(Date.UTC(first + index, 0, 1)),
  )
  const every = Math.ceil((years.length - 1) / 8)
  const ink = 'var(--ink, currentColor)'
  const svg = made.plot({
    width,
    height,
    marginLeft: 2,
    marginRight: 2,
    marginTop: 0,
    marginBottom: 26,
    x: { type: 'utc', domain: [years[0], years.at(-1)] as Date[], axis: null },
    y: { axis: null, domain: rows.map(row => row.id), padding: 0 },
    marks: [
      Plot.ruleX(years, { stroke: 'currentColor', strokeOpacity: 0.25 }),
      Plot.text(
        years.slice(0, -1).filter((_, index) => index % every === 0),
        {
          x: d => d,
          text: (d: Date) => String(d.getUTCFullYear()),
          frameAnchor: 'bottom',
          dy: 18,
          dx: 3,
          textAnchor: 'start',
          fontSize: 12,
          fill: ink,
        },
      ),
      Plot.barX(rows, { y: 'id', x1: 'from', x2: 'to', insetTop: 23, insetBottom: 9, fill: 'currentColor' }),
      Plot.text(rows, {
        y: 'id',
        frameAnchor: 'left',
        text: 'shown',
        textAnchor: 'start',
        dx: 4,
        dy: -9,
        fontSize: fontSize + 1,
        fontWeight: 700,
        fill: ink,
      }),
      Plot.text(rows, {
        y: 'id',
        frameAnchor: 'right',
        text: 'label',
        textAnchor: 'end',
        dx: -4,
        dy: -9,
        fontSize,
        fill: ink,
      }),
    ],
  })
  return finish(made, svg, text, height)
}
