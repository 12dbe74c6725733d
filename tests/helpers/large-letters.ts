import type { CDPSession, Page } from '@playwright/test'

/** The size of letters that every browser has until its user chooses another, in px. */
const USUAL = 16

/**
 * Sets the size of letters as the user's own setting does: media queries in rem follow it too, which a style of the page
 * cannot imitate. It holds for this page until it is set again.
 * @param scale share of the usual size, 2 for 200 %
 */
export async function setLetters(session: CDPSession, scale: number): Promise<void> {
  const [standard, fixed] = [Math.round(USUAL * scale), Math.round(13 * scale)]
  await session.send('Page.setFontSizes', { fontSizes: { standard, fixed } })
}

/**
 * What is wrong with the text of the page as it stands, one line for each element; empty when all of it can be read without
 * scrolling sideways. Opens every `details` first. Text for screen readers alone is left out; what has a scroll bar of its
 * own may be wider than the screen.
 */
export function unreadable(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '')
    const root = document.documentElement
    const width = root.clientWidth
    const found = new Set<string>()
    const name = (element: Element) => {
      const text = (element.textContent ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)
      const own = [...element.classList].map(one => `.${one}`).join('')
      return `${element.tagName.toLowerCase()}${own} “${text}”`
    }
    if (root.scrollWidth > width) found.add(`the page scrolls sideways: ${root.scrollWidth} of ${width} px`)

    const scrolls = (style: CSSStyleDeclaration) => /auto|scroll/.test(style.overflowX)
    const isForReaders = (style: CSSStyleDeclaration) => style.clipPath.startsWith('inset(50%')
    const hasShape = (style: CSSStyleDeclaration) =>
      Number.parseFloat(style.borderLeftWidth) > 0 || !/^rgba\(.*, 0\)$/.test(style.backgroundColor)
    type Line = { element: Element; box: DOMRect; layer: Element | null }
    const lines: Line[] = []

    /** Looks from the text outwards; null when the text is not for the eye. */
    const judge = (element: Element, boxes: DOMRect[]): Element | null | undefined => {
      let layer: Element | null = null
      let mayLeave = false
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at)
        if (isForReaders(style)) return undefined
        // It has no box of its own.
        if (style.display === 'contents') continue
        const box = at.getBoundingClientRect()
        const out = boxes.find(line => line.left < box.left - 1.5 || line.right > box.right + 1.5)
        const isBlock = !style.display.startsWith('inline') || style.display !== 'inline'
        if (!mayLeave && isBlock && out && /hidden|clip/.test(style.overflowX))
          found.add(`cut at the side: ${name(element)} in ${name(at)}`)
        else if (!mayLeave && isBlock && out && hasShape(style))
          found.add(`out of its box: ${name(element)} in ${name(at)}`)
        const below = boxes.find(line => line.bottom > box.bottom + 4)
        if (!mayLeave && isBlock && below && /hidden|clip/.test(style.overflowY))
          found.add(`cut below: ${name(element)} in ${name(at)}`)
        if (scrolls(style)) mayLeave = true
        if (!layer && style.position !== 'static' && style.position !== 'relative') layer = at
      }
      if (!mayLeave && boxes.some(line => line.right > width + 1 || line.left < -1))
        found.add(`beyond the screen: ${name(element)}`)
      return layer
    }

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const text = walker.currentNode
      const element = text.parentElement
      if (!element || !text.nodeValue?.trim() || /^(?:SCRIPT|STYLE|OPTION|TEXTAREA)$/.test(element.tagName))
        continue
      if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue
      const range = document.createRange()
      range.selectNodeContents(text)
      const boxes = [...range.getClientRects()].filter(box => box.width > 1 && box.height > 1)
      if (boxes.length === 0) continue
      const layer = judge(element, boxes)
      if (layer === undefined) continue
      for (const box of boxes) lines.push({ element, box, layer })
      // A word of half a screen is broken only where something squeezes its column. Addresses may break anywhere.
      for (const { 0: token, index } of text.nodeValue.matchAll(/[^ \n]+/g)) {
        if (/[:.]\S*\//.test(token)) continue
        for (const { 0: word, index: within } of token.matchAll(/[^–-]+/g)) {
          range.setStart(text, index + within)
          range.setEnd(text, index + within + word.length)
          const parts = [...range.getClientRects()]
          const whole = parts.reduce((sum, part) => sum + part.width, 0)
          const rows = new Set(parts.map(part => Math.round(part.top / 4))).size
          if (rows > 1 && whole < width / 2)
            found.add(
              `broken word: ${word}, ${Math.round((whole / width) * 100)} % of the screen, in ${name(element)}`,
            )
        }
      }
    }
    for (const drawn of document.querySelectorAll('header svg, main svg.icon, input, button')) {
      const box = drawn.getBoundingClientRect()
      if (box.width > 1 && box.height > 1 && drawn.tagName !== 'BUTTON' && box.right > width + 1)
        found.add(`beyond the screen: ${name(drawn)}`)
    }

    // The letters themselves, without the air that a font has above and below.
    const inner = ({ top, bottom, height }: DOMRect) => [top + height * 0.28, bottom - height * 0.28] as const
    const sorted = lines.toSorted((one, other) => one.box.top - other.box.top)
    for (const [index, one] of sorted.entries())
      for (const other of sorted.slice(index + 1)) {
        if (other.box.top > one.box.bottom) break
        if (one.layer !== other.layer || one.element === other.element) continue
        const [top, bottom] = inner(one.box)
        const [otherTop, otherBottom] = inner(other.box)
        const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left)
        if (across > 2 && Math.min(bottom, otherBottom) - Math.max(top, otherTop) > 2)
          found.add(`over one another: ${name(one.element)} and ${name(other.element)}`)
      }
    return [...found]
  })
}
