import { describe, expect, test } from 'vitest'
import { routes } from '#site/routes.ts'
import { type BuiltPage, builtPages, isServed } from '#tests/helpers/built-site.ts'

/** Addresses that other parts of the server answer. */
const served = /^\/(?:media|admin|api)\//

const links = (page: BuiltPage) =>
  [...page.document.querySelectorAll('a[href]')].map(link => link.getAttribute('href') ?? '')

describe('links', () => {
  test('lead to pages and files that exist', () => {
    const broken = builtPages().flatMap(page =>
      links(page)
        .filter(href => href.startsWith('/') && !served.test(href))
        .map(href => href.replace(/[#?].*$/, ''))
        .filter(href => !isServed(decodeURI(href)))
        .map(href => `${page.address} → ${href}`),
    )
    expect([...new Set(broken)]).toEqual([])
  })

  test('lead to anchors that exist', () => {
    const anchors = new Map(
      builtPages().map(page => [
        page.address,
        new Set([...page.document.querySelectorAll('[id]')].map(element => element.id)),
      ]),
    )
    const broken = builtPages().flatMap(page =>
      links(page)
        .map(href => new URL(href, `http://site${page.address}`))
        .filter(url => url.host === 'site' && url.hash.length > 1 && anchors.has(url.pathname))
        .filter(url => !anchors.get(url.pathname)?.has(decodeURIComponent(url.hash.slice(1))))
        .map(url => `${page.address} → ${url.pathname}${url.hash}`),
    )
    expect([...new Set(broken)]).toEqual([])
  })

  test('use addresses that browsers and phones understand', () => {
    const strange = builtPages().flatMap(page =>
      links(page)
        .filter(href => !/^(?:\/|#|https?:\/\/|tel:\+?\d{3,15}$|mailto:)/.test(href))
        .map(href => `${page.address} → ${href}`),
    )
    expect(strange).toEqual([])
  })

  test('reach every fixed address that is printed on posters', () => {
    const fixed = Object.values(routes).filter(route => typeof route === 'string')
    expect(fixed.filter(address => !isServed(address))).toEqual([])
  })
})
